import { named } from './der.ts';
import { oid } from './object-ids.ts';
import { expected, only, type Piece, partsOf } from './read-der.ts';

export interface TimeStampInfo {
  readonly imprint: Buffer;
  readonly at: Temporal.Instant;
  readonly nonce: Buffer | undefined;
}

/** SHA-256 of something, as a time stamp or a question for one holds it (MessageImprint); nothing for other hashes. */
export function imprintIn(piece: Piece | undefined): Buffer | undefined {
  const [algorithm, hash] = partsOf(expected(piece, 0x30));
  const [name] = partsOf(expected(algorithm, 0x30));
  return name?.whole.equals(named(oid.sha256)) ? expected(hash, 0x04).content : undefined;
}

/** Reads what a time stamp says (TSTInfo, RFC 3161, 2.4.2); throws where it is unreadable or of another hash. */
export function readTimeStampInfo(content: Buffer): TimeStampInfo {
  const [version, policy, print, serial, time, ...more] = partsOf(only(content, 0x30));
  expected(version, 0x02);
  expected(policy, 0x06);
  expected(serial, 0x02);
  const imprint = imprintIn(print);
  if (imprint === undefined) throw new Error('A time stamp of another hash');
  const [, year, month, day, hour, minute, second, part = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(
      expected(time, 0x18).content.toString('latin1'),
    ) ?? [];
  return {
    imprint,
    at: Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}${part}Z`),
    nonce: more.find((each) => each.tag === 0x02)?.content,
  };
}
