import { beforeEach, describe, expect, test } from 'vitest';
import { uploadsOfForm } from '#modules/documents/public.ts';
import { eraseForgottenUploads } from '#modules/documents/testing.ts';
import { answerTo } from '../domain/form-answers.ts';
import { petFolder, petRegistration } from '../form.testing.ts';
import { aFilledDraft, anUpload, aPerson, caseFileDeps } from '../testing.ts';
import { addEntry, removeEntry } from './draft-entries.ts';
import { discardDraft, eraseExpiredDrafts, listDrafts, openDraft, readDraft } from './drafts.ts';
import { replaceAnswers, saveDraft } from './save-draft.ts';

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let ada: string;
let who: { accountId: string; actingId: string };
const asTest = { kind: 'system', task: 'test' } as const;

beforeEach(async () => {
  deps = await caseFileDeps(petFolder());
  ada = await aPerson(deps);
  who = { accountId: ada, actingId: ada };
});

const open = () => openDraft(deps, { ...who, procedure: petRegistration });
const you = { section: 'you', entry: null } as const;
const uploads = (draftId: string) =>
  deps.db.transaction(asTest, (tx) => uploadsOfForm(tx, { formKey: draftId, accountId: ada }));

describe('a draft', () => {
  test('CF-7: it begins with what the portal knows, and is taken up again on another device', async () => {
    const draft = await open();
    expect(draft.answers).toEqual({
      given_name: 'Ada',
      family_name: 'Inventata',
      born_on: '1980-02-03',
      email: 'ada.inventata@posta.example',
      mobile: '+447911123456',
      country: 'GB',
      place: 'Leeds',
    });
    expect((await open()).id).toBe(draft.id);
    expect(await listDrafts(deps, who)).toHaveLength(1);
    const opened = await Promise.all([open(), open(), open()]);
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
  });

  test('CF-7: incomplete and wrong answers are kept as they were typed', async () => {
    const { id: draftId, answers } = await open();
    const base = { born_on: answerTo(answers, 'born_on') };
    const saved = await saveDraft(deps, {
      ...who,
      draftId,
      page: you,
      base,
      typed: { born_on: '30 febbraio', tax_code: 'rss mra', email: '', nonsense: 'x' },
    });
    expect(saved.ok && saved.value.answers).toMatchObject({ born_on: '30 febbraio', tax_code: 'RSSMRA' });
    expect(saved.ok && saved.value.answers).not.toHaveProperty('nonsense');
    const again = await readDraft(deps, { accountId: ada, draftId });
    expect(again?.section).toBe('you');
    expect(again?.answers['tax_code']).toBe('RSSMRA');
  });

  test('CF-7: a municipality is kept by its code where only one has the name', async () => {
    const { id: draftId } = await open();
    const home = (last_municipality: string, before = '') =>
      saveDraft(deps, {
        ...who,
        draftId,
        page: { section: 'home', entry: null },
        base: { last_municipality: before },
        typed: { last_municipality },
      });
    const named = await home('bologna');
    expect(named.ok && named.value.answers['last_municipality']).toBe('A944');
    const shared = await home('Livo', 'A944');
    expect(shared.ok && shared.value.answers['last_municipality']).toBe('Livo');
  });

  test('CF-7: two devices: what did not clash is saved, the rest is shown with both values', async () => {
    const draft = await open();
    const of = { ...who, draftId: draft.id, page: you };
    const base = { given_name: 'Ada', family_name: 'Inventata' };
    const phone = await saveDraft(deps, {
      ...of,
      base,
      typed: { given_name: 'Ada Rosa', family_name: 'Inventata' },
    });
    expect(phone.ok).toBe(true);
    const laptop = await saveDraft(deps, {
      ...of,
      base,
      typed: { given_name: 'Ada Maria', family_name: 'Inventata Bianchi' },
    });
    expect(laptop).toMatchObject({
      ok: false,
      refusal: {
        code: 'changed_elsewhere',
        conflicts: [{ name: 'given_name', mine: 'Ada Maria', theirs: 'Ada Rosa' }],
      },
    });
    const now = await readDraft(deps, { accountId: ada, draftId: draft.id });
    expect(now?.answers).toMatchObject({ given_name: 'Ada Rosa', family_name: 'Inventata Bianchi' });
    const decided = await saveDraft(deps, {
      ...of,
      base: { given_name: 'Ada Rosa' },
      typed: { given_name: 'Ada Maria' },
    });
    expect(decided.ok && decided.value.answers['given_name']).toBe('Ada Maria');
  });

  test('CF-7: what only the other device changed stays', async () => {
    const draft = await open();
    const of = { ...who, draftId: draft.id, page: you };
    const base = { given_name: 'Ada', family_name: 'Inventata' };
    await saveDraft(deps, { ...of, base, typed: { ...base, given_name: 'Ada Rosa' } });
    const other = await saveDraft(deps, { ...of, base, typed: { ...base, family_name: 'Bianchi' } });
    expect(other.ok && other.value.answers).toMatchObject({ given_name: 'Ada Rosa', family_name: 'Bianchi' });
  });

  test('CF-7: entries are added once for a click, taken out with their documents, and those behind move up', async () => {
    const draftId = await aFilledDraft(deps, ada);
    const of = { ...who, draftId, section: 'pets' };
    const [one, twice] = await Promise.all([
      addEntry(deps, { ...of, seen: 1 }),
      addEntry(deps, { ...of, seen: 1 }),
    ]);
    expect([one.ok && one.value.entry, twice.ok && twice.value.entry]).toEqual([1, 1]);
    await saveDraft(deps, {
      ...of,
      page: { section: 'pets', entry: 1 },
      base: {},
      typed: { pet_name: 'Fulmine', species: 'dog' },
    });
    await anUpload(deps, { draftId, accountId: ada, path: 'vaccination/0', seed: 1 });
    await anUpload(deps, { draftId, accountId: ada, path: 'vaccination/1', seed: 2 });
    await removeEntry(deps, { ...of, entry: 0, seen: 2 });
    await removeEntry(deps, { ...of, entry: 0, seen: 2 });
    const draft = await readDraft(deps, { accountId: ada, draftId });
    expect(draft?.answers['pets']).toEqual([{ pet_name: 'Fulmine', species: 'dog' }]);
    expect((await uploads(draftId)).map(({ askedFor, name }) => [askedFor, name])).toEqual([
      ['passport', 'passport.pdf'],
      ['vaccination-0', 'vaccination-1.pdf'],
    ]);
    await addEntry(deps, { ...of, seen: 1 });
    await addEntry(deps, { ...of, seen: 2 });
    expect(await addEntry(deps, { ...of, seen: 3 })).toMatchObject({ refusal: { code: 'too_many_entries' } });
  });

  test('CF-7: an entry that another device took out comes back with what is typed into it', async () => {
    const draftId = await aFilledDraft(deps, ada);
    await removeEntry(deps, { ...who, draftId, section: 'pets', entry: 0, seen: 1 });
    const saved = await saveDraft(deps, {
      ...who,
      draftId,
      page: { section: 'pets', entry: 0 },
      base: { pet_name: 'Briciola', species: 'cat' },
      typed: { pet_name: 'Briciola', species: 'dog' },
    });
    expect(saved.ok && saved.value.answers['pets']).toEqual([{ pet_name: 'Briciola', species: 'dog' }]);
  });

  test('CF-7: a machine replaces the answers only on the revision that it read', async () => {
    const { id: draftId, revision } = await open();
    const of = { ...who, draftId };
    const first = await replaceAnswers(deps, { ...of, answers: { given_name: 'Eva' }, revision });
    expect(first.ok && first.value.revision).toBe(revision + 1);
    const again = await replaceAnswers(deps, { ...of, answers: { given_name: 'Eva' }, revision });
    expect(again.ok && again.value.revision).toBe(revision + 1);
    expect(await replaceAnswers(deps, { ...of, answers: { given_name: 'Zoe' }, revision })).toMatchObject({
      ok: false,
      refusal: { code: 'other_revision' },
    });
  });

  test('CF-7: other people’s drafts are not found, by whatever door', async () => {
    const { id: draftId } = await open();
    const bea = await aPerson(deps, {
      email: 'bea@posta.example',
      mobile: '+447911123457',
      givenName: 'Bea',
    });
    const hers = { accountId: bea, actingId: bea, draftId };
    expect(await readDraft(deps, hers)).toBeUndefined();
    const none = { ok: false, refusal: { code: 'no_such_draft' } };
    expect(await saveDraft(deps, { ...hers, page: you, base: {}, typed: { given_name: 'X' } })).toEqual(none);
    expect(await discardDraft(deps, hers)).toEqual(none);
    expect(await addEntry(deps, { ...hers, section: 'pets', seen: 0 })).toEqual(none);
  });

  test('CF-7: thrown away, it goes with its uploads', async () => {
    const draftId = await aFilledDraft(deps, ada);
    expect((await discardDraft(deps, { ...who, draftId })).ok).toBe(true);
    expect(await listDrafts(deps, who)).toEqual([]);
    expect(await uploads(draftId)).toEqual([]);
    await eraseForgottenUploads(deps);
    const { rows } = await deps.store.owner.query('select count(*)::int as left from documents.draft');
    expect(rows[0]?.left).toBe(0);
  });

  test('CF-7: its uploads live as long as it; after 60 days without a change both are erased', async () => {
    const draftId = await aFilledDraft(deps, ada);
    await saveDraft(deps, { ...who, draftId, page: you, base: {}, typed: {}, byItself: true });
    deps.clock.forward({ hours: 24 * 59 });
    await eraseForgottenUploads(deps);
    expect(await uploads(draftId)).toHaveLength(1);
    expect(await eraseExpiredDrafts(deps)).toBe(0);
    await saveDraft(deps, { ...who, draftId, page: you, base: {}, typed: {}, byItself: true });
    deps.clock.forward({ hours: 24 * 59 });
    expect(await eraseExpiredDrafts(deps)).toBe(0);
    deps.clock.forward({ hours: 25 });
    expect(await eraseExpiredDrafts(deps)).toBe(1);
    expect(await uploads(draftId)).toEqual([]);
    expect(await listDrafts(deps, who)).toEqual([]);
  });
});
