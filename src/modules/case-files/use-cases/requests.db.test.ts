import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { receiveUpload } from '#modules/documents/public.ts';
import { aPhoto, eraseDocumentsNow, received } from '#modules/documents/testing.ts';
import { lettersTo } from '#modules/identity/testing.ts';
import type { Official } from '#platform/web/who.ts';
import { expectStates } from '#tests/support/states.ts';
import { caseFileToken } from '../domain/case-file.ts';
import { caseFileStates } from '../domain/case-file-lifecycle.ts';
import { adaEmail, anOfficial, aPerson, aRequest, caseFileDeps } from '../testing.ts';
import { closeCaseFilesForAccount } from './close-for-account.ts';
import { type HandlingKind, handleCaseFile, listOpenFiles, takeNext } from './handle-case-file.ts';
import { eraseDueCaseFiles } from './jobs.ts';
import { moveForAccount } from './move-for-account.ts';
import { keepReply, listSavedReplies, removeReply } from './saved-replies.ts';
import { findForOfficial, findForReader, type Reader, viewCaseFile } from './see-case-files.ts';
import { submitCaseFile } from './submit-case-file.ts';
import { cancelCaseFile, writeAsPerson } from './write-as-person.ts';

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let ada: string;
let olga: Official;
beforeEach(async () => {
  deps = await caseFileDeps();
  ada = await aPerson(deps);
  olga = await anOfficial(deps);
});

const manchester = () => ({ official: olga, officeId: 'manchester' });
const key = () => crypto.randomUUID();
const citizen = (accountId = ada): Reader => ({ kind: 'citizen', accountId });
const handle = (id: string, kind: HandlingKind, text = '', by = manchester()) =>
  handleCaseFile(deps, by, { id, kind, text, key: key() });
const write = (id: string, text: string, reader = citizen()) =>
  writeAsPerson(deps, { reader, id, key: key(), text });

async function see(id: string, reader = citizen()) {
  const file = await findForReader(deps, reader, id);
  if (file === undefined) throw new Error('The file is not found');
  return viewCaseFile(deps, file);
}
const stateOf = async (id: string) => (await see(id)).file.state;
const subjects = async (address = adaEmail) =>
  (await lettersTo(deps, address)).map((letter) => letter.subject);

