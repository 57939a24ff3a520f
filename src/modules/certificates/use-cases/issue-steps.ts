import { createHash } from 'node:crypto';
import { dayAt } from '#kernel/civil-date.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { record, system } from '#platform/event-log/record.ts';
import { announce } from '#platform/outbox/announce.ts';
import { qrSvg } from '#platform/pdf/qr.ts';
import { renderPdf } from '#platform/pdf/render-pdf.ts';
import { type Certificate, numberOf } from '../domain/certificate.ts';
import {
  type CertificateEvent,
  type CertificateState,
  certificateLifecycle,
} from '../domain/certificate-lifecycle.ts';
import { validUntil } from '../domain/validity.ts';
import { certificatePaper } from '../letters/certificate-paper.ts';
import { issuedLetter } from '../letters/issued-letter.ts';
import { lockCertificate, nextNumber, saveStep } from '../store/certificates.ts';
import {
  asCertificates,
  type CertificateDeps,
  certificateTopic,
  certificateZone,
  fileFolder,
} from './certificate-deps.ts';

/** One step of the issue: done twice, or by two at once, it does the same as once. */
export type Step = (deps: CertificateDeps, certificate: Certificate) => Promise<void>;

const history: Readonly<Record<CertificateEvent, string>> = {
  pay: 'certificate.paid',
  give_up: 'certificate.given-up',
  number: 'certificate.numbered',
  seal: 'certificate.sealed',
  store: 'certificate.stored',
  deliver: 'certificate.delivered',
  fail: 'certificate.failed',
  issue_again: 'certificate.issued-again',
};

/**
 * Goes one step on in a transaction that holds the certificate: nothing happens where somebody else has done it
 * meanwhile.
 */
export async function goOn(
  tx: Tx,
  { id }: Pick<Certificate, 'id'>,
  event: CertificateEvent,
  at: Temporal.Instant,
  work: (held: Certificate) => Promise<Partial<Certificate>>,
): Promise<boolean> {
  const held = await lockCertificate(tx, id);
  const next = held && certificateLifecycle.next(held.state, event);
  if (held === undefined || next?.ok !== true) return false;
  const changed: Certificate = { ...held, ...(await work(held)), state: next.value };
  await saveStep(tx, changed, at);
  await record(tx, {
    type: history[event],
    subject: { kind: 'certificate', id },
    actor: system('certificates'),
    at,
    officeId: held.officeId,
    ...(held.accountId === null ? {} : { accountId: held.accountId }),
    facts: { number: numberOf(changed) ?? null },
  });
  await announce(tx, certificateTopic(id));
  return true;
}

/** The next number of the year's register, and with it the day from which it is valid. */
const giveNumber: Step = async (deps, { id }) => {
  const at = deps.now();
  const on = dayAt(at, certificateZone);
  const year = Number(on.slice(0, 4));
  // Before the transaction: inside of it, a second connection could be waited for by all of them.
  const reserve = await deps.sealing.openRegister();
  await deps.db.transaction(asCertificates, (tx) =>
    goOn(tx, { id }, 'number', at, async (held) => {
      const number = await nextNumber(tx, held.officeId, year);
      const issue = { year, number, at, on, validUntil: validUntil(on) };
      await reserve(tx, { ...held, issue, number: numberOf({ ...held, issue }) ?? '' });
      return { issue };
    }),
  );
};

/**
 * Issues a certificate again because a key was taken out of trust: the same number, statements and stamp on another
 * sealed document of today, valid for as long as the first one was.
 */
export async function issueAgain(deps: CertificateDeps, { id }: Pick<Certificate, 'id'>): Promise<void> {
  const reserve = await deps.sealing.openRegister();
  await deps.db.transaction(asCertificates, (tx) => issueAgainIn(deps, tx, { id }, reserve));
}

