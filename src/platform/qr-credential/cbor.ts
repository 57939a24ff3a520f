/** What a credential may hold: the few kinds of CBOR (RFC 8949) that it needs. */
export type Cbor = number | string | Uint8Array | boolean | readonly Cbor[] | ReadonlyMap<number, Cbor>;

/** Writes the one deterministic encoding of a value (RFC 8949, 4.2): shortest numbers, keys in order. */
export function encodeCbor(value: Cbor): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  write(value, bytes);
  return new Uint8Array(bytes);
}

function head(major: number, value: number, into: number[]): void {
  if (value < 24) into.push((major << 5) | value);
  else if (value < 0x100) into.push((major << 5) | 24, value);
  else if (value < 0x1_0000) into.push((major << 5) | 25, value >> 8, value & 0xff);
  else
    into.push(
      (major << 5) | 26,
      (value >>> 24) & 0xff,
      (value >>> 16) & 0xff,
      (value >>> 8) & 0xff,
      value & 0xff,
    );
}

function write(value: Cbor, into: number[]): void {
  if (typeof value === 'number') {
    if (!Number.isInteger(value) || Math.abs(value) > 0xffff_fffe) throw new Error('Not a number for CBOR');
    head(value < 0 ? 1 : 0, value < 0 ? -1 - value : value, into);
  } else if (typeof value === 'boolean') into.push(value ? 0xf5 : 0xf4);
  else if (typeof value === 'string') {
    const text = new TextEncoder().encode(value);
    head(3, text.length, into);
    into.push(...text);
  } else if (value instanceof Uint8Array) {
    head(2, value.length, into);
    into.push(...value);
  } else if (value instanceof Map) {
    const entries = [...(value as ReadonlyMap<number, Cbor>)]
      .map(([key, each]) => ({ key: encodeCbor(key), each }))
      .sort((one, other) => compareBytes(one.key, other.key));
    head(5, entries.length, into);
    for (const { key, each } of entries) {
      into.push(...key);
      write(each, into);
    }
  } else {
    const list = value as readonly Cbor[];
    head(4, list.length, into);
    for (const each of list) write(each, into);
  }
}

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  for (let index = 0; index < Math.min(one.length, other.length); index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

/** Reads one value that fills the bytes; answers nothing for any other bytes, and for an encoding that is not the one. */
export function decodeCbor(bytes: Uint8Array): Cbor | undefined {
  const from = { bytes, at: 0 };
  try {
    const value = read(from, 0);
    // Written again it must be the same: two spellings of one value would be two documents.
    return from.at === bytes.length && compareBytes(encodeCbor(value), bytes) === 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

interface Source {
  readonly bytes: Uint8Array;
  at: number;
}

function take(from: Source, length: number): Uint8Array {
  if (from.at + length > from.bytes.length) throw new Error('CBOR ends early');
  from.at += length;
  return from.bytes.slice(from.at - length, from.at);
}

function size(from: Source, low: number): number {
  if (low < 24) return low;
  const length = { 24: 1, 25: 2, 26: 4 }[low];
  if (length === undefined) throw new Error('A length that no credential has');
  return take(from, length).reduce((sum, each) => sum * 256 + each, 0);
}

function read(from: Source, depth: number): Cbor {
  if (depth > 6) throw new Error('CBOR is too deep');
  const [first = 0] = take(from, 1);
  if (first === 0xf4 || first === 0xf5) return first === 0xf5;
  const value = size(from, first & 0x1f);
  switch (first >> 5) {
    case 0:
      return value;
    case 1:
      return -1 - value;
    case 2:
      return take(from, value);
    case 3:
      return new TextDecoder('utf-8', { fatal: true }).decode(take(from, value));
    case 4:
      return Array.from({ length: Math.min(value, 100) }, () => read(from, depth + 1));
    case 5: {
      const map = new Map<number, Cbor>();
      for (let index = 0; index < Math.min(value, 100); index += 1) {
        const key = read(from, depth + 1);
        if (typeof key !== 'number') throw new Error('A key that no credential has');
        map.set(key, read(from, depth + 1));
      }
      return map;
    }
    default:
      throw new Error('A kind that no credential has');
  }
}
