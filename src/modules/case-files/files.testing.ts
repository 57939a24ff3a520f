import type { Text } from '#kernel/locale.ts';
import { aKeptUpload } from '#modules/documents/testing.ts';
import { municipalLifecycle } from './domain/case-file-lifecycle.ts';
import type { FormAnswers } from './domain/form.ts';
import type { FormProcedure } from './domain/procedure.ts';
import { findOwnCaseFile } from './store/case-files.ts';
import type { caseFileDeps } from './testing.ts';
import type { ProcedureFolder } from './use-cases/case-file-deps.ts';
import { openCorrection, resubmit } from './use-cases/correct-form.ts';
import { openDraft } from './use-cases/drafts.ts';
import { sendForm } from './use-cases/send-form.ts';

const t = (it: string, en: string): Text => ({ it, en });

/** A small procedure with all that the machine knows: a group, documents, checks of each kind, a municipality. */
export const residenceAbroad: FormProcedure = {
  id: 'residence-abroad',
  serviceId: 'aire-registration',
  openTo: 'account_holders',
  office: 'responsible',
  questions: [],
  leastDocuments: 0,
  lifecycle: municipalLifecycle,
  term: null,
  keeping: { months: 120, because: 'proof_of_registration' },
  openKey: 'residence-abroad',
  law: ['L. 470/1988'],
  form: {
    title: t('Residenza all’estero (prova)', 'Residence abroad (trial)'),
    summary: t('Una procedura di prova.', 'A procedure for tests.'),
    needs: 'account',
    sections: [
      {
        name: 'person',
        title: t('I tuoi dati', 'Your data'),
        questions: [
          { name: 'given_name', kind: 'text', label: t('Nome', 'Given name') },
          { name: 'family_name', kind: 'text', label: t('Cognome', 'Family name') },
          { name: 'tax_code', kind: 'tax_code', label: t('Codice fiscale', 'Tax code'), optional: true },
          { name: 'address', kind: 'text', label: t('Indirizzo', 'Address') },
          { name: 'municipality', kind: 'municipality', label: t('Ultimo comune', 'Last municipality') },
          { name: 'with_family', kind: 'yes_no', label: t('Con la famiglia?', 'With family?') },
        ],
      },
      {
        name: 'family',
        title: t('Familiari', 'Family'),
        when: { name: 'with_family', is: ['yes'] },
        repeats: {
          least: 1,
          most: 5,
          one: t('Familiare', 'Member'),
          add: t('Aggiungi', 'Add'),
          calledBy: ['given_name', 'family_name'],
        },
        questions: [
          { name: 'given_name', kind: 'text', label: t('Nome', 'Given name') },
          { name: 'family_name', kind: 'text', label: t('Cognome', 'Family name') },
        ],
      },
    ],
    documents: [
      {
        name: 'passport',
        title: t('Passaporto', 'Passport'),
        mustShow: [t('La foto e il numero.', 'Photo and number.')],
      },
      {
        name: 'proof',
        title: t('Prova di residenza', 'Proof of residence'),
        mustShow: [t('Il tuo nome e l’indirizzo.', 'Your name and address.')],
        optional: true,
      },
    ],
    checks: [
      {
        id: 'in_district',
        title: t('L’indirizzo è nella circoscrizione', 'The address lies in the district'),
        problem: t('L’indirizzo è fuori circoscrizione.', 'The address lies outside the district.'),
        about: [{ kind: 'question', path: 'address' }],
        weight: 'stops',
        look: ({ answers }) => (answers['address'] === 'Paris' ? 'fails' : 'holds'),
      },
      {
        id: 'readable',
        title: t('Il passaporto si legge', 'The passport can be read'),
        problem: t('Il passaporto si legge male.', 'The passport is hard to read.'),
        about: [{ kind: 'document', path: 'passport' }],
        weight: 'warns',
        look: ({ documents }) => (documents.every(({ readable }) => readable !== false) ? 'holds' : 'fails'),
      },
      {
        id: 'same_person',
        title: t('La foto e la firma sono della stessa persona', 'Photo and signature are the same person’s'),
        problem: t('Manca la firma.', 'The signature is missing.'),
        about: [{ kind: 'document', path: 'passport' }],
        weight: 'warns',
      },
      {
        id: 'lives_there',
        title: t('Vive davvero all’indirizzo', 'Really lives at the address'),
        problem: t('La prova di residenza non basta.', 'The proof of residence does not suffice.'),
        about: [{ kind: 'document', path: 'proof' }],
        weight: 'warns',
        law: 'L. 470/1988, art. 6',
      },
    ],
    reasonsToCorrect: [
      {
        id: 'passport_expired',
        text: t(
          'Il passaporto è scaduto: carica quello valido.',
          'The passport has expired: upload the valid one.',
        ),
        about: { kind: 'document', path: 'passport' },
      },
      {
        id: 'address_incomplete',
        text: t('Manca il numero civico.', 'The house number is missing.'),
        about: { kind: 'question', path: 'address' },
      },
    ],
    reasonsToReject: [
      {
        id: 'no_citizen',
        text: t('Non risulti cittadino italiano.', 'You are not shown to be an Italian citizen.'),
      },
    ],
    municipality: ({ municipality }) => (typeof municipality === 'string' ? municipality : undefined),
  },
};

