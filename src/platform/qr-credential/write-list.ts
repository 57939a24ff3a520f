/** Signs a list as JWS (RFC 7515, ES256), with what tells which key it was. */
export async function writeSignedList(
  list: unknown,
  header: { readonly kid: string } | { readonly x5c: readonly string[] },
  sign: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<string> {
  const packed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${packed({ alg: 'ES256', ...header })}.${packed(list)}`;
  return `${text}.${Buffer.from(await sign(Buffer.from(text))).toString('base64url')}`;
}

/** The two numbers of an ECDSA signature in DER, as COSE and JOSE write them: 32 bytes each. */
export function withoutDer(signature: Uint8Array): Uint8Array {
  const numbers: Buffer[] = [];
  for (let at = 2; at < signature.length; at += 2 + (signature[at + 1] ?? 0)) {
    const number = signature.subarray(at + 2, at + 2 + (signature[at + 1] ?? 0));
    const trimmed = number.subarray(Math.max(0, number.length - 32));
    numbers.push(Buffer.concat([Buffer.alloc(32 - trimmed.length), trimmed]));
  }
  return Buffer.concat(numbers);
}
