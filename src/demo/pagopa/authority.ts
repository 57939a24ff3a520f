import 'reflect-metadata';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** An authority of the demonstration under which digital stamps are signed, with one payment provider that it has certified. */
export interface StampAuthority {
  /** Certificate of the authority (PEM): whoever believes it believes the stamps. */
  readonly certificate: string;
  readonly signerCertificate: string;
  readonly signerKey: KeyObject;
}

/** The same as text, for a file. */
export interface KeptAuthority {
  readonly certificate: string;
  readonly signerCertificate: string;
  readonly signerKey: string;
}

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
const validity = { notBefore: new Date('2020-01-01'), notAfter: new Date('2049-12-31') };

/** Makes an authority; another name makes one that nobody believes. */
export async function makeStampAuthority(name = 'CA Bollo Telematico FAC-SIMILE'): Promise<KeptAuthority> {
  x509.cryptoProvider.set(crypto);
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: `CN=${name}, O=Sportello, C=IT`,
    ...validity,
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  const signerKeys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const signer = await x509.X509CertificateGenerator.create({
    serialNumber: '02',
    subject: `CN=Banca Esempio FAC-SIMILE, C=IT`,
    issuer: authority.subject,
    ...validity,
    signingAlgorithm: algorithm,
    publicKey: signerKeys.publicKey,
    signingKey: keys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    ],
  });
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', signerKeys.privateKey);
  return {
    certificate: authority.toString('pem'),
    signerCertificate: signer.toString('pem'),
    signerKey: createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
      .export({ format: 'pem', type: 'pkcs8' })
      .toString(),
  };
}

export function openStampAuthority(kept: KeptAuthority): StampAuthority {
  return { ...kept, signerKey: createPrivateKey(kept.signerKey) };
}
