import type { CivilDate } from '#kernel/civil-date.ts';
import { aKeptUpload, documentDeps } from '#modules/documents/testing.ts';
import { createOfficials, createPeople, type NewPerson } from '#modules/identity/public.ts';
import type { Official } from '#platform/web/who.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import type { WantedCorrection } from './domain/correction.ts';
import type { FormAnswers } from './domain/form.ts';
import { askedForOf } from './domain/form-documents.ts';
import type { FormProcedure } from './domain/procedure.ts';
import { findCaseFile } from './store/case-files.ts';
import { insertWanted } from './store/wanted-corrections.ts';
import { advance } from './use-cases/advance.ts';
import type { CaseFileDeps, ProcedureFolder } from './use-cases/case-file-deps.ts';
import { openDraft } from './use-cases/drafts.ts';
import { proceduresWith } from './use-cases/running-procedures.ts';
import { replaceAnswers } from './use-cases/save-draft.ts';
import { sendForm } from './use-cases/send-form.ts';
import { type Submission, submitCaseFile } from './use-cases/submit-case-file.ts';

const asTest = { kind: 'system', task: 'test' } as const;

/** The outside world of the use cases, with a store of files of its own. */
export async function caseFileDeps(...folders: readonly ProcedureFolder[]) {
  return { ...documentDeps(await testDeps(testClock())), procedures: proceduresWith(...folders) };
}

export const adaEmail = 'ada.inventata@posta.example';

/** Ada lives in the district of Manchester; change what the test is about. */
export async function aPerson(deps: CaseFileDeps, change: Partial<NewPerson> = {}): Promise<string> {
  const person: NewPerson = {
    givenName: 'Ada',
    familyName: 'Inventata',
    bornOn: '1980-02-03' as CivilDate,
    birthPlace: 'Trieste',
    email: adaEmail,
    mobile: '+447911123456',
    country: 'GB',
    place: 'Leeds',
    officeId: 'manchester',
    locale: 'it',
    ...change,
  };
  const [id] = await deps.db.transaction(asTest, (tx) => createPeople(deps, tx, [person], 'no password'));
  return id ?? '';
}

/** An official at the counter of an office. */
export async function anOfficial(
  deps: CaseFileDeps,
  officeId = 'manchester',
  given = 'Olga',
): Promise<Official> {
  const roles = [{ officeId, role: 'operator' as const }];
  const [officialId = ''] = await deps.db.transaction(asTest, (tx) =>
    createOfficials(
      deps,
      tx,
      [
        {
          givenName: given,
          familyName: 'Bozza',
          email: `${given}.${officeId}@ufficio.example`.toLowerCase(),
          locale: 'it',
          roles,
          totpSecret: 'A'.repeat(32),
        },
      ],
      'no password',
    ),
  );
  return { kind: 'official', officialId, sessionId: '', name: `${given} Bozza`, ministry: false, roles };
}

/** A request that was sent; answers its id. */
export async function aRequest(
  deps: CaseFileDeps,
  accountId: string,
  change: Partial<Submission> = {},
): Promise<string> {
  const submitted = await submitCaseFile(deps, {
    procedure: 'technical-help',
    asker: { kind: 'account', accountId },
    officeId: null,
    serviceId: null,
    answers: {},
    text: 'La pagina resta bianca',
    key: crypto.randomUUID(),
    ...change,
  });
  if (!submitted.ok) throw new Error(`A request of a test was refused: ${submitted.refusal.code}`);
  return submitted.value.id;
}

/** Answers with which the small procedure of the tests can be sent. */
export const petAnswers: FormAnswers = {
  given_name: 'Ada',
  family_name: 'Inventata',
  born_on: '1980-02-03',
  email: adaEmail,
  mobile: '+447911123456',
  country: 'GB',
  place: 'Leeds',
  from_italy: 'yes',
  last_municipality: 'H501',
  home_kind: 'own',
  has_pets: 'yes',
  pets: [{ pet_name: 'Briciola', species: 'cat' }],
};

/** An upload of one of the asked documents of a draft. */
export async function anUpload(
  deps: CaseFileDeps,
  { draftId, accountId, path, seed = 0 }: { draftId: string; accountId: string; path: string; seed?: number },
): Promise<void> {
  const name = `${path.replace('/', '-')}.pdf`;
  const holder = { formKey: draftId, accountId };
  await aKeptUpload(deps, holder, { name, askedFor: askedForOf(path), pages: 1 + seed });
}

/** A draft of the small procedure that can be sent. */
export async function aFilledDraft(
  deps: CaseFileDeps,
  accountId: string,
  answers: FormAnswers = petAnswers,
): Promise<string> {
  const procedure = deps.procedures.withForm[0];
  if (procedure === undefined) throw new Error('A test without a procedure with a form');
  const draft = await openDraft(deps, { accountId, actingId: accountId, procedure });
  const who = { accountId, actingId: accountId, draftId: draft.id };
  const saved = await replaceAnswers(deps, { ...who, answers, revision: draft.revision });
  if (!saved.ok) throw new Error(`A draft of a test was refused: ${saved.refusal.code}`);
  await anUpload(deps, { draftId: draft.id, accountId, path: 'passport' });
  return draft.id;
}

/** A file of the small procedure that was sent; answers its id. */
export async function aSentFile(
  deps: CaseFileDeps,
  accountId: string,
  answers?: FormAnswers,
): Promise<string> {
  const draftId = await aFilledDraft(deps, accountId, answers);
  const sent = await sendForm(deps, { accountId, actingId: accountId, draftId, key: crypto.randomUUID() });
  if (!sent.ok) throw new Error(`A file of a test was refused: ${sent.refusal.code}`);
  return sent.value.id;
}

/** An official takes a file in charge and sends it back to be corrected. */
export async function aVerificationFailed(
  deps: CaseFileDeps,
  id: string,
  { officialId }: Pick<Official, 'officialId'>,
  wanted: readonly Pick<WantedCorrection, 'target' | 'note'>[],
): Promise<void> {
  const actor = { kind: 'official', id: officialId } as const;
  await deps.db.transaction(asTest, async (tx) => {
    const at = deps.now();
    const file = await findCaseFile(tx, 'manchester', id, { forChange: true });
    if (file === undefined) throw new Error('A test without its file');
    const taken = await advance(tx, deps, file, { event: 'take', next: 'in_progress', actor, at });
    await insertWanted(tx, file, wanted, at);
    await advance(tx, deps, taken, { event: 'fail_verification', next: 'verification_failed', actor, at });
  });
}

/** A draft of any procedure with these answers, and no documents yet; answers its id. */
export async function aDraftOf(
  deps: CaseFileDeps,
  accountId: string,
  { procedure, answers }: { readonly procedure: FormProcedure; readonly answers: FormAnswers },
): Promise<string> {
  const draft = await openDraft(deps, { accountId, actingId: accountId, procedure });
  const who = { accountId, actingId: accountId, draftId: draft.id };
  const saved = await replaceAnswers(deps, { ...who, answers, revision: draft.revision });
  if (!saved.ok) throw new Error(`A draft of a test was refused: ${saved.refusal.code}`);
  return draft.id;
}
