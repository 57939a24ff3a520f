import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { parseTaxCode } from '#kernel/tax-code.ts';
import { bindPhotos, countDrafts, type FormHolder } from '#modules/documents/public.ts';
import {
  type Applicant,
  findApplicants,
  type NewEmailRefusal,
  sendNewEmailCode,
} from '#modules/identity/public.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import type { KeyReused } from '#platform/idempotency/once.ts';
import { announce } from '#platform/outbox/announce.ts';
import { type CaseFile, requestsPerDay } from '../domain/case-file.ts';
import type { Answers } from '../domain/procedure.ts';
import { type ProcedureId, procedureOf } from '../domain/procedures.ts';
import { requestedCorrection } from '../domain/requested-correction.ts';
import { caseFileLetter } from '../letters/letters.ts';
import { countRecent, insertCaseFile } from '../store/case-files.ts';
import { passTurn } from '../store/turns.ts';
import { addMessage } from './advance.ts';
import { asCaseFiles, type CaseFileDeps, onceOrNothing } from './case-file-deps.ts';
import { queueTopic } from './topics.ts';

/** Who asks: somebody with an account, or somebody who gives an address to answer to. */
export type Asker =
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'address'; readonly email: string; readonly locale: Locale };

export interface Submission {
  readonly procedure: ProcedureId;
  readonly asker: Asker;
  /** The office that the person chose; none where the own one is meant. */
  readonly officeId: string | null;
  readonly serviceId: string | null;
  readonly answers: Answers;
  readonly text: string;
  /** Key of the form, under which its files wait. */
  readonly key: string;
}

export type SubmitRefusal =
  | {
      readonly code:
        | 'sign_in_required'
        | 'no_office'
        | 'documents_missing'
        | 'too_many_requests'
        | 'open_already'
        | 'nothing_to_correct'
        | 'tax_code_does_not_fit';
    }
  | NewEmailRefusal;

/** Somebody sends a request to an office (presentazione): from now on it stands in the queue. */
export async function submitCaseFile(
  deps: CaseFileDeps,
  submission: Submission,
): Promise<Outcome<{ officeId: string; id: string }, SubmitRefusal | KeyReused>> {
  const { asker, key, ...wish } = submission;
  const procedure = procedureOf(submission.procedure);
  const at = deps.now();
  const accountId = asker.kind === 'account' ? asker.accountId : null;
  if (procedure.openTo === 'account_holders' && accountId === null)
    return refused({ code: 'sign_in_required' });

  const holder: FormHolder = { formKey: key, accountId };
  await bindPhotos(deps, holder);
  const scope = accountId ?? 'case-file-of-visitor';
  return onceOrNothing(deps, asCaseFiles, { scope, key, wish: { ...wish, asker }, at }, async (tx) => {
    const applicant = accountId === null ? undefined : (await findApplicants(tx, [accountId]))[0];
    const officeId =
      procedure.office === 'responsible'
        ? (applicant?.officeId ?? null)
        : (submission.officeId ?? applicant?.officeId ?? null);
    if (officeId === null || findOffice(officeId) === undefined) return refused({ code: 'no_office' });
    if ((await countDrafts(tx, holder)) < procedure.leastDocuments)
      return refused({ code: 'documents_missing' });
    const email = asker.kind === 'address' ? asker.email : (applicant?.email ?? '');
    const emailKey = deps.keys.hash('case-file-email', email.toLowerCase());
    if ((await countRecent(tx, emailKey, at.subtract({ hours: 24 }))) >= requestsPerDay) {
      return refused({ code: 'too_many_requests' });
    }
    const fault = applicant && (await findFault(tx, deps, submission, applicant));
    if (fault !== undefined) return refused(fault);

    const file: CaseFile = {
      officeId,
      id: crypto.randomUUID(),
      procedure: submission.procedure,
      serviceId: submission.serviceId,
      accountId,
      personName: applicant === undefined ? null : `${applicant.givenName} ${applicant.familyName}`,
      email,
      locale: asker.kind === 'address' ? asker.locale : (applicant?.locale ?? 'it'),
      answers: { ...submission.answers, ...before(submission, applicant) },
      state: 'submitted',
      submittedAt: at,
      takenBy: null,
      waitingSince: null,
      waitedDays: 0,
      closedAt: null,
      keepUntil: null,
      protocol: null,
      municipalityId: null,
      sentAt: null,
      submittedBy: null,
      version: 1,
      openKey: null,
    };

    if (!(await insertCaseFile(tx, file, emailKey))) return refused({ code: 'open_already' });
    const actor: Actor = accountId === null ? { kind: 'visitor' } : { kind: 'citizen', id: accountId };
    await passTurn(tx, file, { holder: 'queue', at });
    await addMessage(tx, file, { kind: 'message', text: submission.text, holder, actor, at });
    await record(tx, {
      type: 'case-file.submitted',
      subject: { kind: 'case-file', id: file.id },
      actor,
      at,
      officeId,
      ...(accountId === null ? {} : { accountId }),
      facts: { procedure: file.procedure, ...(file.serviceId === null ? {} : { service: file.serviceId }) },
    });
    await enqueueMessages(tx, at, [caseFileLetter(deps, file, 'submitted')]);
    await announce(tx, queueTopic(officeId));
    return granted({ officeId, id: file.id });
  });
}

/** What the datum reads today, so that the office sees both beside each other. */
function before({ procedure, answers }: Submission, applicant: Applicant | undefined): Answers {
  if (procedure !== 'identity-correction' || applicant === undefined) return {};
  const now: Readonly<Record<string, string | null>> = {
    name: `${applicant.givenName} ${applicant.familyName}`,
    birth_date: applicant.bornOn,
    birth_place: applicant.birthPlace,
    tax_code: applicant.taxCode,
    email: applicant.email,
  };
  return { was: now[answers['datum'] ?? ''] ?? '' };
}

/** What makes a correction impossible before an official has read it; a new address gets its code. */
async function findFault(
  tx: Tx,
  deps: CaseFileDeps,
  submission: Submission,
  applicant: Applicant,
): Promise<SubmitRefusal | undefined> {
  if (submission.procedure !== 'identity-correction') return undefined;
  const correction = requestedCorrection(submission.answers);
  if (correction.datum === 'email') {
    const { accountId } = applicant;
    const sent = await sendNewEmailCode(tx, deps, { accountId, email: correction.email });
    return sent.ok ? undefined : sent.refusal;
  }
  const { datum, ...changes } = correction;
  const person = { ...applicant, ...changes };
  const same = (Object.keys(changes) as (keyof typeof changes)[]).every(
    (name) => person[name as keyof Applicant] === applicant[name as keyof Applicant],
  );
  if (same) return { code: 'nothing_to_correct' };
  if (person.taxCode === null || datum === 'birth_place') return undefined;
  const code = await parseTaxCode(person.taxCode, { ...person, bornOn: person.bornOn as CivilDate });
  return code.ok ? undefined : { code: 'tax_code_does_not_fit' };
}