describe('a request with its thread', () => {
  test('CF-1: the database knows the same states', async () => {
    await expectStates(deps.store.owner, 'case_files.case_file', 'state', { states: caseFileStates });
  });

  test('OF-7 CF-8: goes to the office, is asked about, answered, taken up again and answered at last', async () => {
    const id = await aRequest(deps, ada);
    expect(await stateOf(id)).toBe('submitted');
    expect(await takeNext(deps, manchester(), key())).toEqual({ ok: true, value: { id } });
    expect(await stateOf(id)).toBe('in_progress');
    await handle(id, 'ask', 'Quale programma usi?');
    expect(await stateOf(id)).toBe('waiting_for_person');
    deps.clock.forward({ hours: 72 });
    await write(id, 'Firefox sul telefono');
    expect((await see(id)).file).toMatchObject({
      state: 'in_progress',
      takenBy: olga.officialId,
      waitedDays: 3,
    });
    await handle(id, 'answer', 'Prova così.');
    expect(await stateOf(id)).toBe('answered');
    await write(id, 'Non funziona ancora');
    expect((await see(id)).file).toMatchObject({ state: 'in_progress', closedAt: null, keepUntil: null });
    await handle(id, 'answer', 'Ora è corretto.');

    const { messages, timeline } = await see(id);
    expect(messages.map(({ author, kind, text }) => [author, kind, text])).toEqual([
      ['person', 'message', 'La pagina resta bianca'],
      ['office', 'request_for_more', 'Quale programma usi?'],
      ['person', 'message', 'Firefox sul telefono'],
      ['office', 'answer', 'Prova così.'],
      ['person', 'message', 'Non funziona ancora'],
      ['office', 'answer', 'Ora è corretto.'],
    ]);
    expect(timeline.map((event) => event.type)).toEqual([
      'case-file.submitted',
      'case-file.taken',
      'case-file.asked',
      'case-file.replied',
      'case-file.answered',
      'case-file.taken-up-again',
      'case-file.answered',
    ]);
  });

  test('CF-3: every step of the office reaches the person by mail, without what was written', async () => {
    const id = await aRequest(deps, ada);
    await handle(id, 'take');
    await handle(id, 'write', 'Ci stiamo guardando, segreto-1');
    await handle(id, 'put_back');
    await handle(id, 'take');
    await handle(id, 'reject', 'Non è del nostro ufficio, segreto-2');
    expect(await subjects()).toEqual([
      'Richiesta ricevuta: Assistenza tecnica',
      'Presa in carico: Assistenza tecnica',
      'Nuovo messaggio: Assistenza tecnica',
      'Di nuovo in coda: Assistenza tecnica',
      'Presa in carico: Assistenza tecnica',
      'Richiesta respinta: Assistenza tecnica',
    ]);
    const letters = await lettersTo(deps, adaEmail);
    expect(letters.map((letter) => letter.text).join()).not.toMatch(/segreto|pagina resta bianca/);
    expect(new Set(letters.map((letter) => letter.url))).toEqual(
      new Set([`http://localhost:3000/it/requests/${id}`]),
    );
    // RG-4: notices about a request go to the digital domicile, where there is one.
    const toDomicile = await deps.store.owner.query(
      `select distinct content->>'toDomicile' as first from notifications.message where recipient = $1`,
      [adaEmail],
    );
    expect(toDomicile.rows).toEqual([{ first: 'true' }]);
    const { rows } = await deps.store.owner.query(
      'select distinct topic from platform.outbox order by topic',
    );
    expect(rows.map((row) => row.topic)).toEqual([`case-file:${id}`, 'requests:manchester']);
  });

  test('OF-7: without an account the answer is read by the link of the mail, and by nobody else', async () => {
    const sent = await submitCaseFile(deps, {
      procedure: 'technical-help',
      asker: { kind: 'address', email: 'bruno@posta.example', locale: 'en' },
      officeId: 'manchester',
      serviceId: null,
      answers: {},
      text: 'I cannot sign in',
      key: key(),
    });
    const id = sent.ok ? sent.value.id : '';
    const [letter] = await lettersTo(deps, 'bruno@posta.example');
    const token = new URL(letter?.url ?? '').searchParams.get('token') ?? '';
    const link: Reader = { kind: 'link', officeId: 'manchester', token };
    await handle(id, 'take');
    await handle(id, 'ask', 'Which page?');
    expect(await write(id, 'The first one', link)).toMatchObject({ ok: true });
    expect((await see(id, link)).messages).toHaveLength(3);
    for (const wrong of [
      { ...link, token: `${token}x` },
      { ...link, officeId: 'london' },
      { ...link, token: caseFileToken(deps.keys, { officeId: 'manchester', id: ada }) },
      citizen(),
    ] as Reader[]) {
      expect(await findForReader(deps, wrong, id)).toBeUndefined();
      expect(await write(id, 'x', wrong)).toMatchObject({
        ok: false,
        refusal: { code: 'no_such_case_file' },
      });
    }
  });

  test('OF-7: the link of somebody without an account opens no file of an account', async () => {
    const id = await aRequest(deps, ada);
    const token = caseFileToken(deps.keys, { officeId: 'manchester', id });
    expect(await findForReader(deps, { kind: 'link', officeId: 'manchester', token }, id)).toBeUndefined();
  });

  test('CF-1: its owner cancels it until an official has it in charge', async () => {
    const [early, late] = [await aRequest(deps, ada), await aRequest(deps, ada)];
    const cancel = (id: string) => cancelCaseFile(deps, { reader: citizen(), id, key: key() });
    expect(await cancel(early)).toMatchObject({ ok: true });
    expect(await stateOf(early)).toBe('cancelled_by_user');
    await handle(late, 'take');
    expect(await cancel(late)).toMatchObject({ ok: false, refusal: { code: 'too_late' } });
  });

  test('CF-8: an answer is taken up again within thirty days, no later', async () => {
    const id = await aRequest(deps, ada);
    await handle(id, 'take');
    await handle(id, 'answer', 'Fatto.');
    deps.clock.forward({ hours: 31 * 24 });
    expect(await write(id, 'Ancora io')).toMatchObject({ ok: false, refusal: { code: 'too_late' } });
  });

  test('BK-5: a double click sends once; the same key with another text is refused', async () => {
    const once = key();
    const submission = { key: once, text: 'Una volta sola' };
    const [one, two] = await Promise.all([aRequest(deps, ada, submission), aRequest(deps, ada, submission)]);
    expect(one).toBe(two);
    const same = key();
    const texts = ['Grazie', 'Grazie', 'Altro'];
    const written = [];
    for (const text of texts)
      written.push(await writeAsPerson(deps, { reader: citizen(), id: one, key: same, text }));
    expect(written.map((each) => each.ok)).toEqual([true, true, false]);
    expect((await see(one)).messages).toHaveLength(2);
  });

  test('OF-7: an address sends ten requests a day', async () => {
    for (let turn = 0; turn < 10; turn += 1) await aRequest(deps, ada);
    await expect(aRequest(deps, ada)).rejects.toThrow('too_many_requests');
  });
});

