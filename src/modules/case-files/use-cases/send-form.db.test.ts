import { beforeEach, describe, expect, test } from 'vitest';
import { listDocuments, receiveUpload } from '#modules/documents/public.ts';
import { aPhoto, received } from '#modules/documents/testing.ts';
import { lettersTo } from '#modules/identity/testing.ts';
import type { Official } from '#platform/web/who.ts';
import { answerTo, entriesOf } from '../domain/form-answers.ts';
import { petFolder, petRegistration } from '../form.testing.ts';
import { findOwnCaseFile } from '../store/case-files.ts';
import { findDraftOf } from '../store/drafts.ts';
import { listSendings } from '../store/sent-answers.ts';
import { listTurns } from '../store/turns.ts';
import { insertWanted, listWanted } from '../store/wanted-corrections.ts';
import {
  adaEmail,
  aFilledDraft,
  anOfficial,
  anUpload,
  aPerson,
  aSentFile,
  caseFileDeps,
  petAnswers,
} from '../testing.ts';
import { advance } from './advance.ts';
import { asCaseFiles } from './case-file-deps.ts';
import { openCorrection, resubmit } from './correct-form.ts';
import { openDraft, readDraft } from './drafts.ts';
import { handleCaseFile } from './handle-case-file.ts';
import { replaceAnswers, saveDraft } from './save-draft.ts';
import { sendForm } from './send-form.ts';
import { cancelCaseFile } from './write-as-person.ts';

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let ada: string;
let who: { accountId: string; actingId: string };
let olga: Official;

beforeEach(async () => {
  deps = await caseFileDeps(petFolder());
  ada = await aPerson(deps);
  who = { accountId: ada, actingId: ada };
  olga = await anOfficial(deps);
});

const send = (draftId: string, key: string = crypto.randomUUID()) => sendForm(deps, { ...who, draftId, key });
const fileOf = (id: string) => deps.db.transaction(asCaseFiles, (tx) => findOwnCaseFile(tx, ada, id));
const rows = async (statement: string) => (await deps.store.owner.query(statement)).rows;

