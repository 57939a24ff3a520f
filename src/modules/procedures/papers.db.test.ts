import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { attachCommunication, documentsFor, printForm, printReceipt } from '#modules/case-files/public.ts';
import { aDraftOf, anOfficial, aPerson, caseFileDeps } from '#modules/case-files/testing.ts';
import { lettersTo } from '#modules/identity/testing.ts';
import { renderPdf } from '#platform/pdf/render-pdf.ts';
import { aFileWithForm, consulateDoes } from '#tests/support/files-at-municipality.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { aireRegistration } from './aire-registration/definition.ts';
import { procedureFolders } from './public.ts';
import { adaWithFamily } from './testing.ts';

const form = { procedure: aireRegistration, answers: adaWithFamily };

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let ada: string;
beforeEach(async () => {
  deps = await caseFileDeps(...procedureFolders);
  ada = await aPerson(deps);
});

const hashOf = (path: string) => createHash('sha256').update(path).digest('hex');
const paths = documentsFor(aireRegistration.form, adaWithFamily).map(({ path }) => path.replace('/', '-'));

/** The file of Ada and her family as it was sent, with a document for everything that was asked. */
async function sentForm(): Promise<string> {
  const { officeId, id } = await aFileWithForm(deps, ada, adaWithFamily, aireRegistration);
  const partId = crypto.randomUUID();
  const { owner } = deps.store;
  await owner.query(
    `insert into case_files.sent_answers (office_id, case_file_id, number, part_id, answers, at, by_account)
     values ($1, $2, 1, $3, $4, $5, $6)`,
    [officeId, id, partId, JSON.stringify(adaWithFamily), deps.now().toString(), ada],
  );
  for (const path of paths)
    await owner.query(
      `insert into documents.document (office_id, id, account_id, subject_kind, subject_id, part_id, name, kind, bytes,
         sha256, file_key, uploaded_at, asked_for, warnings)
       values ($1, gen_random_uuid(), $2, 'case-file', $3, $4, $5, 'pdf', 1000, $6, $7, $8, $9, '{}')`,
      [officeId, ada, id, partId, `${path}.pdf`, hashOf(path), `key-${path}`, deps.now().toString(), path],
    );
  return id;
}

async function receiptOf(accountId: string, id: string) {
  const paper = await printReceipt(deps, { accountId, id, locale: 'it' });
  return paper && renderPdf(paper);
}

describe('L. 241/1990, art. 18-bis: the receipt of submission', () => {
  test('has number, day, office, every document with the fingerprint of what is kept, and where to follow it', async () => {
    const id = await sentForm();
    const pdf = await receiptOf(ada, id);
    const { text, lang, standard } = await readPdf(pdf ?? Buffer.of());
    expect([lang, standard]).toEqual(['it', '2A']);
    const together = text.replaceAll(/\s/g, '');
    for (const path of paths) {
      expect(together).toContain(hashOf(path));
      expect(together).toContain(`${path}.pdf`);
    }
    expect(together).toContain(`/it/files/${id}`);
    for (const said of ['2026/000001', 'Manchester', 'art. 18-bis', 'Non è una decisione', 'Carla Finto'])
      expect(text).toContain(said);
    expect(text).toContain('Nessuna norma fissa un termine');
  });

  test('is the same file byte by byte whenever it is read, and only the person’s to read', async () => {
    const id = await sentForm();
    const digest = (pdf: Buffer | undefined) => pdf && createHash('sha256').update(pdf).digest('hex');
    const first = digest(await receiptOf(ada, id));
    await consulateDoes(deps, { officeId: 'manchester', id }, await anOfficial(deps), 'take');
    expect(digest(await receiptOf(ada, id))).toBe(first);
    const bea = await aPerson(deps, { email: 'bea.finta@posta.example', mobile: '+447911123999' });
    expect(await receiptOf(bea, id)).toBeUndefined();
  });
});

test('CF-4: the form to be signed says what the draft says, with a line for the signature', async () => {
  const draftId = await aDraftOf(deps, ada, form);
  const paper = await printForm(deps, { accountId: ada, draftId, locale: 'en' });
  const { text, lang } = await readPdf(paper ? await renderPdf(paper) : Buffer.of());
  expect(lang).toBe('en');
  for (const said of [
    'Inventata',
    'Sample Road',
    'Trieste (TS)',
    'United Kingdom',
    'Signature in full',
    'DPR 445/2000',
  ])
    expect(text).toContain(said);
});

test('CF-9: the municipality gets the data with the registry’s codes, by certified mail that names nobody', async () => {
  const id = await sentForm();
  const olga = await anOfficial(deps);
  await consulateDoes(deps, { officeId: 'manchester', id }, olga, 'take');
  await consulateDoes(deps, { officeId: 'manchester', id }, olga, 'send_to_municipality', {
    change: { municipalityId: 'comune-l424' },
  });
  const letters = await lettersTo(deps, 'anagrafe@pec.comune-l424.example');
  expect(letters).toHaveLength(1);
  expect(JSON.stringify(letters)).not.toContain('Inventata');
  const attached = await attachCommunication(deps)({ id: `manchester/${id}`, locale: 'it' });
  const { text } = await readPdf(attached.is === 'file' ? attached.file.content : Buffer.of());
  for (const said of [
    'Comune di Trieste',
    'C01 – Mi sono trasferito dall’Italia',
    '1 – interessato',
    '2 – Marito o moglie',
    '3 – Figlio o figlia',
    '2 – coniugato/a',
    'GB – Regno Unito',
    'da trascrivere',
  ])
    expect(text).toContain(said);
});