describe('the queue', () => {
  test('CF-2: who came first is taken first, by one official only, and the place is told as it is', async () => {
    const ids: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      ids.push(await aRequest(deps, ada));
      deps.clock.forward({ minutes: 1 });
    }
    expect((await see(ids[2] ?? '')).position).toBe(3);
    const oscar = await anOfficial(deps, 'manchester', 'Oscar');
    const taken = await Promise.all(
      [olga, oscar, olga].map((official) => takeNext(deps, { official, officeId: 'manchester' }, key())),
    );
    expect(new Set(taken.map((each) => each.ok && each.value.id))).toEqual(new Set(ids.slice(0, 3)));
    expect((await see(ids[3] ?? '')).position).toBe(1);
    // Put back, it keeps its date and is the first again.
    await handle(ids[1] ?? '', 'put_back');
    expect(await takeNext(deps, manchester(), key())).toEqual({ ok: true, value: { id: ids[1] } });
    await takeNext(deps, manchester(), key());
    expect(await takeNext(deps, manchester(), key())).toMatchObject({ refusal: { code: 'queue_empty' } });
  });

  test('CF-2: a usual time is told when five answers show it', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const id = await aRequest(deps, ada);
      deps.clock.forward({ hours: 24 * (turn + 1) });
      await handle(id, 'take');
      const open = await aRequest(deps, ada);
      expect((await see(open)).usual).toBeUndefined();
      await cancelCaseFile(deps, { reader: citizen(), id: open, key: key() });
      await handle(id, 'answer', 'Fatto.');
    }
    expect((await see(await aRequest(deps, ada))).usual).toEqual({ from: 2, until: 4 });
  });

  test('BO-1: another office and another person find nothing and change nothing', async () => {
    const id = await aRequest(deps, ada);
    await handle(id, 'take');
    const bruno = await aPerson(deps, { email: 'bruno@posta.example', mobile: '+447911000001' });
    const stranger = await anOfficial(deps, 'london', 'Otto');
    const london = { official: stranger, officeId: 'london' };
    const disguised = { official: stranger, officeId: 'manchester' };
    expect(await listOpenFiles(deps, london)).toEqual([]);
    expect(await listOpenFiles(deps, disguised)).toEqual([]);
    const as = { kind: 'official', officialId: stranger.officialId, officeIds: ['london'] } as const;
    expect(await findForOfficial(deps, { as, officeId: 'manchester' }, id)).toBeUndefined();
    for (const by of [london, disguised])
      for (const kind of ['write', 'ask', 'answer', 'reject', 'put_back'] as const)
        expect(await handle(id, kind, 'x', by)).toMatchObject({ refusal: { code: 'no_such_case_file' } });
    expect(await takeNext(deps, disguised, key())).toMatchObject({ refusal: { code: 'queue_empty' } });
    expect(await findForReader(deps, citizen(bruno), id)).toBeUndefined();
    expect(await write(id, 'x', citizen(bruno))).toMatchObject({ refusal: { code: 'no_such_case_file' } });
    expect(await cancelCaseFile(deps, { reader: citizen(bruno), id, key: key() })).toMatchObject({
      refusal: { code: 'no_such_case_file' },
    });
    expect((await see(id)).messages).toHaveLength(1);
  });

  test('CF-8: saved replies are the office’s own', async () => {
    const text = { it: 'Cancella i cookie.', en: 'Delete the cookies.' };
    await keepReply(deps, manchester(), { title: 'Cookie', text, key: key() });
    const [kept] = await listSavedReplies(deps, manchester());
    expect(kept).toMatchObject({ title: 'Cookie', text });
    const stranger = { official: await anOfficial(deps, 'london', 'Otto'), officeId: 'manchester' };
    expect(await listSavedReplies(deps, stranger)).toEqual([]);
    expect(await removeReply(deps, stranger, kept?.id ?? '')).toMatchObject({ ok: false });
    expect(await removeReply(deps, manchester(), kept?.id ?? '')).toMatchObject({ ok: true });
  });
});

