import { dayAt } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { noteReadings } from '#modules/registry/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Principal } from '#platform/database/principal.ts';
import { type Certificate, isValidOn } from '../domain/certificate.ts';
import { isIssued } from '../domain/certificate-lifecycle.ts';
import { findCertificate, listOwnCertificates } from '../store/certificates.ts';
import { type CertificateDeps, certificateZone } from './certificate-deps.ts';

/** How a certificate stands for whoever looks at it. */
export interface CertificateView {
  readonly certificate: Certificate;
  readonly revokedAt: Temporal.Instant | undefined;
  readonly revokedBecause: string | undefined;
  /** It can be fetched: issued, not revoked, its term not over (CE-5). */
  readonly valid: boolean;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Seeing = Pick<CertificateDeps, 'db' | 'now' | 'sealing'>;

async function viewsOf(
  deps: Seeing,
  as: Principal,
  read: (tx: Tx) => Promise<Certificate[]>,
): Promise<CertificateView[]> {
  return deps.db.transaction(as, async (tx) => viewsIn(tx, deps, await read(tx)));
}

/** Certificates as they stand today, with what the register says of their revocation. */
export async function viewsIn(
  tx: Tx,
  { now, sealing }: Pick<Seeing, 'now' | 'sealing'>,
  certificates: readonly Certificate[],
): Promise<CertificateView[]> {
  const today = dayAt(now(), certificateZone);
  const revoked = await sealing.revokedAmong(
    tx,
    certificates.filter((each) => isIssued(each.state)).map((each) => each.documentId),
  );
  return certificates.map((certificate) => {
    const { at: revokedAt, because: revokedBecause } = revoked.get(certificate.documentId) ?? {};
    return {
      certificate,
      revokedAt,
      revokedBecause,
      valid: isIssued(certificate.state) && revokedAt === undefined && isValidOn(certificate, today),
    };
  });
}

/** What a person has asked for, the newest first. */
export function seeOwnCertificates(deps: Seeing, accountId: string): Promise<CertificateView[]> {
  return viewsOf(deps, { kind: 'citizen', accountId }, (tx) => listOwnCertificates(tx, accountId));
}

/** One certificate, for the person who asked or an official of the municipality. */
export async function seeCertificate(
  deps: Seeing,
  as: Principal,
  id: string,
): Promise<CertificateView | undefined> {
  if (!uuid.test(id)) return undefined;
  const [view] = await viewsOf(deps, as, async (tx) => {
    const found = await findCertificate(tx, id);
    return found === undefined ? [] : [found];
  });
  return view;
}

/** One certificate that a municipality has issued, for its officials; whom it is about sees that it was read (RG-5). */
export async function seeIssuedCertificate(
  deps: Seeing,
  { officialId, officeId, id }: { officialId: string; officeId: string; id: string },
): Promise<CertificateView | undefined> {
  if (!uuid.test(id)) return undefined;
  return deps.db.transaction({ kind: 'official', officialId, officeIds: [officeId] }, async (tx) => {
    const found = await findCertificate(tx, id);
    if (found === undefined || found.officeId !== officeId || found.issue === null) return undefined;
    await noteReadings(tx, {
      people: [found.personId],
      reader: { kind: 'official', officialId, officeId, why: 'issued_certificates' },
      at: deps.now(),
    });
    const [view] = await viewsIn(tx, deps, [found]);
    return view;
  });
}

export type DownloadRefusal =
  | { readonly code: 'no_such_certificate' }
  | { readonly code: 'not_issued_yet' }
  | { readonly code: 'revoked' }
  | { readonly code: 'expired' };

/** The sealed file, as long as the certificate is valid (CE-5, CE-11). */
export async function fetchCertificate(
  deps: CertificateDeps,
  as: Principal,
  id: string,
): Promise<Outcome<{ readonly certificate: Certificate; readonly pdf: Uint8Array }, DownloadRefusal>> {
  const view = await seeCertificate(deps, as, id);
  if (view === undefined) return refused({ code: 'no_such_certificate' });
  const { certificate, revokedAt, valid } = view;
  if (!isIssued(certificate.state) || certificate.file === null) return refused({ code: 'not_issued_yet' });
  if (revokedAt !== undefined) return refused({ code: 'revoked' });
  if (!valid) return refused({ code: 'expired' });
  return granted({ certificate, pdf: await deps.files.read(certificate.file.key) });
}
