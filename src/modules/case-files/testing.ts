import type { CivilDate } from '#kernel/civil-date.ts';
import { documentDeps } from '#modules/documents/testing.ts';
import { createOfficials, createPeople, type NewPerson } from '#modules/identity/public.ts';
import type { Official } from '#platform/web/who.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import type { CaseFileDeps, ProcedureFolder } from './use-cases/case-file-deps.ts';
import { proceduresWith } from './use-cases/running-procedures.ts';
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
