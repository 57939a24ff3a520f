import { X509Certificate } from 'node:crypto';
import { commonNameOf } from './chain.ts';
import { preparePdf, type SealWords } from './prepare-pdf.ts';
import type { SealKey } from './seal-key.ts';
import { signedData } from './signed-data.ts';
import { askTimeStamp, type TimeStampAuthority } from './time-stamp.ts';

interface SealTools {
  readonly key: SealKey;
  readonly authority: TimeStampAuthority;
}

/** Seals a PDF: PAdES baseline B-T (ETSI EN 319 142-1), whole or not at all. Without a time stamp there is no seal. */
export async function sealWith(
  { key, authority }: SealTools,
  pdf: Uint8Array,
  words: Omit<SealWords, 'name'>,
): Promise<Buffer> {
  const [own] = key.chain;
  if (own === undefined) throw new Error('A key without a certificate seals nothing');
  const prepared = preparePdf(pdf, { ...words, name: commonNameOf(new X509Certificate(own)) });
  const seal = await signedData({
    digest: prepared.digest,
    key,
    stamp: (signature) => askTimeStamp(authority, signature, () => Temporal.Now.instant()),
  });
  return prepared.fill(seal);
}