export const residenceFolder: ProcedureFolder = { definition: residenceAbroad, effects: {} };

export const goodAnswers: FormAnswers = {
  given_name: 'Ada',
  family_name: 'Inventata',
  address: '12 Example Street, Leeds',
  municipality: 'L424',
  with_family: 'no',
};

type Deps = Awaited<ReturnType<typeof caseFileDeps>>;

/** A file that was sent, with its passport; answers its id. */
export async function aSentFile(
  deps: Deps,
  accountId: string,
  { answers = goodAnswers, passport = true } = {},
): Promise<string> {
  const who = { accountId, actingId: accountId };
  const { id } = await openDraft(deps, { ...who, procedure: residenceAbroad });
  await deps.store.owner.query('update case_files.draft set answers = $2 where id = $1', [
    id,
    JSON.stringify(answers),
  ]);
  if (passport) {
    await aKeptUpload(
      deps,
      { formKey: id, accountId },
      { name: 'passaporto.pdf', askedFor: 'passport', warnings: ['dark'] },
    );
  }
  const sent = await sendForm(deps, { ...who, draftId: id, key: crypto.randomUUID() });
  if (!sent.ok) throw new Error(`The file of a test was refused: ${JSON.stringify(sent.refusal)}`);
  return sent.value.id;
}

/** The person puts right what was asked, with other answers or another passport. */
export async function aCorrection(
  deps: Deps,
  accountId: string,
  id: string,
  { answers, passport = false }: { answers?: FormAnswers; passport?: boolean },
): Promise<void> {
  const who = { accountId, actingId: accountId };
  const draft = await openCorrection(deps, { ...who, id });
  if (!draft.ok) throw new Error(`A correction of a test was refused: ${draft.refusal.code}`);
  if (answers !== undefined) {
    await deps.store.owner.query('update case_files.draft set answers = $2 where id = $1', [
      draft.value.id,
      JSON.stringify(answers),
    ]);
  }
  if (passport) {
    const holder = { formKey: draft.value.id, accountId };
    await aKeptUpload(deps, holder, {
      name: 'nuovo.pdf',
      askedFor: 'passport',
      pages: 2,
      warnings: ['dark'],
    });
  }
  const file = await deps.db.transaction({ kind: 'citizen', accountId }, (tx) =>
    findOwnCaseFile(tx, accountId, id),
  );
  const version = file?.version ?? 0;
  const sent = await resubmit(deps, { ...who, id, version, text: 'Fatto', key: crypto.randomUUID() });
  if (!sent.ok) throw new Error(`A correction of a test was refused: ${JSON.stringify(sent.refusal)}`);
}

/**
 * So many files in the queue of an office, an hour apart, the first one sent first; written without the form, so that a
 * test has a crowd of them at once.
 */
export async function manyFiles(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  count: number,
  { officeId = 'manchester', name = 'Folla', from = now().subtract({ hours: count }) } = {},
): Promise<string[]> {
  const { rows } = await store.owner.query<{ id: string }>(
    `with made as (
       insert into case_files.case_file (office_id, id, procedure, service_id, account_id, person_name, email, email_key,
         locale, state, submitted_at, changed_at, protocol_year, protocol_number)
       select $1, gen_random_uuid(), $2, 'aire-registration', gen_random_uuid(), 'Persona ' || $3 || n,
         'persona' || n || '@posta.example', 'key', 'it', 'submitted', $4::timestamptz + n * interval '1 hour',
         $4::timestamptz, 2025, n from generate_series(1, $5) n returning office_id, id, person_name, submitted_at),
     words as (
       insert into case_files.file_word select office_id, word, id from made,
         unnest(string_to_array(lower(person_name), ' ')) as word),
     turns as (
       insert into case_files.turn (office_id, case_file_id, number, holder, from_at)
       select office_id, id, 1, 'queue', submitted_at from made)
     select id from made order by submitted_at`,
    [officeId, residenceAbroad.id, name, from.toString(), count],
  );
  return rows.map(({ id }) => id);
}
