import type { Certificate } from '../domain/certificate.ts';
import { certificateLifecycle } from '../domain/certificate-lifecycle.ts';
import { isHopeless, nextTryAfter } from '../domain/retry.ts';
import { findCertificate, listToGoOn, saveTry } from '../store/certificates.ts';
import { asCertificates, type CertificateDeps } from './certificate-deps.ts';
import { goOn, issueSteps } from './issue-steps.ts';

/**
 * Goes on with the issue of a certificate (rilascio) as far as it can. Broken off at any point, it is done again from
 * the last step that was written down: one number, one sealed document, one letter.
 */
export async function issueCertificate(deps: CertificateDeps, id: string): Promise<Certificate | undefined> {
  for (;;) {
    const certificate = await deps.db.transaction(asCertificates, (tx) => findCertificate(tx, id));
    const step = certificate && issueSteps[certificate.state];
    if (certificate === undefined || step === undefined) return certificate;
    await step(deps, certificate);
  }
}

/** So many certificates are gone on with in one round. */
const atOnce = 100;

/** Goes on with every certificate of which a step is due; one that breaks off holds up nobody else's. */
export async function issueDueCertificates(deps: CertificateDeps): Promise<void> {
  const due = await deps.db.transaction(asCertificates, (tx) => listToGoOn(tx, deps.now(), atOnce));
  const faults: unknown[] = [];
  for (const id of due) {
    try {
      await issueCertificate(deps, id);
    } catch (error) {
      faults.push(error);
      await tryLater(deps, id);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Certificates that cannot be issued now');
}

/** Puts the next try off, or gives up what could not be issued for days: then the money goes back. */
async function tryLater(deps: CertificateDeps, id: string): Promise<void> {
  const at = deps.now();
  await deps.db.transaction(asCertificates, async (tx) => {
    const certificate = await findCertificate(tx, id);
    if (certificate === undefined) return;
    const since = certificate.paidAt ?? certificate.requestedAt;
    // One that was issued before is owed: it is tried for as long as it takes.
    const owed = certificate.replacedAt !== null;
    if (!owed && isHopeless(since, at) && certificateLifecycle.allows(certificate.state, 'fail')) {
      await goOn(tx, certificate, 'fail', at, async (held) => {
        if (held.file !== null)
          await deps.sealing.revoke(tx, held.documentId, 'platform', 'issued_by_mistake');
        if (held.orderId !== null) await deps.stamping?.refund(tx, held.orderId, at);
        return {};
      });
      return;
    }
    const tries = certificate.tries + 1;
    await saveTry(tx, id, { tries, nextTryAt: nextTryAfter(tries, at) });
  });
}
