import { readFileSync } from 'node:fs';
import { certificatesOf } from './chain.ts';
import type { Trusted } from './check-pdf.ts';
import { readKeyFile } from './key-file.ts';
import type { SealKey } from './seal-key.ts';
import { openSealer, type Sealer } from './sealer.ts';

/** Everything by which an installation seals and checks. */
export interface Sealing extends Sealer {
  /** The same key for lists and other small things that need no time stamp. */
  readonly key: SealKey;
  readonly trusted: Trusted;
  /** Certificates of the authorities (PEM), for everybody who wants to check without us. */
  readonly authorityPem: string;
  /** Seals of the demonstration prove nothing, and everything that it issues says so. */
  readonly facSimile: boolean;
}

export interface SealingFiles {
  readonly keyFile: string;
  readonly passphrase: string;
  readonly authorityFile: string;
  readonly timeStampUrl: string;
  readonly timeStampAuthorityFile: string;
  readonly facSimile: boolean;
}

/** Opens the key and the trusted authorities; a file that is missing or does not open stops the start. */
export function openSealing(files: SealingFiles): Sealing {
  const authorityPem = readFileSync(files.authorityFile, 'utf8');
  const timeStampRoots = readFileSync(files.timeStampAuthorityFile, 'utf8');
  const { keyFile, passphrase, timeStampUrl, facSimile } = files;
  const sealer = openSealer({ keyFile, passphrase, timeStampUrl, timeStampRoots });
  return {
    sealPdf: sealer.sealPdf,
    stop: sealer.stop,
    key: readKeyFile(keyFile, passphrase),
    trusted: { seals: certificatesOf(authorityPem), timeStamps: certificatesOf(timeStampRoots) },
    authorityPem,
    facSimile,
  };
}