/** The same in a transaction; answers whether it was done. */
export function issueAgainIn(
  deps: Pick<CertificateDeps, 'now' | 'sealing'>,
  tx: Tx,
  { id }: Pick<Certificate, 'id'>,
  reserve: Awaited<ReturnType<CertificateDeps['sealing']['openRegister']>>,
): Promise<boolean> {
  const at = deps.now();
  return goOn(tx, { id }, 'issue_again', at, async (held) => {
    if (held.issue === null) throw new Error('A certificate without a number is not issued again');
    const documentId = crypto.randomUUID();
    const issue = { ...held.issue, at, on: dayAt(at, certificateZone) };
    await reserve(tx, { ...held, documentId, issue, number: numberOf({ ...held, issue }) ?? '' });
    await deps.sealing.replace(tx, held.documentId, documentId);
    return { documentId, issue, file: null, replacedAt: at };
  });
}

/** The paper as it is issued. */
export async function issuedPdf(deps: CertificateDeps, certificate: Certificate): Promise<Uint8Array> {
  const { issue, content, stamp } = certificate;
  if (issue === null) throw new Error('A certificate without a number is not printed');
  const { qr, code } = await deps.sealing.codeOf(certificate.documentId);
  return renderPdf(
    certificatePaper({
      content,
      facsimile: deps.sealing.facSimile,
      at: issue.at,
      issue: {
        number: numberOf(certificate) ?? '',
        issuedOn: issue.on,
        validUntil: issue.validUntil,
        stamp: stamp ?? undefined,
        qr: { svg: await qrSvg(qr), code, address: `${deps.publicUrl.replace(/^https?:\/\//, '')}/verify` },
      },
    }),
  );
}

/** Printed, sealed, written down: the file lies there before the register says so. */
const sealFile: Step = async (deps, certificate) => {
  const { id, content, documentId } = certificate;
  if ((await deps.sealing.codeOf(documentId)).withdrawn) {
    await issueAgain(deps, certificate);
    return;
  }
  const pdf = await issuedPdf(deps, certificate);
  const sealed = await deps.sealing.seal(pdf, {
    reason: `Certificato n. ${numberOf(certificate)}`,
    location: content.municipality.name.it,
    at: deps.now(),
  });
  const hash = createHash('sha256').update(sealed).digest();
  const key = `${fileFolder(deps.now())}/${id}-${hash.toString('hex')}.pdf`;
  await deps.files.write(key, sealed);
  const first = await deps.db.transaction(asCertificates, (tx) =>
    goOn(tx, certificate, 'seal', deps.now(), async () => {
      await deps.sealing.enter(tx, documentId, sealed);
      return { file: { key, hash } };
    }),
  );
  // Somebody else was quicker: their file counts.
  if (!first) await deps.files.remove(key);
};

/** Reads the file again, as whoever fetches it will. */
const checkFile: Step = async (deps, certificate) => {
  const { file } = certificate;
  if (file === null) throw new Error('A sealed certificate without a file');
  const bytes = await deps.files.read(file.key);
  const hash = createHash('sha256').update(bytes).digest();
  if (!hash.equals(Buffer.from(file.hash)))
    throw new Error('The file of a certificate is not the one that was sealed');
  await deps.db.transaction(asCertificates, (tx) =>
    goOn(tx, certificate, 'store', deps.now(), async () => ({})),
  );
};

/** It is in the person's list; where it was asked for by mail, the letter leaves. */
const deliver: Step = async (deps, certificate) => {
  const at = deps.now();
  await deps.db.transaction(asCertificates, (tx) =>
    goOn(tx, certificate, 'deliver', at, async (held) => {
      if (held.mailTo !== null) await enqueueMessages(tx, at, [issuedLetter(deps, held, held.mailTo)]);
      return {};
    }),
  );
};

/** Which step follows on which state; the others wait for somebody. */
export const issueSteps: Readonly<Partial<Record<CertificateState, Step>>> = {
  requested: giveNumber,
  paid: giveNumber,
  numbered: sealFile,
  sealed: checkFile,
  stored: deliver,
};