describe('sending a form', () => {
  test('CF-1 CF-2: it stands in the queue with a number, its answers, its documents and a letter', async () => {
    const draftId = await aFilledDraft(deps, ada, {
      ...petAnswers,
      remarks: '',
      pets: petAnswers['pets'] ?? [],
    });
    const sent = await send(draftId);
    expect(sent).toEqual({
      ok: true,
      value: { id: draftId, officeId: 'manchester', protocol: { year: 2026, number: 1 } },
    });
    const file = await fileOf(draftId);
    expect(file).toMatchObject({ state: 'submitted', version: 1, submittedBy: null, answers: petAnswers });
    expect(await readDraft(deps, { accountId: ada, draftId })).toBeUndefined();
    const kept = await deps.db.transaction(asCaseFiles, async (tx) => ({
      documents: await listDocuments(tx, 'manchester', [draftId]),
      sendings: await listSendings(tx, { officeId: 'manchester', id: draftId }),
      turns: await listTurns(tx, 'manchester', draftId),
    }));
    expect(kept.sendings).toMatchObject([{ number: 1, answers: petAnswers, byAccount: ada }]);
    expect(kept.documents).toMatchObject([{ askedFor: 'passport', partId: kept.sendings[0]?.partId }]);
    expect(kept.turns).toMatchObject([{ holder: 'queue', until: null }]);
    expect((await lettersTo(deps, adaEmail)).at(-1)?.subject).toContain('Registro degli animali');
  });

  test('CF-6: photos of one document reach the office as one PDF, when sent and when corrected', async () => {
    const namesOf = async (id: string) =>
      (await deps.db.transaction(asCaseFiles, (tx) => listDocuments(tx, 'manchester', [id]))).map(
        ({ kind, pages, askedFor }) => [kind, pages, askedFor],
      );
    const photograph = async (formKey: string, widths: readonly number[]) => {
      for (const width of widths) {
        const photo = received(`foto-${width}.jpg`, await aPhoto({ width }));
        const taken = await receiveUpload(
          deps,
          { formKey, accountId: ada },
          { ...photo, askedFor: 'passport' },
        );
        expect(taken.ok).toBe(true);
      }
    };
    const { id, revision } = await openDraft(deps, { ...who, procedure: petRegistration });
    await replaceAnswers(deps, { ...who, draftId: id, answers: petAnswers, revision });
    await photograph(id, [60, 61]);
    expect(await send(id)).toMatchObject({ ok: true });
    expect(await namesOf(id)).toEqual([['pdf', 2, 'passport']]);

    await sentBack(id, [], ['passport']);
    const correction = await openCorrection(deps, { ...who, id });
    await photograph(correction.ok ? correction.value.id : '', [62, 63]);
    const version = (await fileOf(id))?.version ?? 0;
    expect(await resubmit(deps, { ...who, id, version, text: '', key: crypto.randomUUID() })).toMatchObject({
      ok: true,
    });
    expect((await namesOf(id)).at(-1)).toEqual(['pdf', 2, 'passport']);
  });

  test('CF-1: pressed twice, from two devices, with two keys: one file, one number', async () => {
    const draftId = await aFilledDraft(deps, ada);
    const key = crypto.randomUUID();
    const answers = await Promise.all([send(draftId, key), send(draftId, key), send(draftId), send(draftId)]);
    for (const each of answers) expect(each).toMatchObject({ ok: true, value: { id: draftId } });
    expect(await rows('select protocol_number from case_files.case_file')).toEqual([{ protocol_number: 1 }]);
    expect(await rows('select last from case_files.protocol_register')).toEqual([{ last: 1 }]);
  });

  test('CF-1: what is refused takes no number, and the draft stays as it was', async () => {
    const { id: draftId } = await openDraft(deps, { ...who, procedure: petRegistration });
    const refusal = await send(draftId);
    expect(refusal).toMatchObject({ ok: false, refusal: { code: 'form_incomplete' } });
    if (!refusal.ok && refusal.refusal.code === 'form_incomplete') {
      expect(refusal.refusal.findings.problems.map(({ path }) => path)).toContain('home_kind');
      expect(refusal.refusal.findings.missingDocuments.map(({ path }) => path)).toEqual(['passport']);
    }
    expect(await rows('select * from case_files.protocol_register')).toEqual([]);
    expect(await readDraft(deps, { accountId: ada, draftId })).toBeDefined();
  });

  test('CF-5: a check that stops keeps the form from being sent', async () => {
    const draftId = await aFilledDraft(deps, ada, { ...petAnswers, place: 'Londra' });
    expect(await send(draftId)).toMatchObject({ ok: false, refusal: { code: 'form_incomplete' } });
  });

  test('CF-1: numbers have no gaps, whatever fails between them', async () => {
    const people = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        aPerson(deps, {
          email: `p${n}@posta.example`,
          mobile: `+4479111235${n}0`,
          givenName: `Ada${'abcd'[n - 1]}`,
        }),
      ),
    );
    const drafts = await Promise.all(people.map((each) => aFilledDraft(deps, each)));
    const tries = drafts.flatMap((draftId, index) => [
      sendForm(deps, {
        accountId: people[index] ?? '',
        actingId: people[index] ?? '',
        draftId,
        key: crypto.randomUUID(),
      }),
      sendForm(deps, { accountId: ada, actingId: ada, draftId, key: crypto.randomUUID() }),
    ]);
    const outcomes = await Promise.all(tries);
    const numbers = outcomes.flatMap((each) => (each.ok ? [each.value.protocol.number] : []));
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
  });

  test('CF-1: who has an open file of the kind is led there', async () => {
    const first = await aSentFile(deps, ada);
    const draftId = await aFilledDraft(deps, ada);
    expect(await send(draftId)).toEqual({ ok: false, refusal: { code: 'open_already', id: first } });
    const reader = { kind: 'citizen', accountId: ada } as const;
    await cancelCaseFile(deps, { reader, id: first, key: crypto.randomUUID() });
    expect(await send(draftId)).toMatchObject({ ok: true, value: { protocol: { number: 2 } } });
  });

  test('CF-10: a procedure that needs an entry is not sent without it', async () => {
    for (const [needs, code] of [
      ['consular_register', 'needs_consular_register'],
      ['aire', 'needs_aire'],
    ] as const) {
      deps = await caseFileDeps(petFolder({ form: { ...petRegistration.form, needs } }));
      ada = await aPerson(deps);
      who = { accountId: ada, actingId: ada };
      expect(await send(await aFilledDraft(deps, ada))).toEqual({ ok: false, refusal: { code } });
    }
  });

  test('ID-16: whoever has no delegation sends nothing for another', async () => {
    const draftId = await aFilledDraft(deps, ada);
    const bea = await aPerson(deps, {
      email: 'bea@posta.example',
      mobile: '+447911123457',
      givenName: 'Bea',
    });
    const sent = await sendForm(deps, { accountId: ada, actingId: bea, draftId, key: crypto.randomUUID() });
    expect(sent).toEqual({ ok: false, refusal: { code: 'no_such_draft' } });
    expect(await fileOf(draftId)).toBeUndefined();
  });

  test('CF-1: effects belong to the submission: where they fail nothing was sent', async () => {
    const broken = await caseFileDeps(
      petFolder({}, { afterStep: async () => Promise.reject(new Error('the register is away')) }),
    );
    ada = await aPerson(broken);
    const draftId = await aFilledDraft(broken, ada);
    const sending = sendForm(broken, { accountId: ada, actingId: ada, draftId, key: crypto.randomUUID() });
    await expect(sending).rejects.toThrow('the register is away');
    expect(await readDraft(broken, { accountId: ada, draftId })).toBeDefined();
    expect(await rows('select 1 from case_files.case_file')).toEqual([]);
    expect(await rows('select 1 from documents.draft')).toHaveLength(1);
  });
});

