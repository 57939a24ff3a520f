/** What stands for a sign that the fonts of the papers do not have. */
export const missingSign = '□';

/**
 * Signs that the fonts of the papers have, from a first to a last: Latin with every accent, Greek, Cyrillic, Hebrew,
 * punctuation. A paper for long keeping must show each sign that it holds: one beyond them would stop the whole paper.
 */
const printableSigns: readonly (readonly [number, number])[] = [
  [0x0a, 0x0a],
  [0x20, 0x7e],
  [0xa0, 0x2e4],
  [0x300, 0x36f],
  [0x384, 0x38a],
  [0x38c, 0x38c],
  [0x38e, 0x3a1],
  [0x3a3, 0x3ce],
  [0x400, 0x477],
  [0x48c, 0x4c4],
  [0x4d0, 0x4f9],
  [0x5d0, 0x5ea],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x2037],
  [0x20ac, 0x20ac],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x25a0, 0x25a1],
];

function isPrintable(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  return printableSigns.some(([first, last]) => first <= code && code <= last);
}

/** The text as the papers can show it, composed signs in one piece; one mark for each sign that they cannot. */
export function printable(text: string): string {
  const whole = text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
  return whole.replace(/[\s\S]/gu, (sign) => (isPrintable(sign) ? sign : missingSign));
}

/** The same for all the texts within data. */
export function printableData(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(printableData);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, printableData(each)]));
  return value;
}