const filesOnDisk = () =>
  readdirSync(deps.folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());

/** A request with a screenshot. */
async function withScreenshot(change: Parameters<typeof aRequest>[2] = {}): Promise<string> {
  const formKey = key();
  await receiveUpload(deps, { formKey, accountId: ada }, received('schermata.jpg', await aPhoto()));
  return aRequest(deps, ada, { key: formKey, ...change });
}

describe('documents of a request', () => {
  test('OF-7: screenshots travel with the request and with messages of both sides', async () => {
    const id = await withScreenshot();
    await handle(id, 'take');
    const formKey = key();
    await receiveUpload(
      deps,
      { formKey, accountId: null },
      received('guida.jpg', await aPhoto({ width: 80 })),
    );
    await handleCaseFile(deps, manchester(), { id, kind: 'answer', text: 'Ecco la guida.', key: formKey });
    const names = (await see(id)).messages.map((message) => message.documents.map((each) => each.name));
    expect(names).toEqual([['schermata.jpg'], ['guida.jpg']]);
  });

  test('OF-7: a refused request leaves its files with the form, and the same form is sent again', async () => {
    const formKey = key();
    await receiveUpload(deps, { formKey, accountId: ada }, received('foto.jpg', await aPhoto()));
    await expect(aRequest(deps, ada, { key: formKey, officeId: 'nowhere' })).rejects.toThrow('no_office');
    const id = await aRequest(deps, ada, { key: formKey });
    expect((await see(id)).messages[0]?.documents).toHaveLength(1);
  });

  test('ID-18: a closed request is erased after its last day, from every table and the disk', async () => {
    const id = await withScreenshot();
    await handle(id, 'take');
    await handle(id, 'answer', 'Fatto.');
    deps.clock.forward({ hours: 24 * 300 });
    expect(await eraseDueCaseFiles(deps)).toBe(0);
    deps.clock.forward({ hours: 24 * 67 });
    expect(await eraseDueCaseFiles(deps)).toBe(1);
    await eraseDocumentsNow(deps);
    expect(filesOnDisk()).toEqual([]);
    const { rows } = await deps.store.owner.query(
      `select (select count(*)::int from case_files.case_file) as files, (select count(*)::int from case_files.message) as messages,
         (select count(*)::int from documents.document where name is not null) as names`,
    );
    expect(rows).toEqual([{ files: 0, messages: 0, names: 0 }]);
  });
});

describe('closing the account', () => {
  test('ID-10: open requests end and are erased with their files', async () => {
    const id = await withScreenshot();
    await handle(id, 'take');
    const effect = await deps.db.transaction({ kind: 'system', task: 'account-closing' }, (tx) =>
      closeCaseFilesForAccount(tx, deps, { accountId: ada, at: deps.now() }),
    );
    expect(effect).toEqual({ erased: ['requests'], kept: [] });
    expect(await findForReader(deps, citizen(), id)).toBeUndefined();
    expect(await listOpenFiles(deps, manchester())).toEqual([]);
    await eraseDocumentsNow(deps);
    expect(filesOnDisk()).toEqual([]);
  });
});

test('ID-9: a request that is open stays with the old office, and the move says so', async () => {
  const id = await withScreenshot();
  const move = (fromOfficeId: string) =>
    deps.db.transaction({ kind: 'system', task: 'office-change' }, (tx) =>
      moveForAccount(tx, deps, { accountId: ada, fromOfficeId }),
    );
  const { ended, stays } = await move('manchester');
  expect(ended).toEqual([]);
  expect(stays.map(({ en }) => en)).toEqual([expect.stringContaining(id.slice(0, 8).toUpperCase())]);
  expect((await move('london')).stays).toEqual([]);
});
