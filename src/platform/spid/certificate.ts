import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  CertificatePolicies,
  DisplayText,
  PolicyInformation,
  PolicyQualifierInfo,
  UserNotice,
} from '@peculiar/asn1-x509';
// The library of certificates looks for this when it is loaded.
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { SigningKey } from './sign.ts';

export interface Named {
  readonly entityId: string;
  readonly organization: string;
  readonly ipaCode: string;
  readonly locality: string;
}

const userNotice = '1.3.6.1.5.5.7.2.2';
/** The policies of a public service provider (avviso SPID n. 29). */
const policies = [
  ['1.3.76.16', 'AgIDroot'],
  ['1.3.76.16.6', 'agIDcert'],
  ['1.3.76.16.4.2.1', 'cert_SP_Pub'],
] as const;

function policyExtension(): Extension {
  const noticed = policies.map(
    ([policyIdentifier, utf8String]) =>
      new PolicyInformation({
        policyIdentifier,
        policyQualifiers: [
          new PolicyQualifierInfo({
            policyQualifierId: userNotice,
            qualifier: AsnConvert.serialize(
              new UserNotice({ explicitText: new DisplayText({ utf8String }) }),
            ),
          }),
        ],
      }),
  );
  return new Extension('2.5.29.32', false, AsnConvert.serialize(new CertificatePolicies(noticed)));
}

/** A key with a certificate of its own, as AgID wants it of public services (avviso SPID n. 29, version 3). */
export async function makeSigningKey(named: Named, now: Temporal.Instant): Promise<SigningKey> {
  const keys = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 3072,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ['sign', 'verify'],
  );
  const certificate = await X509CertificateGenerator.createSelfSigned({
    keys,
    notBefore: new Date(now.epochMilliseconds),
    notAfter: new Date(now.add({ hours: 24 * 365 * 2 }).epochMilliseconds),
    name: [
      { CN: [named.organization] },
      { O: [named.organization] },
      { '2.5.4.83': [named.entityId] },
      { '2.5.4.97': [`PA:IT-${named.ipaCode}`] },
      { C: ['IT'] },
      { L: [named.locality] },
    ],
    extensions: [
      new BasicConstraintsExtension(false),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      policyExtension(),
    ],
  });
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();
  return { privateKey, certificate: new X509Certificate(Buffer.from(certificate.rawData)).toString() };
}

/** The key that lies in a folder, made there at the first start; of two that make one at once, one wins. */
export async function keptSigningKey(
  folder: string,
  named: Named,
  now: Temporal.Instant,
): Promise<SigningKey> {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  if (!existsSync(folder)) {
    const made = await makeSigningKey(named, now);
    const half = `${folder}.${crypto.randomUUID()}`;
    mkdirSync(half, { recursive: true, mode: 0o700 });
    writeFileSync(join(half, 'key.pem'), made.privateKey, { mode: 0o600 });
    writeFileSync(join(half, 'certificate.pem'), made.certificate, { mode: 0o600 });
    try {
      renameSync(half, folder);
    } catch {
      rmSync(half, { recursive: true });
    }
  }
  return { privateKey: read('key.pem'), certificate: read('certificate.pem') };
}
