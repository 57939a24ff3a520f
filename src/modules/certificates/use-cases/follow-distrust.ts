import { dayAt } from '#kernel/civil-date.ts';
import { findApplicants, findVerifiedEmail } from '#modules/identity/public.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { record, system } from '#platform/event-log/record.ts';
import type { Distrust } from '../domain/distrust.ts';
import type { SealedDocument } from '../domain/verification.ts';
import { distrustLetter } from '../letters/distrust-letter.ts';
import { findByDocument } from '../store/certificates.ts';
import { insertTouched, listRunning, saveDistrust, saveTold, takeUntold } from '../store/distrusts.ts';
import { findSealed } from '../store/sealed-documents.ts';
import { asCertificates, type CertificateDeps, certificateZone } from './certificate-deps.ts';
import { issueAgainIn } from './issue-steps.ts';
import { revokeNextOfKey } from './revoke-sealed.ts';
import { asVerification, type SealedDeps } from './sealed-deps.ts';

/**
 * Revokes every document that a distrusted key has signed, batch by batch, and notes those that still counted: something
 * follows for them. Broken off, it goes on where it was. Answers how many were revoked.
 */
export async function revokeDistrusted(
  { db, now }: Pick<SealedDeps, 'db' | 'now'>,
  distrust: Distrust,
): Promise<number> {
  const touched =
    distrust.keyKind === 'code_key' ? { codeKey: distrust.keyId } : { sealCertificate: distrust.keyId };
  let count = 0;
  for (;;) {
    const revoked = await db.transaction(asVerification, async (tx) => {
      const documents = await revokeNextOfKey(tx, touched, now());
      const today = dayAt(now(), certificateZone);
      const counted = documents.filter((each) => each.validUntil >= today);
      await insertTouched(
        tx,
        distrust.id,
        counted.map((each) => each.id),
      );
      return documents.length;
    });
    if (revoked === 0) return count;
    count += revoked;
  }
}

/** So many people are told in one transaction. */
const together = 25;

/**
 * What follows when a key is distrusted (RFC 5280 keyCompromise): its documents are revoked, their people told, and their
 * certificates issued again without new payment. Done again after a break, each document is gone on with once.
 */
export async function followDistrusts(deps: CertificateDeps): Promise<void> {
  for (const distrust of await deps.db.transaction(asVerification, listRunning)) {
    await revokeDistrusted(deps, distrust);
    // A seal is replaced by whoever runs the installation: with the old one nothing can be issued again.
    if (distrust.keyKind === 'seal_certificate' && deps.sealing.sealId() === distrust.keyId) continue;
    while ((await tellNext(deps, distrust)) > 0);
    await finish(deps, distrust);
  }
}

async function tellNext(deps: CertificateDeps, distrust: Distrust): Promise<number> {
  const reserve = await deps.sealing.openRegister();
  return deps.db.transaction(asCertificates, async (tx) => {
    const ids = await takeUntold(tx, distrust.id, together);
    for (const id of ids) {
      const document = await findSealed(tx, id);
      const told = document !== undefined && (await tell(deps, tx, document, reserve));
      await saveTold(tx, id, told ? 'told' : 'left');
    }
    return ids.length;
  });
}

/** Tells the person of a document, and begins to issue a certificate again; answers whether somebody is there. */
async function tell(
  deps: CertificateDeps,
  tx: Tx,
  document: SealedDocument,
  reserve: Parameters<typeof issueAgainIn>[3],
): Promise<boolean> {
  const { accountId } = document;
  if (accountId === null) return false;
  const certificate = document.kind === 'certificate' ? await findByDocument(tx, document.id) : undefined;
  if (certificate !== undefined) await issueAgainIn(deps, tx, certificate, reserve);
  const [applicant] = await findApplicants(tx, [accountId]);
  const email = await findVerifiedEmail(tx, accountId);
  if (email !== undefined)
    await enqueueMessages(tx, deps.now(), [
      distrustLetter(deps, {
        to: email,
        accountId,
        locale: certificate?.locale ?? applicant?.locale ?? 'it',
        certificate,
      }),
    ]);
  return true;
}

async function finish({ db, now }: Pick<CertificateDeps, 'db' | 'now'>, distrust: Distrust): Promise<void> {
  const at = now();
  await db.transaction(asVerification, async (tx) => {
    await saveDistrust(tx, { ...distrust, state: 'done', finishedAt: at });
    await record(tx, {
      type: 'key-distrust.finished',
      subject: { kind: 'key-distrust', id: distrust.id },
      actor: system('certificates'),
      at,
      facts: { key: distrust.keyId },
    });
  });
}
