import type { Tx } from '#platform/database/database.ts';
import { findCertificate } from '../store/certificates.ts';
import type { CertificateDeps } from './certificate-deps.ts';
import { goOn } from './issue-steps.ts';

/**
 * The stamp of a certificate is bought: it goes on to its number, in the transaction in which payments say that it goes
 * on. One that is not waiting for money, or a stamp for another document, cannot; then the money goes back.
 */
export async function continuePaid(
  deps: Pick<CertificateDeps, 'now' | 'stamping'>,
  tx: Tx,
  order: { readonly id: string; readonly certificateId: string },
): Promise<'continued' | 'cannot_continue'> {
  const at = deps.now();
  const certificate = await findCertificate(tx, order.certificateId);
  if (certificate?.orderId !== order.id) return 'cannot_continue';
  const { stamp } = (await deps.stamping?.standing(tx, order.id)) ?? {};
  if (stamp === undefined || stamp.hash !== certificate.rendering?.hash) return 'cannot_continue';
  const { iubd, boughtOn } = stamp;
  const went = await goOn(tx, certificate, 'pay', at, async () => ({
    paidAt: at,
    stamp: { iubd, boughtOn },
  }));
  return went ? 'continued' : 'cannot_continue';
}
