import { dayAt } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { attachDrafts, bindPhotos } from '#modules/documents/public.ts';
import { type Applicant, findApplicants, holdAccounts } from '#modules/identity/public.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { record } from '#platform/event-log/record.ts';
import type { KeyReused } from '#platform/idempotency/once.ts';
import { announce } from '#platform/outbox/announce.ts';
import { type CaseFile, isCaseFileId, type Protocol, requestsPerDay } from '../domain/case-file.ts';
import { checkForm, type FormFindings, maySend } from '../domain/check-form.ts';
import type { FormDraft } from '../domain/draft.ts';
import type { FormAnswers, FormFacts } from '../domain/form.ts';
import { answersAsked } from '../domain/form-answers.ts';
import type { FormProcedure } from '../domain/procedure.ts';
import { countRecent, findOpenOfKind, findOwnCaseFile, insertCaseFile } from '../store/case-files.ts';
import { deleteDraft, findDraft } from '../store/drafts.ts';
import { nextProtocol } from '../store/protocol.ts';
import { findFileOfSending, insertSending } from '../store/sent-answers.ts';
import { passTurn } from '../store/turns.ts';
import { matterOfDraft, matterOfFile, mayAct } from './acting.ts';
import { asCaseFiles, type CaseFileDeps, onceOrNothing } from './case-file-deps.ts';
import type { OfDraft } from './change-draft.ts';
import { documentsOfDraft, formFacts } from './check-form.ts';
import { lettersAbout } from './letters-about.ts';
import { queueTopic } from './topics.ts';

export interface SentForm {
  readonly id: string;
  readonly officeId: string;
  readonly protocol: Protocol;
}

export type SendRefusal =
  | { readonly code: 'no_such_draft' }
  /** What is missing or wrong is said by the same check that the form shows. */
  | { readonly code: 'form_incomplete'; readonly findings: FormFindings }
  | { readonly code: 'no_office' }
  | { readonly code: 'needs_consular_register' }
  | { readonly code: 'needs_aire' }
  | { readonly code: 'too_many_requests' }
  /** There is an open file of the same kind: it leads there. */
  | { readonly code: 'open_already'; readonly id: string };

/** The entry that a procedure needs and that the person has not (CF-10). */
export function missingEntry(
  { form }: Pick<FormProcedure, 'form'>,
  standing: FormFacts['standing'],
): 'needs_consular_register' | 'needs_aire' | undefined {
  if (form.needs === 'aire' && !standing.aire) return 'needs_aire';
  // Whoever is in AIRE is known to the consulate, too.
  if (form.needs === 'consular_register' && !standing.consularRegister && !standing.aire)
    return 'needs_consular_register';
  return undefined;
}

/**
 * Sends a form (presentazione dell’istanza): one transaction gives the number, keeps what was said and shown, and puts
 * the file in the queue. The file bears the id of its draft, so that it is sent once whatever key is sent.
 */
export async function sendForm(
  deps: CaseFileDeps,
  { accountId, actingId, draftId, key }: OfDraft & { readonly key: string },
): Promise<Outcome<SentForm, SendRefusal | KeyReused>> {
  if (!isCaseFileId(draftId)) return refused({ code: 'no_such_draft' });
  await bindPhotos(deps, { formKey: draftId, accountId });
  const at = deps.now();
  const attempt = { scope: actingId, key, wish: { send: draftId }, at };
  return onceOrNothing<SentForm, SendRefusal>(deps, asCaseFiles, attempt, async (tx) => {
    await holdAccounts(tx, [accountId]);
    const draft = await findDraft(tx, accountId, draftId, { forChange: true });
    if (draft === undefined) return alreadySent(tx, deps, { accountId, actingId, draftId });
    if (!(await mayAct(tx, deps, actingId, matterOfDraft(draft), { holds: true })))
      return refused({ code: 'no_such_draft' });
    const procedure = deps.procedures.findForm(draft.procedure);
    const [applicant] = await findApplicants(tx, [accountId]);
    if (procedure === undefined || applicant === undefined || draft.caseFileId !== null)
      return refused({ code: 'no_such_draft' });
    const answers = answersAsked(procedure.form, draft.answers);
    const officeId = officeFor(procedure, answers, applicant);
    if (officeId === null) return refused({ code: 'no_office' });
    const hindrance = await findHindrance(tx, deps, { procedure, draft, answers, officeId, applicant, at });
    if (hindrance !== undefined) return refused(hindrance);
    return send(tx, deps, { procedure, draft, answers, officeId, applicant, actingId, at });
  });
}

/** The office that deals with the form: the procedure says so, else the responsible one. */
export function officeFor(
  { form }: FormProcedure,
  answers: FormAnswers,
  { officeId }: Pick<Applicant, 'officeId'>,
): string | null {
  const chosen = form.office === undefined ? officeId : form.office(answers, officeId);
  return chosen !== null && findOffice(chosen) !== undefined ? chosen : null;
}

async function alreadySent(
  tx: Tx,
  deps: CaseFileDeps,
  { accountId, actingId, draftId }: OfDraft,
): Promise<Outcome<SentForm, { code: 'no_such_draft' }>> {
  const id = await findFileOfSending(tx, accountId, draftId);
  const file = id === undefined ? undefined : await findOwnCaseFile(tx, accountId, id);
  if (file === undefined || file.protocol === null) return refused({ code: 'no_such_draft' });
  if (!(await mayAct(tx, deps, actingId, matterOfFile(file)))) return refused({ code: 'no_such_draft' });
  return granted({ id: file.id, officeId: file.officeId, protocol: file.protocol });
}

