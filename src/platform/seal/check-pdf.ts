import type { X509Certificate } from 'node:crypto';
import { chainFault, commonNameOf } from './chain.ts';
import { readSignedData } from './read-signed-data.ts';
import { sha256 } from './signed-data.ts';
import { readTimeStamp } from './time-stamp.ts';

export interface Trusted {
  /** Authorities that vouch for seals, and those that vouch for time stamps. */
  readonly seals: readonly X509Certificate[];
  readonly timeStamps: readonly X509Certificate[];
}

export type SealCheck =
  /** Our seal, whole, on exactly this file. */
  | {
      readonly is: 'sealed';
      readonly at: Temporal.Instant;
      readonly name: string;
      readonly fingerprint: string;
      readonly digest: Buffer;
    }
  /** There was our seal, and the file is not what it was put on: changed, or something was added behind it. */
  | { readonly is: 'changed' | 'added_to'; readonly digest?: Buffer }
  /** The certificate of the seal was not valid when it was put. */
  | { readonly is: 'expired'; readonly digest: Buffer }
  /** A seal of somebody else. */
  | { readonly is: 'foreign'; readonly name: string; readonly digest?: Buffer }
  | { readonly is: 'unsealed'; readonly digest?: Buffer };

/** The place of a seal as our writer leaves it: its ranges, then at once its content. */
const place = /\/ByteRange \[0 +(\d+) +(\d+) +(\d+)\]\n\/Contents <([0-9A-F]+)>/g;

/** Says whose seal is on a PDF and whether it still is the file that was sealed. The register is asked elsewhere. */
export function checkPdf(pdf: Uint8Array, trusted: Trusted): SealCheck {
  const content = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = content.toString('latin1');
  const seals = [...text.matchAll(place)];
  const [seal] = seals;
  if (seal === undefined) return withoutPlace(text, trusted);
  const [before, after, rest] = [seal[1], seal[2], seal[3]].map(Number) as [number, number, number];
  const hex = seal[4] ?? '';
  const starts = seal.index + seal[0].length - hex.length - 2;
  const digest = sha256(Buffer.concat([content.subarray(0, before), content.subarray(after)]));
  const message = readSignedData(Buffer.from(hex, 'hex'));
  const whose = message && chainFault(message.signer, message.others, trusted.seals, validAt(message.signer));
  if (message === undefined) return { is: 'changed', digest };
  if (whose !== undefined) return { is: 'foreign', name: commonNameOf(message.signer), digest };
  if (seals.length > 1 || after + rest < content.length) return { is: 'added_to', digest };
  if (before !== starts || after !== starts + hex.length + 2 || after + rest !== content.length)
    return { is: 'changed', digest };
  if (!message.digest.equals(digest) || !/^0*$/.test(hex.slice(message.length * 2)))
    return { is: 'changed', digest };
  const stamp =
    message.stamp === undefined
      ? undefined
      : readTimeStamp(message.stamp, message.signature, trusted.timeStamps);
  if (stamp === undefined || 'fault' in stamp) return { is: 'changed', digest };
  const late = chainFault(message.signer, message.others, trusted.seals, stamp.at);
  if (late !== undefined) return { is: 'expired', digest };
  return {
    is: 'sealed',
    at: stamp.at,
    name: commonNameOf(message.signer),
    fingerprint: message.signer.fingerprint256.replaceAll(':', '').toLowerCase(),
    digest,
  };
}

/** Whose a certificate is does not depend on the day: asked for the time that it was made for. */
const validAt = (certificate: X509Certificate) =>
  Temporal.Instant.fromEpochMilliseconds(certificate.validFromDate.getTime());

/** A file in which the place of our seal was spoilt still shows whose seal it was. */
function withoutPlace(text: string, trusted: Trusted): SealCheck {
  const [, hex] = /<(30[0-9A-Fa-f]{1000,})>/.exec(text) ?? [];
  const message = hex === undefined ? undefined : readSignedData(Buffer.from(hex, 'hex'));
  if (message === undefined) return { is: 'unsealed' };
  return chainFault(message.signer, message.others, trusted.seals, validAt(message.signer)) === undefined
    ? { is: 'changed' }
    : { is: 'foreign', name: commonNameOf(message.signer) };
}
