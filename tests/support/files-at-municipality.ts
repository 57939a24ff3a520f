import { procedures } from '#app/procedures.ts';
import { demoPeople, demoPersonId } from '#demo/registry/people.ts';
import type { CaseFile } from '#modules/case-files/domain/case-file.ts';
import { type CaseFileEvent, municipalLifecycle } from '#modules/case-files/domain/case-file-lifecycle.ts';
import type { FormProcedure } from '#modules/case-files/domain/procedure.ts';
import { findCaseFile, insertCaseFile } from '#modules/case-files/store/case-files.ts';
import { nextProtocol } from '#modules/case-files/store/protocol.ts';
import { passTurn } from '#modules/case-files/store/turns.ts';
import { advance, type Step } from '#modules/case-files/use-cases/advance.ts';
import type { CaseFileDeps } from '#modules/case-files/use-cases/case-file-deps.ts';
import { refuseFile, takeAtMunicipality } from '#modules/case-files/use-cases/municipality.ts';
import { findApplicants } from '#modules/identity/public.ts';
import { adaMoves } from '#modules/procedures/testing.ts';
import { record } from '#platform/event-log/record.ts';
import { actorOf, type Official } from '#platform/web/who.ts';

const asTest = { kind: 'system', task: 'test' } as const;

const text = (it: string, en: string) => ({ it, en });

/** A registration of the tests, whose last word has the municipality. */
export const registrationOfTests: FormProcedure = {
  id: 'registration-of-tests',
  serviceId: 'aire-registration',
  openTo: 'account_holders',
  office: 'responsible',
  questions: [],
  leastDocuments: 0,
  lifecycle: municipalLifecycle,
  term: null,
  keeping: { months: 120, because: 'proof_of_registration' },
  openKey: 'registration-of-tests',
  law: ['L. 470/1988'],
  form: {
    title: text('Iscrizione di prova', 'Registration of tests'),
    summary: text('Una pratica per le prove.', 'A file for tests.'),
    needs: 'account',
    sections: [
      {
        name: 'person',
        title: text('Chi sei', 'Who you are'),
        questions: [
          { name: 'given_name', kind: 'text', label: text('Nome', 'Given name'), known: 'given_name' },
          { name: 'family_name', kind: 'text', label: text('Cognome', 'Family name'), known: 'family_name' },
          { name: 'born_on', kind: 'date', label: text('Nascita', 'Born on'), known: 'born_on' },
          {
            name: 'birth_place',
            kind: 'text',
            label: text('Luogo di nascita', 'Place of birth'),
            known: 'birth_place',
          },
          {
            name: 'tax_code',
            kind: 'tax_code',
            label: text('Codice fiscale', 'Tax code'),
            known: 'tax_code',
          },
          { name: 'country', kind: 'country', label: text('Paese', 'Country'), known: 'country' },
          { name: 'place', kind: 'text', label: text('Luogo', 'Place'), known: 'place' },
          { name: 'moved', kind: 'yes_no', label: text('Con la famiglia?', 'With family?') },
        ],
      },
      {
        name: 'family',
        title: text('Famiglia', 'Family'),
        when: { name: 'moved', is: ['yes'] },
        repeats: {
          least: 1,
          most: 9,
          one: text('Familiare', 'Family member'),
          add: text('Aggiungi', 'Add'),
          calledBy: ['given_name'],
        },
        questions: [{ name: 'given_name', kind: 'text', label: text('Nome', 'Given name') }],
      },
    ],
    documents: [{ name: 'passport', title: text('Passaporto', 'Passport'), mustShow: [] }],
    checks: [],
    reasonsToCorrect: [],
    reasonsToReject: [],
    municipality: (answers) => (typeof answers['town'] === 'string' ? answers['town'] : 'A952'),
  },
};

export const folderOfTests = { definition: registrationOfTests, effects: {} };

/** Ada’s answers; Bruno Lampachiari of the demonstration’s registry has these data in Bolzano. */
export const answersOfBruno = {
  given_name: 'Bruno',
  family_name: 'Lampachiari',
  born_on: '1979-04-18',
  birth_place: 'Bolzano',
  country: 'GB',
  place: 'Leeds',
  moved: 'no',
};

