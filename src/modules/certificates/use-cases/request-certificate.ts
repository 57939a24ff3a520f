import { createHash } from 'node:crypto';
import type { Locale } from '#kernel/locale.ts';
import { municipalOfficeId } from '#kernel/municipal-office.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { findVerifiedEmail, holdAccounts } from '#modules/identity/public.ts';
import type { RegistryRecord } from '#modules/registry/public.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import type { Certificate } from '../domain/certificate.ts';
import { insertCertificate } from '../store/certificates.ts';
import { type CertificateDeps, fileFolder } from './certificate-deps.ts';
import {
  type PreparingRefusal,
  prepareCertificate,
  renderContent,
  type Wanted,
} from './prepare-certificate.ts';
import { municipalityOf } from './read-people.ts';

export interface Requested extends Wanted {
  readonly locale: Locale;
  /** Also by mail, to the verified address. */
  readonly byMail: boolean;
  readonly key: string;
}

export type RequestRefusal =
  | PreparingRefusal
  /** No verified address, and one is needed: for the mail, or because the payment wants one (ID-14). */
  | { readonly code: 'email_needed' }
  /** The stamp duty is paid in the name of a tax code, and the record has none. */
  | { readonly code: 'tax_code_needed' }
  /** Nothing can be paid online here. */
  | { readonly code: 'no_payments' }
  | KeyReused;

export interface RequestedCertificate {
  readonly id: string;
  /** The payment that has to be made first. */
  readonly orderId: string | null;
}

/** Somebody asks for a certificate: what it says is fixed now, whatever happens to the record afterwards (CE-5). */
export async function requestCertificate(
  deps: CertificateDeps,
  requested: Requested,
): Promise<Outcome<RequestedCertificate, RequestRefusal>> {
  const { accountId, duty, byMail } = requested;
  const prepared = await prepareCertificate(deps, requested);
  if (!prepared.ok) return prepared;
  const email = await readEmail(deps, accountId);
  const paysDuty = duty.kind === 'stamp';
  if (email === null && (byMail || paysDuty)) return refused({ code: 'email_needed' });
  if (paysDuty && deps.stamping === undefined) return refused({ code: 'no_payments' });
  if (paysDuty && prepared.value.own.taxCode === undefined) return refused({ code: 'tax_code_needed' });

  const at = deps.now();
  const { content, record: subject, own } = prepared.value;
  const id = crypto.randomUUID();
  const rendering = paysDuty ? await keepRendering(deps, id, await renderContent(deps, content, at)) : null;
  const certificate: Certificate = {
    officeId: municipalOfficeId(subject.enrolment.municipality),
    id,
    accountId,
    personId: subject.id,
    askedBy: own.id,
    kinds: requested.kinds,
    language: requested.language,
    duty,
    content,
    locale: requested.locale,
    mailTo: byMail ? email : null,
    state: paysDuty ? 'awaiting_payment' : 'requested',
    requestedAt: at,
    rendering,
    orderId: null,
    stamp: null,
    paidAt: null,
    issue: null,
    file: null,
    documentId: id,
    replacedAt: null,
    tries: 0,
  };
  const outcome = await write(deps, requested, certificate, { own, email, taxCode: subject.taxCode });
  // A repetition has the first answer: the rendering of this one is nobody's.
  if (rendering !== null && !(outcome.ok && outcome.value.id === id)) await deps.files.remove(rendering.file);
  return outcome;
}

async function readEmail({ db }: Pick<CertificateDeps, 'db'>, accountId: string): Promise<string | null> {
  const found = await db.transaction({ kind: 'citizen', accountId }, (tx) =>
    findVerifiedEmail(tx, accountId),
  );
  return found ?? null;
}

/** The stamp is bought on these bytes: they are kept as they are. */
async function keepRendering(
  { files, now }: Pick<CertificateDeps, 'files' | 'now'>,
  id: string,
  pdf: Uint8Array,
): Promise<{ file: string; hash: string }> {
  const file = `${fileFolder(now())}/${id}-rendering.pdf`;
  await files.write(file, pdf);
  return { file, hash: createHash('sha256').update(pdf).digest('base64') };
}

function write(
  deps: CertificateDeps,
  { personId, kinds, language, duty, byMail, key, locale }: Requested,
  certificate: Certificate,
  { own, email, taxCode }: { own: RegistryRecord; email: string | null; taxCode: string | undefined },
): Promise<Outcome<RequestedCertificate, KeyReused>> {
  const accountId = certificate.accountId ?? '';
  const { requestedAt: at, rendering, id } = certificate;
  return deps.db.transaction({ kind: 'citizen', accountId }, async (tx) => {
    await holdAccounts(tx, [accountId]);
    const wish = { personId, kinds, language, duty, byMail };
    return once<RequestedCertificate, never>(tx, { scope: accountId, key, wish, at }, async () => {
      const order =
        rendering === null
          ? undefined
          : await deps.stamping?.order(tx, {
              accountId,
              certificateId: id,
              payer: {
                givenName: own.givenName ?? own.familyName ?? '',
                familyName: own.familyName ?? own.givenName ?? '',
                taxCode: own.taxCode ?? '',
                email: email ?? '',
                province: await provinceOf(own),
              },
              documentHash: rendering.hash,
              locale,
              at,
            });
      const orderId = order?.id ?? null;
      await insertCertificate(tx, { ...certificate, orderId }, taxCode);
      await record(tx, {
        type: 'certificate.requested',
        subject: { kind: 'certificate', id },
        actor: { kind: 'citizen', id: accountId },
        at,
        officeId: certificate.officeId,
        accountId,
        facts: { kinds, language, duty: duty.kind, use: duty.kind === 'exempt' ? duty.use : null },
      });
      return granted({ id, orderId });
    });
  });
}

/** e.bollo wants the payer's province; who lives abroad has that of the ministry. */
async function provinceOf(own: RegistryRecord): Promise<string> {
  return own.enrolment.register === 'aire' ? 'RM' : ((await municipalityOf(own)).province ?? 'RM');
}
