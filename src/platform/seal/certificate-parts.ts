import { only, partsOf } from './read-der.ts';

interface CertificateParts {
  readonly serial: Buffer;
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly publicKey: Buffer;
}

/** Names, serial number and key as they stand in a certificate, byte by byte. */
export function certificateParts(certificate: Uint8Array): CertificateParts {
  const [body] = partsOf(only(Buffer.from(certificate), 0x30));
  const parts = body === undefined ? [] : partsOf(body);
  // A certificate of version 3 begins with the version, `[0]`.
  const [serial, , issuer, , subject, publicKey] = parts
    .slice(parts[0]?.tag === 0xa0 ? 1 : 0)
    .map((each) => each.whole);
  if (!serial || !issuer || !subject || !publicKey) throw new Error('A certificate has no names');
  return { serial, issuer, subject, publicKey };
}
