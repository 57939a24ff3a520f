import { randomBytes } from 'node:crypto';
import { generalizedTime, integer, named, octets, sequence, utf8 } from '#platform/seal/der.ts';
import { oid } from '#platform/seal/object-ids.ts';
import { only, partsOf } from '#platform/seal/read-der.ts';
import type { SealKey } from '#platform/seal/seal-key.ts';
import { sha256, signedData } from '#platform/seal/signed-data.ts';
import { imprintIn } from '#platform/seal/time-stamp-info.ts';

export interface Answering {
  readonly question: Uint8Array;
  readonly key: SealKey;
  readonly at: Temporal.Instant;
  readonly fault?: 'rejected' | 'wrong_nonce' | 'wrong_imprint' | 'wrong_time' | undefined;
}

/** The policy under which the demonstration stamps: an arc for examples (RFC 5612). */
const policy = '1.3.6.1.4.1.32473.1';

/** The reply to a question for a time stamp (RFC 3161, 2.4.2). */
export async function answerTimeStamp({ question, key, at, fault }: Answering): Promise<Buffer> {
  let imprint: Buffer | undefined;
  let nonce: Buffer | undefined;
  try {
    const [, print, ...more] = partsOf(only(Buffer.from(question), 0x30));
    imprint = imprintIn(print);
    const sent = more.find((each) => each.tag === 0x02);
    nonce = sent && Buffer.from(sent.content);
  } catch {
    return rejection('The question cannot be read');
  }
  if (fault === 'rejected' || imprint === undefined) return rejection('The authority does not stamp this');
  if (fault === 'wrong_nonce' && nonce !== undefined) nonce[nonce.length - 1] = (nonce.at(-1) ?? 0) ^ 1;
  const moment = fault === 'wrong_time' ? at.subtract({ hours: 2 }) : at;
  const serial = randomBytes(12);
  serial[0] = 0x41;
  const content = sequence(
    integer(1),
    named(policy),
    sequence(sequence(named(oid.sha256)), octets(fault === 'wrong_imprint' ? sha256(imprint) : imprint)),
    integer(serial),
    generalizedTime(moment),
    ...(nonce === undefined ? [] : [integer(nonce)]),
  );
  const token = await signedData({
    digest: sha256(content),
    within: { type: oid.timeStampInfo, content },
    key,
  });
  return sequence(sequence(integer(0)), token);
}

function rejection(why: string): Buffer {
  return sequence(sequence(integer(2), sequence(utf8(why))));
}