/** Olga takes the file in charge and finds something. */
async function sentBack(id: string, paths: readonly string[], documents: readonly string[] = []) {
  const handling = { official: olga, officeId: 'manchester' };
  await handleCaseFile(deps, handling, { id, kind: 'take', key: crypto.randomUUID() });
  await deps.db.transaction(asCaseFiles, async (tx) => {
    const file = await findOwnCaseFile(tx, ada, id);
    if (file === undefined) throw new Error('No file');
    await insertWanted(
      tx,
      file,
      [
        ...paths.map((path) => ({ target: { kind: 'question', path } as const, note: `Correggi ${path}` })),
        ...documents.map((path) => ({ target: { kind: 'document', path } as const, note: 'Non si legge' })),
      ],
      deps.now(),
    );
    await advance(tx, deps, file, {
      event: 'fail_verification',
      next: 'verification_failed',
      actor: { kind: 'official', id: olga.officialId },
      at: deps.now(),
    });
  });
}

describe('correcting a form', () => {
  let id: string;
  beforeEach(async () => {
    id = await aSentFile(deps, ada);
  });
  const versionOf = async () => (await fileOf(id))?.version ?? 0;
  const again = async (text = '', key: string = crypto.randomUUID()) =>
    resubmit(deps, { ...who, id, version: await versionOf(), text, key });
  const correction = async () => {
    const opened = await openCorrection(deps, { ...who, id });
    if (!opened.ok) throw new Error(opened.refusal.code);
    return opened.value;
  };

  test('CF-1: only what is wanted and what depends on it can be changed', async () => {
    await sentBack(id, ['from_italy', 'pets/0/species']);
    const { id: draftId } = await correction();
    await saveDraft(deps, {
      ...who,
      draftId,
      page: { section: 'home', entry: null },
      base: { from_italy: 'yes', last_municipality: 'H501', place: 'Leeds' },
      typed: { from_italy: 'yes', last_municipality: 'A944', place: 'Londra' },
    });
    await saveDraft(deps, {
      ...who,
      draftId,
      page: { section: 'pets', entry: 0 },
      base: { pet_name: 'Briciola', species: 'cat' },
      typed: { pet_name: 'Altro', species: 'dog', chip: '380' },
    });
    const draft = await readDraft(deps, { accountId: ada, draftId });
    expect(draft?.answers).toMatchObject({ place: 'Leeds', last_municipality: 'A944' });
    expect(draft?.answers['pets']).toEqual([{ pet_name: 'Briciola', species: 'dog', chip: '380' }]);
    const revision = draft?.revision ?? 0;
    const machine = await replaceAnswers(deps, {
      ...who,
      draftId,
      revision,
      answers: { ...petAnswers, place: 'Londra', from_italy: 'no', pets: [] },
    });
    expect(machine.ok && machine.value.answers).toMatchObject({ place: 'Leeds', from_italy: 'no' });
    expect(machine.ok && entriesOf(machine.value.answers, 'pets')).toHaveLength(1);
  });

  test('CF-1: resubmitted, it is the same official’s with its first date, and both versions are kept', async () => {
    const before = await fileOf(id);
    await sentBack(id, ['last_municipality'], ['passport']);
    deps.clock.forward({ hours: 48 });
    const draft = await correction();
    expect(await again()).toMatchObject({ ok: false, refusal: { code: 'not_corrected' } });
    await saveDraft(deps, {
      ...who,
      draftId: draft.id,
      page: { section: 'home', entry: null },
      base: { last_municipality: 'H501' },
      typed: { last_municipality: 'Bologna' },
    });
    const half = await again();
    expect(!half.ok && half.refusal.code === 'not_corrected' && half.refusal.wanted).toMatchObject([
      { target: { kind: 'document', path: 'passport' } },
    ]);
    await anUpload(deps, { draftId: draft.id, accountId: ada, path: 'passport', seed: 3 });
    const key = crypto.randomUUID();
    const version = await versionOf();
    const both = await Promise.all([
      resubmit(deps, { ...who, id, version, text: '', key }),
      resubmit(deps, { ...who, id, version, text: '', key }),
    ]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    const after = await fileOf(id);
    expect(after).toMatchObject({
      state: 'in_progress',
      takenBy: olga.officialId,
      submittedAt: before?.submittedAt,
      protocol: before?.protocol,
    });
    expect(answerTo(after?.answers ?? {}, 'last_municipality')).toBe('A944');
    const kept = await deps.db.transaction(asCaseFiles, async (tx) => ({
      sendings: await listSendings(tx, { officeId: 'manchester', id }),
      documents: await listDocuments(tx, 'manchester', [id]),
      wanted: await listWanted(tx, id, { open: true }),
      draft: await findDraftOf(tx, ada, { caseFileId: id }),
    }));
    expect(kept.sendings.map(({ answers }) => answerTo(answers, 'last_municipality'))).toEqual([
      'H501',
      'A944',
    ]);
    expect(kept.documents.map(({ askedFor }) => askedFor)).toEqual(['passport', 'passport']);
    expect([kept.wanted, kept.draft]).toEqual([[], undefined]);
  });

  test('CF-1: whoever leaves something as it was says why', async () => {
    await sentBack(id, ['place']);
    await correction();
    expect(await again('L’indirizzo è giusto: è una via nuova.')).toMatchObject({ ok: true });
    expect(await rows("select kind, text from case_files.message where author = 'person'")).toEqual([
      { kind: 'message', text: 'L’indirizzo è giusto: è una via nuova.' },
    ]);
  });

  test('CF-1: what the change asks for in addition has to be there', async () => {
    await sentBack(id, ['home_kind']);
    const { id: draftId } = await correction();
    await saveDraft(deps, {
      ...who,
      draftId,
      page: { section: 'home', entry: null },
      base: { home_kind: 'own' },
      typed: { home_kind: 'rented' },
    });
    const missing = await again();
    expect(
      !missing.ok && missing.refusal.code === 'form_incomplete' && missing.refusal.findings,
    ).toMatchObject({
      missingDocuments: [{ path: 'lease' }],
    });
    await anUpload(deps, { draftId, accountId: ada, path: 'lease' });
    expect(await again()).toMatchObject({ ok: true });
  });

  test('CF-1: nothing is corrected while the office does not wait, nor by others, nor on an older page', async () => {
    expect(await openCorrection(deps, { ...who, id })).toMatchObject({ refusal: { code: 'not_now' } });
    await sentBack(id, ['place']);
    await correction();
    expect(await resubmit(deps, { ...who, id, version: 1, text: 'x', key: 'a-key-of-ada' })).toMatchObject({
      refusal: { code: 'changed_meanwhile' },
    });
    const bea = await aPerson(deps, {
      email: 'bea@posta.example',
      mobile: '+447911123457',
      givenName: 'Bea',
    });
    expect(await openCorrection(deps, { accountId: bea, actingId: bea, id })).toMatchObject({
      refusal: { code: 'no_such_case_file' },
    });
  });

  test('CF-1: it can be given up until it is taken in charge, and again when it comes back', async () => {
    const reader = { kind: 'citizen', accountId: ada } as const;
    const cancel = () => cancelCaseFile(deps, { reader, id, key: crypto.randomUUID() });
    const handling = { official: olga, officeId: 'manchester' };
    await handleCaseFile(deps, handling, { id, kind: 'take', key: crypto.randomUUID() });
    expect(await cancel()).toMatchObject({ refusal: { code: 'too_late' } });
    await sentBack(id, ['place']);
    const { id: draftId } = await correction();
    await anUpload(deps, { draftId, accountId: ada, path: 'passport', seed: 4 });
    expect(await cancel()).toMatchObject({ ok: true });
    expect(await fileOf(id)).toMatchObject({ state: 'cancelled_by_user' });
    expect(await readDraft(deps, { accountId: ada, draftId })).toBeUndefined();
    expect(await rows("select 1 from documents.draft where uploaded_at > 'epoch'")).toEqual([]);
    expect(await rows('select keep_until is not null as dated from documents.document')).toEqual([
      { dated: true },
    ]);
  });
});