/** A file with a form in the queue of its office, with a protocol number. */
export async function aFileWithForm(
  deps: CaseFileDeps,
  accountId: string,
  answers: CaseFile['answers'] = answersOfBruno,
  procedure: FormProcedure = registrationOfTests,
): Promise<CaseFile> {
  const at = deps.now();
  return deps.db.transaction(asTest, async (tx) => {
    const applicant = (await findApplicants(tx, [accountId]))[0];
    const officeId = applicant?.officeId ?? 'manchester';
    const file: CaseFile = {
      officeId,
      id: crypto.randomUUID(),
      procedure: procedure.id,
      serviceId: procedure.serviceId,
      accountId,
      personName: `${applicant?.givenName} ${applicant?.familyName}`,
      email: applicant?.email ?? 'nobody@posta.example',
      locale: applicant?.locale ?? 'it',
      answers,
      state: 'submitted',
      submittedAt: at,
      takenBy: null,
      waitingSince: null,
      waitedDays: 0,
      closedAt: null,
      keepUntil: null,
      protocol: await nextProtocol(tx, officeId, 2026),
      municipalityId: null,
      sentAt: null,
      submittedBy: null,
      version: 1,
      openKey: null,
    };
    await insertCaseFile(tx, file, `key of ${file.id}`);
    await passTurn(tx, file, { holder: 'queue', at });
    await record(tx, {
      type: 'case-file.submitted',
      subject: { kind: 'case-file', id: file.id },
      actor: { kind: 'citizen', id: accountId },
      at,
      officeId,
      accountId,
      facts: { procedure: file.procedure, state: file.state },
    });
    return file;
  });
}

/** A step of the consulate, straight along the lifecycle. */
export async function consulateDoes(
  deps: CaseFileDeps,
  { officeId, id }: Pick<CaseFile, 'officeId' | 'id'>,
  official: Official,
  event: CaseFileEvent,
  more: Partial<Step> = {},
): Promise<CaseFile> {
  return deps.db.transaction(asTest, async (tx) => {
    const file = await findCaseFile(tx, officeId, id, { forChange: true });
    if (file === undefined) throw new Error('No file');
    const next = deps.procedures.of(file.procedure).lifecycle.next(file.state, event);
    if (!next.ok) throw new Error(`${event} is not possible in ${file.state}`);
    return advance(tx, deps, file, {
      event,
      next: next.value,
      actor: actorOf(official),
      at: deps.now(),
      ...more,
    });
  });
}

/** A file that a consulate has checked and sent to a municipality. */
export async function aSentFile(
  deps: CaseFileDeps,
  accountId: string,
  operator: Official,
  {
    municipalityId = 'comune-a952',
    answers = answersOfBruno as CaseFile['answers'],
    procedure = registrationOfTests,
  } = {},
): Promise<CaseFile> {
  const file = await aFileWithForm(deps, accountId, answers, procedure);
  await consulateDoes(deps, file, operator, 'take');
  return consulateDoes(deps, file, operator, 'send_to_municipality', { change: { municipalityId } });
}

/** An officer of the municipality takes a file in hand and does not confirm it. */
export async function municipalityRefuses(
  deps: CaseFileDeps,
  { id, version, municipalityId }: CaseFile,
  official: Official,
): Promise<void> {
  const by = { official, municipalityId: municipalityId ?? '' };
  const taken = await takeAtMunicipality(deps, by, { id, version, key: crypto.randomUUID() });
  const wish = { id, version: version + 1, key: crypto.randomUUID() };
  const refusedFile = await refuseFile(deps, by, { ...wish, reasons: ['data_differ'], text: 'Non risulta.' });
  if (!taken.ok || !refusedFile.ok) throw new Error('The municipality of a test could not refuse');
}

/** AIRE registration as the program runs it. */
export function aireRegistration(): FormProcedure {
  const found = procedures.findForm('aire-registration');
  if (found === undefined) throw new Error('The program runs no AIRE registration');
  return found;
}

/** The program’s own procedures in the place of those of a test. */
export function withProgramProcedures<Base extends CaseFileDeps>(deps: Base): Base {
  return { ...deps, procedures };
}

/** Somebody of the demonstration’s registry in Bolzano applies from Leeds; the given name is not quite the registered one. */
export function brunoMoves(): CaseFile['answers'] {
  const taxCode = demoPeople.find(({ id }) => id === demoPersonId('bruno'))?.taxCode ?? '';
  return {
    ...adaMoves,
    given_name: 'Bruno Ugo',
    family_name: 'LAMPACHIARI',
    sex: 'M',
    born_on: '1979-04-18',
    birth_place: 'Bolzano',
    tax_code: taxCode,
    birth_municipality: 'A952',
    last_municipality: 'A952',
  };
}
