/** A piece of ASN.1 as it stands in a message (DER), byte by byte. */
export interface Piece {
  readonly tag: number;
  readonly whole: Buffer;
  readonly content: Buffer;
}

/** Reads the piece with which the bytes begin; throws where there is none, or its length is not written in the one short way. */
export function readPiece(bytes: Buffer): Piece {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f)
    throw new Error('No piece of a message');
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || count > 3 || bytes.length < 2 + count)
    throw new Error('A length that DER does not have');
  const length = count === 0 ? first : bytes.readUIntBE(2, count);
  if (count > 0 && (length < 0x80 || length < 2 ** (8 * (count - 1))))
    throw new Error('A length that is too long');
  const end = 2 + count + length;
  if (end > bytes.length) throw new Error('A message ends early');
  return { tag, whole: bytes.subarray(0, end), content: bytes.subarray(2 + count, end) };
}

/** The pieces within a sequence or set, all of its bytes. */
export function partsOf({ content }: Piece): Piece[] {
  const parts: Piece[] = [];
  for (let rest = content; rest.length > 0; ) {
    const piece = readPiece(rest);
    parts.push(piece);
    rest = rest.subarray(piece.whole.length);
  }
  return parts;
}

/** The one piece that fills bytes, as what it must be. */
export function only(bytes: Buffer, tag: number): Piece {
  const piece = readPiece(bytes);
  if (piece.tag !== tag || piece.whole.length !== bytes.length)
    throw new Error('Not the piece that was expected');
  return piece;
}

/** A piece that must be there and be of this kind. */
export function expected(piece: Piece | undefined, tag: number): Piece {
  if (piece?.tag !== tag) throw new Error('Not the piece that was expected');
  return piece;
}
