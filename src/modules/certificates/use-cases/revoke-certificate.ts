import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Principal } from '#platform/database/principal.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { mayServe, type Official, principalOf } from '#platform/web/who.ts';
import { isIssued } from '../domain/certificate-lifecycle.ts';
import { findCertificate } from '../store/certificates.ts';
import type { CertificateDeps, RevocationReason } from './certificate-deps.ts';

export type RevokingRefusal =
  | { readonly code: 'no_such_certificate' }
  | { readonly code: 'not_issued_yet' }
  | KeyReused;

/** An official of the municipality takes an issued certificate back (revoca): checks say so from now on. */
export function revokeCertificate(
  deps: CertificateDeps,
  official: Official,
  { id, because, key }: { id: string; because: RevocationReason; key: string },
): Promise<Outcome<null, RevokingRefusal>> {
  const at = deps.now();
  const as: Principal = principalOf(official);
  return deps.db.transaction(as, (tx) =>
    once<null, RevokingRefusal>(
      tx,
      { scope: official.officialId, key, wish: { id, because }, at },
      async () => {
        const certificate = await findCertificate(tx, id);
        if (certificate === undefined || !mayServe(official, certificate.officeId))
          return refused({ code: 'no_such_certificate' });
        if (!isIssued(certificate.state)) return refused({ code: 'not_issued_yet' });
        await deps.sealing.revoke(tx, certificate.documentId, { officialId: official.officialId }, because);
        await record(tx, {
          type: 'certificate.revoked',
          subject: { kind: 'certificate', id },
          actor: { kind: 'official', id: official.officialId },
          at,
          officeId: certificate.officeId,
          ...(certificate.accountId === null ? {} : { accountId: certificate.accountId }),
          facts: { because },
        });
        return granted(null);
      },
    ),
  );
}
