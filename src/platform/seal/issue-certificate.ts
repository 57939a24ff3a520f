import { generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import { certificateParts } from './certificate-parts.ts';
import {
  bits,
  certificateTime,
  integer,
  named,
  octets,
  printableText,
  sequence,
  setOf,
  tagged,
  taggedOctets,
  truth,
  utf8,
} from './der.ts';
import { oid } from './object-ids.ts';
import { sha256 } from './signed-data.ts';

/** What a certificate is for: to issue others, to seal documents, to say when. */
export type Purpose = 'authority' | 'seal' | 'time_stamp';

export interface Wish {
  readonly name: string;
  readonly organization: string;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly purpose: Purpose;
}

/** A key with its certificate, and the certificates above it up to the root. */
export interface Issued {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  readonly above: readonly X509Certificate[];
}

/** Bits of the key usage extension (RFC 5280, 4.2.1.3), as a whole bit string. */
const usage: Readonly<Record<Purpose, Buffer>> = {
  // keyCertSign, cRLSign
  authority: Buffer.from([0x03, 0x02, 0x01, 0x06]),
  // digitalSignature, contentCommitment
  seal: Buffer.from([0x03, 0x02, 0x06, 0xc0]),
  // digitalSignature
  time_stamp: Buffer.from([0x03, 0x02, 0x07, 0x80]),
};

const extension = (id: string, value: Buffer, critical = false) =>
  sequence(named(id), ...(critical ? [truth()] : []), octets(value));

const nameOf = (name: string, organization: string) =>
  sequence(
    setOf(sequence(named(oid.country), printableText('IT'))),
    setOf(sequence(named(oid.organization), utf8(organization))),
    setOf(sequence(named(oid.commonName), utf8(name))),
  );

/** The short hash by which certificates name keys. */
const keyName = (publicKey: Buffer) => sha256(publicKey).subarray(0, 20);

/** Issues a certificate with a new P-256 key: by an authority above it, or by itself where there is none. */
export function issueCertificate(wish: Wish, by?: Issued): Issued {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const info = publicKey.export({ format: 'der', type: 'spki' });
  const subject = nameOf(wish.name, wish.organization);
  const above = by === undefined ? { subject, publicKey: info } : certificateParts(by.certificate.raw);
  const serial = randomBytes(16);
  serial[0] = 0x41;
  const extensions = sequence(
    extension(oid.basicConstraints, wish.purpose === 'authority' ? sequence(truth()) : sequence(), true),
    extension(oid.keyUsage, usage[wish.purpose], true),
    ...(wish.purpose === 'time_stamp'
      ? [extension(oid.extendedKeyUsage, sequence(named(oid.timeStamping)), true)]
      : []),
    extension(oid.subjectKey, octets(keyName(info))),
    extension(oid.authorityKey, sequence(taggedOctets(0, keyName(above.publicKey)))),
  );
  const body = sequence(
    tagged(0, integer(2)),
    integer(serial),
    sequence(named(oid.ecdsaWithSha256)),
    above.subject,
    sequence(certificateTime(wish.from), certificateTime(wish.until)),
    subject,
    info,
    tagged(3, extensions),
  );
  const signature = sign('sha256', body, by?.key ?? privateKey);
  const certificate = new X509Certificate(
    sequence(body, sequence(named(oid.ecdsaWithSha256)), bits(signature)),
  );
  return {
    key: privateKey,
    certificate,
    above: by === undefined ? [] : [by.certificate, ...by.above],
  };
}