interface Sent {
  readonly procedure: FormProcedure;
  readonly draft: FormDraft;
  readonly answers: FormAnswers;
  readonly officeId: string;
  readonly applicant: Applicant;
  readonly at: Temporal.Instant;
}

async function findHindrance(
  tx: Tx,
  deps: CaseFileDeps,
  { procedure, draft, answers, officeId, applicant, at }: Sent,
): Promise<SendRefusal | undefined> {
  const { accountId } = applicant;
  const documents = await documentsOfDraft(tx, draft);
  const facts = await formFacts(tx, { accountId, answers, documents, officeId, now: at });
  const entry = missingEntry(procedure, facts.standing);
  if (entry !== undefined) return { code: entry };
  const findings = checkForm(procedure, facts);
  if (!maySend(findings)) return { code: 'form_incomplete', findings };
  const open = await findOpenOfKind(tx, accountId, procedure.openKey);
  if (open !== undefined) return { code: 'open_already', id: open };
  const since = at.subtract({ hours: 24 });
  return (await countRecent(tx, emailKeyOf(deps, applicant), since)) >= requestsPerDay
    ? { code: 'too_many_requests' }
    : undefined;
}

const emailKeyOf = ({ keys }: CaseFileDeps, { email }: Applicant) =>
  keys.hash('case-file-email', email.toLowerCase());

async function send(
  tx: Tx,
  deps: CaseFileDeps,
  { procedure, draft, answers, officeId, applicant, actingId, at }: Sent & { readonly actingId: string },
): Promise<Outcome<SentForm, SendRefusal>> {
  const { accountId } = applicant;
  const zone = findOffice(officeId)?.timeZone ?? 'UTC';
  const protocol = await nextProtocol(tx, officeId, Number(dayAt(at, zone).slice(0, 4)));
  const file: CaseFile = {
    officeId,
    id: draft.id,
    procedure: procedure.id,
    serviceId: procedure.serviceId,
    accountId,
    personName: `${applicant.givenName} ${applicant.familyName}`,
    email: applicant.email,
    locale: applicant.locale,
    answers,
    state: 'submitted',
    submittedAt: at,
    takenBy: null,
    waitingSince: null,
    waitedDays: 0,
    closedAt: null,
    keepUntil: null,
    protocol,
    municipalityId: null,
    sentAt: null,
    submittedBy: actingId === accountId ? null : actingId,
    version: 1,
    openKey: procedure.openKey,
  };
  if (!(await insertCaseFile(tx, file, emailKeyOf(deps, applicant)))) {
    const open = await findOpenOfKind(tx, accountId, procedure.openKey);
    return open === undefined
      ? refused({ code: 'no_such_draft' })
      : refused({ code: 'open_already', id: open });
  }
  const actor = { kind: 'citizen', id: actingId } as const;
  await passTurn(tx, file, { holder: 'queue', at });
  await keepSending(tx, file, { draft, answers, actingId, at });
  await record(tx, {
    type: 'case-file.submitted',
    subject: { kind: 'case-file', id: file.id },
    actor,
    at,
    officeId,
    accountId,
    facts: { procedure: file.procedure, service: procedure.serviceId, state: file.state },
  });
  await enqueueMessages(tx, at, await lettersAbout(tx, deps, file, 'submitted'));
  const { afterStep } = deps.procedures.effectsOf(procedure.id);
  await afterStep?.(tx, deps, { file, before: file, event: 'submit', actor, at });
  await announce(tx, queueTopic(officeId));
  return granted({ id: file.id, officeId, protocol });
}

/** The file that a draft which is no more became, or that it corrected: whoever repeats a sending finds it. */
export async function findSentFile(
  { db }: Pick<CaseFileDeps, 'db'>,
  { accountId, draftId }: Pick<OfDraft, 'accountId' | 'draftId'>,
): Promise<string | undefined> {
  if (!isCaseFileId(draftId)) return undefined;
  return db.transaction({ kind: 'citizen', accountId }, (tx) => findFileOfSending(tx, accountId, draftId));
}

/** Keeps what was said and shown as one more version of the file; the draft has served its time. */
export async function keepSending(
  tx: Tx,
  file: Pick<CaseFile, 'officeId' | 'id' | 'accountId'>,
  {
    draft,
    answers,
    actingId,
    at,
  }: { draft: FormDraft; answers: FormAnswers; actingId: string; at: Temporal.Instant },
): Promise<void> {
  // The documents of a sending bear its draft: so whoever repeats the sending finds the file.
  const partId = draft.id;
  await insertSending(tx, file, { partId, answers, at, byAccount: actingId });
  await attachDrafts(tx, {
    holder: { formKey: draft.id, accountId: draft.accountId },
    officeId: file.officeId,
    accountId: file.accountId,
    subject: { kind: 'case-file', id: file.id },
    partId,
    actor: { kind: 'citizen', id: actingId },
    at,
  });
  await deleteDraft(tx, draft.accountId, draft.id);
}
