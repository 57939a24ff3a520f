import type { X509Certificate } from 'node:crypto';
import { keyPairOf } from './demonstration-authority.ts';
import { type Issued, issueCertificate, type Wish } from './issue-certificate.ts';
import { keyOf } from './key-file.ts';
import type { SealKey } from './seal-key.ts';

const now = () => Temporal.Now.instant();

/** An issued key that is good from yesterday to tomorrow, unless a test wants another one. */
export function anIssued(wish: Partial<Wish> = {}, by?: Issued): Issued {
  return issueCertificate(
    {
      name: 'FAC-SIMILE Prova',
      organization: 'FAC-SIMILE',
      purpose: 'seal',
      from: now().subtract({ hours: 24 }),
      until: now().add({ hours: 24 }),
      ...wish,
    },
    by,
  );
}

export const keyOfIssued = (issued: Issued): SealKey => keyOf(keyPairOf(issued));

export interface TestAuthority {
  readonly root: Issued;
  readonly seal: Issued;
  readonly stamp: Issued;
  readonly roots: readonly X509Certificate[];
}

/** A root with a seal and a time-stamp authority below it. */
export function anAuthority(): TestAuthority {
  const root = anIssued({
    purpose: 'authority',
    name: 'FAC-SIMILE Radice',
    from: now().subtract({ hours: 24 * 900 }),
    until: now().add({ hours: 24 * 900 }),
  });
  return {
    root,
    seal: anIssued({}, root),
    stamp: anIssued({ purpose: 'time_stamp', name: 'FAC-SIMILE Marche' }, root),
    roots: [root.certificate],
  };
}
