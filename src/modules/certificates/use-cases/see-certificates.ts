import { dayAt } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Principal } from '#platform/database/principal.ts';
import { type Certificate, isValidOn } from '../domain/certificate.ts';
import { isIssued } from '../domain/certificate-lifecycle.ts';
import { findCertificate, listOfficeCertificates, listOwnCertificates } from '../store/certificates.ts';
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
  { db, now, sealing }: Seeing,
  as: Principal,
  read: (tx: Parameters<Parameters<Seeing['db']['transaction']>[1]>[0]) => Promise<Certificate[]>,
): Promise<CertificateView[]> {
  const today = dayAt(now(), certificateZone);
  return db.transaction(as, async (tx) => {
    const certificates = await read(tx);
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

/** What a municipality has issued: by number, about a person, or the newest. */
export function seeOfficeCertificates(
  deps: Seeing,
  as: Principal,
  {
    officeId,
    search,
  }: { readonly officeId: string; readonly search: { readonly number?: string; readonly personId?: string } },
): Promise<CertificateView[]> {
  const [, year, number] = /(\d{4})\/(\d{1,9})$/.exec(search.number?.trim() ?? '') ?? [];
  const unreadable = search.number !== undefined && number === undefined;
  if (unreadable) return Promise.resolve([]);
  return viewsOf(deps, as, (tx) =>
    listOfficeCertificates(tx, officeId, {
      number: number === undefined ? undefined : { year: Number(year), number: Number(number) },
      personId: search.personId,
    }),
  );
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
