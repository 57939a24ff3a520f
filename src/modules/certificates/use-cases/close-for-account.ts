import type { Closed } from '#kernel/account-closing.ts';
import type { Tx } from '#platform/database/database.ts';
import { record, system } from '#platform/event-log/record.ts';
import { deleteCertificate, lockCertificatesOf, unlinkCertificate } from '../store/certificates.ts';
import type { CertificateDeps } from './certificate-deps.ts';

/**
 * The account goes (chiusura dell'utenza). What has a number stays in the municipality's register without the account: a
 * certificate goes on being valid, and who has it must be able to check it. What was never issued is erased. Runs in a
 * transaction of the platform.
 */
export async function closeForAccount(
  tx: Tx,
  deps: Pick<CertificateDeps, 'files' | 'stamping'>,
  { accountId, at }: { accountId: string; at: Temporal.Instant },
): Promise<Closed> {
  const certificates = await lockCertificatesOf(tx, accountId);
  const numbered = certificates.filter((each) => each.issue !== null);
  const others = certificates.filter((each) => each.issue === null);
  for (const { id } of numbered) await unlinkCertificate(tx, id);
  for (const { id, orderId, state } of others) {
    if (orderId !== null && state === 'awaiting_payment') await deps.stamping?.end(tx, orderId, at);
    // Paid and not numbered yet: nobody is left to whom it could be given.
    if (orderId !== null && state === 'paid') await deps.stamping?.refund(tx, orderId, at);
    await deleteCertificate(tx, id);
  }
  if (certificates.length > 0)
    await record(tx, {
      type: 'certificate.account-removed',
      subject: { kind: 'account', id: accountId },
      actor: system('account-closing'),
      at,
      facts: { kept: numbered.length, erased: others.length },
    });
  return {
    erased: others.length > 0 ? ['certificate_requests'] : [],
    kept:
      numbered.length > 0 ? [{ what: 'certificates', because: 'register_of_certificates', until: null }] : [],
  };
}
