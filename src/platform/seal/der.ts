/** Writes the distinguished encoding of ASN.1 (DER, ITU-T X.690), piece by piece. */
function piece(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  if (length > 0xffff) throw new Error('A piece of a signed message is too long');
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => piece(0x30, ...parts);

/** A set in its one order: by the bytes of its members. */
export const setOf = (...parts: readonly Buffer[]): Buffer => piece(0x31, ...parts.toSorted(Buffer.compare));

/** `[n]` around pieces; in the place of a set or sequence that it stands for, or explicitly around one piece. */
export const tagged = (number: number, ...parts: readonly Uint8Array[]): Buffer =>
  piece(0xa0 | number, ...parts);

/** `[n]` in the place of an octet string. */
export const taggedOctets = (number: number, bytes: Uint8Array): Buffer => piece(0x80 | number, bytes);

export const octets = (bytes: Uint8Array): Buffer => piece(0x04, bytes);

export const bits = (bytes: Uint8Array): Buffer => piece(0x03, Buffer.from([0]), bytes);

export const truth = (): Buffer => piece(0x01, Buffer.from([0xff]));

/** A small number, or a positive one by its bytes, the first of which begins with a zero bit. */
export const integer = (value: number | Uint8Array): Buffer =>
  piece(0x02, typeof value === 'number' ? Buffer.from([value]) : value);

export const utf8 = (text: string): Buffer => piece(0x0c, Buffer.from(text));

export const printableText = (text: string): Buffer => piece(0x13, Buffer.from(text, 'latin1'));

const written = (at: Temporal.Instant) => at.toString({ smallestUnit: 'second' }).replaceAll(/[-:T]/g, '');

export const generalizedTime = (at: Temporal.Instant): Buffer =>
  piece(0x18, Buffer.from(written(at), 'latin1'));

/** A moment in a certificate: with two digits of the year up to 2049 (RFC 5280, 4.1.2.5). */
export const certificateTime = (at: Temporal.Instant): Buffer =>
  written(at) < '2050' ? piece(0x17, Buffer.from(written(at).slice(2), 'latin1')) : generalizedTime(at);

/** An object identifier. */
export function named(id: string): Buffer {
  const [first = 0, second = 0, ...rest] = id.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const septets = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      septets.unshift((left % 128) | 0x80);
    return septets;
  });
  return piece(0x06, Buffer.from(bytes));
}
