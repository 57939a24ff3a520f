/** Letters and digits that nobody takes for one another (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;
/** The largest prime that two characters can hold: it finds every wrong character and every two that changed places. */
const modulus = 1021;

function sumOf(signs: string): number {
  let sum = 0;
  for (const sign of signs) sum = (sum * 32 + alphabet.indexOf(sign)) % modulus;
  return sum;
}

/** A verification code (codice di verifica) of 80 random bits, which nobody guesses. */
export function makeCode(random: Uint8Array): string {
  if (random.length < 10) throw new Error('A verification code needs ten random bytes');
  let bits = 0n;
  for (const each of random.subarray(0, 10)) bits = bits * 256n + BigInt(each);
  let code = '';
  for (let index = 0; index < length; index += 1) {
    code = (alphabet[Number(bits % 32n)] ?? '') + code;
    bits /= 32n;
  }
  return code;
}

/** As it is printed: the code and two check characters, in three groups of six. */
export function printedCode(code: string): string {
  const sum = (modulus - ((sumOf(code) * 1024) % modulus)) % modulus;
  const whole = `${code}${alphabet[sum >> 5]}${alphabet[sum & 31]}`;
  return whole.replace(/(.{6})(?=.)/g, '$1-');
}

/** Reads a code as people type it; answers nothing where a character is wrong. */
export function readCode(typed: string): string | undefined {
  const signs = typed
    .toUpperCase()
    .replaceAll(/[\s–-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (signs.length !== length + 2 || Array.from(signs).some((sign) => !alphabet.includes(sign)))
    return undefined;
  return sumOf(signs) === 0 ? signs.slice(0, length) : undefined;
}
