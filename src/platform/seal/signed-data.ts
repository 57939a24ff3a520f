import { createHash } from 'node:crypto';
import { certificateParts } from './certificate-parts.ts';
import { integer, named, octets, sequence, setOf, tagged } from './der.ts';
import { oid } from './object-ids.ts';
import type { SealKey } from './seal-key.ts';

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const attribute = (type: string, value: Buffer): Buffer => sequence(named(type), setOf(value));

export interface ToBeSigned {
  /** What is signed: outside of the message (a PDF), or within it with its type (a time stamp). */
  readonly digest: Uint8Array;
  readonly within?: { readonly type: string; readonly content: Uint8Array };
  readonly key: SealKey;
  /** The time stamp on the signature, asked for once the signature is known. */
  readonly stamp?: (signature: Uint8Array) => Promise<Uint8Array>;
}

/**
 * A signed message (CMS, RFC 5652) with the attributes of CAdES baseline B (ETSI EN 319 122-1), with a time stamp
 * of level T. It bears no time of its own: the one that counts is the authority's.
 */
export async function signedData({ digest, within, key, stamp }: ToBeSigned): Promise<Buffer> {
  const [own] = key.chain;
  if (own === undefined) throw new Error('A key without a certificate signs nothing');
  const contentType = within?.type ?? oid.data;
  const attributes = [
    attribute(oid.contentType, named(contentType)),
    attribute(oid.messageDigest, octets(digest)),
    // The hash algorithm is left out where it is SHA-256 (the default of RFC 5035).
    attribute(oid.signingCertificateV2, sequence(sequence(sequence(octets(sha256(own)))))),
  ].toSorted(Buffer.compare);
  const signature = await key.sign(setOf(...attributes));
  const token = await stamp?.(signature);
  const { issuer, serial } = certificateParts(own);
  const signer = sequence(
    integer(1),
    sequence(issuer, serial),
    sequence(named(oid.sha256)),
    tagged(0, ...attributes),
    sequence(named(oid.ecdsaWithSha256)),
    octets(signature),
    ...(token === undefined
      ? []
      : [tagged(1, sequence(named(oid.timeStampToken), setOf(Buffer.from(token))))]),
  );
  const certificates = key.chain.map((each) => Buffer.from(each)).toSorted(Buffer.compare);
  const message = sequence(
    integer(within === undefined ? 1 : 3),
    setOf(sequence(named(oid.sha256))),
    within === undefined
      ? sequence(named(contentType))
      : sequence(named(contentType), tagged(0, octets(within.content))),
    tagged(0, ...certificates),
    setOf(signer),
  );
  return sequence(named(oid.signedData), tagged(0, message));
}
