import { fromBER, type Sequence } from 'asn1js';

interface CertificateParts {
  readonly serial: Buffer;
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly publicKey: Buffer;
}

/** Names and serial number as they stand in a certificate, byte by byte. */
export function certificateParts(certificate: Uint8Array): CertificateParts {
  const { result } = fromBER(new Uint8Array(certificate).buffer);
  const [body] = (result as Sequence).valueBlock.value;
  const parts = (body as Sequence).valueBlock.value;
  // A certificate of version 3 begins with the version, `[0]`.
  const [serial, , issuer, , subject, publicKey] = parts
    .slice(parts[0]?.idBlock.tagClass === 3 ? 1 : 0)
    .map((each) => Buffer.from(each.valueBeforeDecodeView));
  if (!serial || !issuer || !subject || !publicKey) throw new Error('A certificate has no names');
  return { serial, issuer, subject, publicKey };
}
