import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { findCertificate, listAwaitingPayment } from '../store/certificates.ts';
import { asCertificates, type CertificateDeps } from './certificate-deps.ts';
import { goOn } from './issue-steps.ts';

export type GivingUpRefusal = { readonly code: 'no_such_certificate' } | { readonly code: 'not_now' };

/** The person does not want a certificate that is not paid yet. */
export async function giveUpCertificate(
  deps: CertificateDeps,
  { id, accountId }: { id: string; accountId: string },
): Promise<Outcome<null, GivingUpRefusal>> {
  const at = deps.now();
  return deps.db.transaction(asCertificates, async (tx) => {
    const certificate = await findCertificate(tx, id);
    if (certificate?.accountId !== accountId) return refused({ code: 'no_such_certificate' });
    if (certificate.state === 'given_up') return granted(null);
    if (certificate.state !== 'awaiting_payment' || certificate.orderId === null)
      return refused({ code: 'not_now' });
    // Who has paid meanwhile and only does not see it yet keeps the certificate.
    await deps.stamping?.end(tx, certificate.orderId, at);
    const standing = await deps.stamping?.standing(tx, certificate.orderId);
    if (standing?.ended === false) return refused({ code: 'not_now' });
    await goOn(tx, certificate, 'give_up', at, async () => ({}));
    return granted(null);
  });
}

const atOnce = 200;

/** Certificates whose payment has ended without money end with it. */
export async function endUnpaidCertificates(deps: CertificateDeps): Promise<void> {
  const waiting = await deps.db.transaction(asCertificates, (tx) => listAwaitingPayment(tx, atOnce));
  for (const { id, orderId } of waiting)
    await deps.db.transaction(asCertificates, async (tx) => {
      if ((await deps.stamping?.standing(tx, orderId))?.ended !== true) return;
      await goOn(tx, { id }, 'give_up', deps.now(), async () => ({}));
    });
}
