import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Issued, issueCertificate } from './issue-certificate.ts';
import { writeKeyFile } from './key-file.ts';

/** Where the demonstration's authority keeps its things. */
export interface AuthorityFiles {
  /** The root's certificate (PEM), which anybody may have. */
  readonly rootFile: string;
  readonly sealKeyFile: string;
  readonly timeStampKeyFile: string;
}

const organization = 'FAC-SIMILE Sportello';
const year = 24 * 365;

/**
 * The demonstration's authority: a root, an issuing authority, a seal and a time-stamp authority, made at the first start. All
 * names say FAC-SIMILE. The keys of root and issuing authority are let go at once: nobody can issue in their name.
 */
export function ensureDemonstrationAuthority(
  folder: string,
  passphrase: string,
  now: Temporal.Instant,
): AuthorityFiles {
  const files = {
    rootFile: join(folder, 'authority.pem'),
    sealKeyFile: join(folder, 'seal.key.json'),
    timeStampKeyFile: join(folder, 'time-stamp.key.json'),
  };
  // The root is written last: it says that everything is there.
  if (existsSync(files.rootFile) && readFileSync(files.rootFile, 'utf8').includes('END CERTIFICATE'))
    return files;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const from = now.subtract({ hours: 24 });
  const lasting = (years: number) => ({ organization, from, until: now.add({ hours: year * years }) });
  const root = issueCertificate({ name: 'FAC-SIMILE Autorità radice', purpose: 'authority', ...lasting(20) });
  const issuing = issueCertificate(
    { name: 'FAC-SIMILE Autorità di certificazione', purpose: 'authority', ...lasting(12) },
    root,
  );
  const seal = issueCertificate(
    { name: 'FAC-SIMILE Direzione Centrale per i Servizi Demografici', purpose: 'seal', ...lasting(6) },
    issuing,
  );
  const stamp = issueCertificate(
    { name: 'FAC-SIMILE Autorità di marcatura temporale', purpose: 'time_stamp', ...lasting(6) },
    issuing,
  );
  writeKeyFile(files.sealKeyFile, keyPairOf(seal), passphrase);
  writeKeyFile(files.timeStampKeyFile, keyPairOf(stamp), passphrase);
  writeFileSync(files.rootFile, root.certificate.toString());
  return files;
}

/** An issued key as a key file takes it. */
export function keyPairOf({ key, certificate, above }: Issued): {
  readonly secret: Buffer;
  readonly chain: readonly Buffer[];
} {
  return {
    secret: key.export({ format: 'der', type: 'pkcs8' }),
    chain: [certificate, ...above].map((each) => each.raw),
  };
}
