import { randomBytes, type X509Certificate } from 'node:crypto';
import { chainFault } from './chain.ts';
import { integer, named, octets, sequence, truth } from './der.ts';
import { oid } from './object-ids.ts';
import { expected, only, partsOf } from './read-der.ts';
import { readSignedData } from './read-signed-data.ts';
import { sha256 } from './signed-data.ts';
import { readTimeStampInfo, type TimeStampInfo } from './time-stamp-info.ts';

/** Who says when (autorità di marcatura temporale), and who vouches for them. */
export interface TimeStampAuthority {
  readonly url: string;
  readonly roots: readonly X509Certificate[];
  /** How long one question may take. */
  readonly patienceMs?: number;
}

/** Why an answer of the authority is not taken. */
export type TimeStampFault =
  | 'unreachable'
  | 'rejected'
  | 'unreadable'
  | 'wrong_imprint'
  | 'wrong_nonce'
  | 'wrong_purpose'
  | 'foreign'
  | 'expired'
  | 'wrong_time';

export class TimeStampMissing extends Error {
  readonly fault: TimeStampFault;
  constructor(fault: TimeStampFault, cause?: unknown) {
    super(`No time stamp: ${fault}`, { cause });
    this.fault = fault;
  }
}

export interface TimeStamp {
  readonly at: Temporal.Instant;
  readonly authority: X509Certificate;
}

/** The authority's clock and ours may differ by so much. */
const drift = Temporal.Duration.from({ minutes: 5 });

/** Asks for a time stamp on bytes (RFC 3161 over HTTP) and takes only one that is for them and for this question. */
export async function askTimeStamp(
  { url, roots, patienceMs = 5000 }: TimeStampAuthority,
  bytes: Uint8Array,
  now: () => Temporal.Instant,
): Promise<Buffer> {
  const nonce = randomBytes(16);
  // A positive integer in its shortest form.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  const question = sequence(
    integer(1),
    sequence(sequence(named(oid.sha256)), octets(sha256(bytes))),
    integer(nonce),
    truth(),
  );
  const token = tokenIn(await post(url, question, patienceMs));
  const stamp = readTimeStamp(token, bytes, roots, nonce);
  if ('fault' in stamp) throw new TimeStampMissing(stamp.fault);
  if (Temporal.Duration.compare(stamp.at.since(now()).abs(), drift) > 0)
    throw new TimeStampMissing('wrong_time');
  return token;
}

async function post(url: string, question: Buffer, patienceMs: number): Promise<Buffer> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: new Uint8Array(question),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!answer.ok) throw new Error(`The authority answered ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  } catch (error) {
    throw new TimeStampMissing('unreachable', error);
  }
}

/** The time stamp in a reply (TimeStampResp): granted, or granted with changes; everything else is a refusal. */
function tokenIn(answer: Buffer): Buffer {
  let status: number;
  let token: Buffer | undefined;
  try {
    const [state, stamp] = partsOf(only(answer, 0x30));
    const [code] = partsOf(expected(state, 0x30));
    status = expected(code, 0x02).content.readUInt8();
    token = stamp?.whole;
  } catch (error) {
    throw new TimeStampMissing('unreadable', error);
  }
  if (status !== 0 && status !== 1) throw new TimeStampMissing('rejected');
  if (token === undefined) throw new TimeStampMissing('unreadable');
  return token;
}

/** Reads a time stamp on bytes, and says what is wrong with it where something is. */
export function readTimeStamp(
  token: Uint8Array,
  bytes: Uint8Array,
  roots: readonly X509Certificate[],
  nonce?: Uint8Array,
): TimeStamp | { readonly fault: TimeStampFault } {
  const message = readSignedData(token);
  if (message?.within === undefined || message.length !== token.length) return { fault: 'unreadable' };
  let info: TimeStampInfo;
  try {
    info = readTimeStampInfo(message.within.content);
  } catch {
    return { fault: 'unreadable' };
  }
  if (!sha256(bytes).equals(info.imprint)) return { fault: 'wrong_imprint' };
  if (nonce !== undefined && info.nonce?.equals(nonce) !== true) return { fault: 'wrong_nonce' };
  if (!(message.signer.keyUsage ?? []).includes(oid.timeStamping)) return { fault: 'wrong_purpose' };
  const fault = chainFault(message.signer, message.others, roots, info.at);
  return fault === undefined ? { at: info.at, authority: message.signer } : { fault };
}
