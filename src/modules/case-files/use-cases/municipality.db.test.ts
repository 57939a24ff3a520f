import { beforeEach, describe, expect, test } from 'vitest';
import { lettersTo } from '#modules/identity/testing.ts';
import type { Principal } from '#platform/database/principal.ts';
import type { Official } from '#platform/web/who.ts';
import {
  aFileWithForm,
  aSentFile,
  consulateDoes,
  folderOfTests,
} from '#tests/support/files-at-municipality.ts';
import { expectStates } from '#tests/support/states.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { decisions } from '../domain/municipal-stage.ts';
import { adaEmail, anOfficial, aPerson, caseFileDeps } from '../testing.ts';
import { findForMunicipality } from './at-municipality.ts';
import {
  confirmFile,
  putBackAtMunicipality,
  refuseFile,
  takeAtMunicipality,
  writeFromMunicipality,
} from './municipality.ts';
import { remindMunicipalities } from './remind-municipalities.ts';
import { viewFile } from './see-file.ts';
import { writeToMunicipality } from './work-on-file.ts';

const bolzano = 'comune-a952';
const asTest = { kind: 'system', task: 'test' } as const;

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let ada: string;
let olga: Official;
let amelia: Official;
let silvano: Official;
let file: CaseFile;
beforeEach(async () => {
  deps = await caseFileDeps(folderOfTests);
  ada = await aPerson(deps);
  olga = await anOfficial(deps);
  amelia = await anOfficial(deps, bolzano, 'Amelia');
  silvano = await anOfficial(deps, bolzano, 'Silvano');
  file = await aSentFile(deps, ada, olga);
});

const at = (official: Official, municipalityId = bolzano) => ({ official, municipalityId });

async function now(): Promise<CaseFile> {
  const found = await findForMunicipality(deps, at(amelia), file.id);
  if (found === undefined) throw new Error('The municipality does not find its file');
  return found;
}

const wish = async () => ({ id: file.id, version: (await now()).version, key: crypto.randomUUID() });
const take = async (official = amelia) => takeAtMunicipality(deps, at(official), await wish());
const confirm = async (official = amelia, change = {}) =>
  confirmFile(deps, at(official), {
    ...(await wish()),
    registeredOn: '2026-11-20',
    act: 'Prot. 4711/2026',
    ...change,
  });
const refuse = async (official = amelia, change = {}) =>
  refuseFile(deps, at(official), {
    ...(await wish()),
    reasons: ['data_differ'],
    text: 'Il secondo nome manca nell’atto di nascita.',
    ...change,
  });

async function history() {
  const { rows } = await deps.store.owner.query<{ type: string; actor_id: string; facts: object }>(
    `select type, actor_id, facts from platform.event where subject_id = $1 order by id`,
    [file.id],
  );
  return rows;
}

describe('a file at the municipality', () => {
  test('CF-9: one officer at a time has it in hand; a colleague takes it over, and the history says so', async () => {
    const first = await wish();
    expect(await takeAtMunicipality(deps, at(amelia), first)).toEqual({ ok: true, value: { id: file.id } });
    // Two pressed at the same time: the second one reads that something has changed.
    expect(await takeAtMunicipality(deps, at(silvano), { ...first, key: crypto.randomUUID() })).toMatchObject(
      {
        ok: false,
        refusal: { code: 'changed_meanwhile', last: { type: 'case-file.taken-by-municipality' } },
      },
    );
    expect(await confirm(silvano)).toEqual({ ok: false, refusal: { code: 'in_hand_of_colleague' } });
    expect(await take(silvano)).toMatchObject({ ok: true });
    expect(await confirm(amelia)).toEqual({ ok: false, refusal: { code: 'in_hand_of_colleague' } });
    expect((await history()).slice(-2).map(({ actor_id }) => actor_id)).toEqual([
      amelia.officialId,
      silvano.officialId,
    ]);
    expect(await putBackAtMunicipality(deps, at(silvano), await wish())).toMatchObject({ ok: true });
    expect(await confirm(silvano)).toEqual({ ok: false, refusal: { code: 'take_first' } });
  });

  test('CF-4 CF-9: its confirmation, with the day and the act of the registration, defines the file', async () => {
    await take();
    expect(await confirm(amelia, { registeredOn: '2026-12-31', act: ' ' })).toEqual({
      ok: false,
      refusal: {
        code: 'confirmation_incomplete',
        problems: { registeredOn: 'in_the_future', act: 'no_act' },
      },
    });
    expect(await confirm()).toMatchObject({ ok: true });
    expect(await now()).toMatchObject({ state: 'defined', takenBy: olga.officialId });
    expect((await history()).at(-1)).toMatchObject({
      type: 'case-file.confirmed',
      facts: { state: 'defined', registeredOn: '2026-11-20' },
    });
    expect((await lettersTo(deps, adaEmail)).at(-1)?.subject).toBe('Pratica conclusa: Iscrizione di prova');
    expect(await confirm()).toEqual({ ok: false, refusal: { code: 'not_now' } });
  });

  test('CF-1 CF-9: its refusal brings the file back to the same official, with reasons that the person reads', async () => {
    await take();
    expect(await refuse(amelia, { reasons: ['because', 'so'] })).toEqual({
      ok: false,
      refusal: { code: 'no_reasons' },
    });
    expect(await refuse(amelia, { text: ' ' })).toEqual({ ok: false, refusal: { code: 'no_text' } });
    expect(await refuse(amelia, { reasons: ['data_differ', 'something_else'] })).toMatchObject({ ok: true });
    expect(await now()).toMatchObject({ state: 'in_progress', takenBy: olga.officialId });
    const [message] = await deps.db.transaction({ kind: 'citizen', accountId: ada }, (tx) =>
      tx.sql<{ author: string; kind: string; text: string }>(
        'select author, kind, text from case_files.message where case_file_id = $1',
        [file.id],
      ),
    );
    expect(message).toMatchObject({ author: 'municipality', kind: 'municipal_refusal' });
    expect(message?.text).toContain('I dati dichiarati non coincidono');
    expect(message?.text).toContain('Il secondo nome manca');
    expect((await lettersTo(deps, adaEmail)).at(-1)?.subject).toMatch(/^Il comune non ha confermato/);
    expect(await refuse()).toEqual({ ok: false, refusal: { code: 'not_now' } });
  });

  test('CF-9: a file that is sent again begins anew at the municipality', async () => {
    await take();
    await refuse();
    await consulateDoes(deps, file, olga, 'send_to_municipality');
    expect(await confirm()).toEqual({ ok: false, refusal: { code: 'take_first' } });
    await take(silvano);
    expect(await confirm(silvano)).toMatchObject({ ok: true });
    const { rows } = await deps.store.owner.query(
      'select number, decision, reasons from case_files.municipal_stage where case_file_id = $1 order by number',
      [file.id],
    );
    expect(rows).toEqual([
      { number: 1, decision: 'refused', reasons: ['data_differ'] },
      { number: 2, decision: 'confirmed', reasons: [] },
    ]);
  });

  test('CF-9: the same form sent twice confirms once', async () => {
    await take();
    const sent = { ...(await wish()), registeredOn: '2026-11-20', act: '12/2026' };
    const [one, other] = await Promise.all([
      confirmFile(deps, at(amelia), sent),
      confirmFile(deps, at(amelia), sent),
    ]);
    expect([one, other]).toEqual([
      { ok: true, value: { id: file.id } },
      { ok: true, value: { id: file.id } },
    ]);
    expect((await history()).filter(({ type }) => type === 'case-file.confirmed')).toHaveLength(1);
    expect(await confirmFile(deps, at(amelia), { ...sent, act: '13/2026' })).toMatchObject({
      ok: false,
      refusal: { code: 'key_reused' },
    });
  });

  test('CF-9: what the two desks write to each other stays theirs; that they wrote, the person sees', async () => {
    const text = 'Avete l’estratto dell’atto di nascita?';
    expect(await writeFromMunicipality(deps, at(amelia), { ...(await wish()), text })).toMatchObject({
      ok: true,
    });
    const seenBy = async (as: Parameters<typeof deps.db.transaction>[0]) =>
      (
        await deps.db.transaction(as, (tx) =>
          tx.sql<{ text: string }>('select text from case_files.message where case_file_id = $1', [file.id]),
        )
      ).map((each) => each.text);
    expect(await seenBy({ kind: 'citizen', accountId: ada })).toEqual([]);
    expect(
      await seenBy({ kind: 'official', officialId: olga.officialId, officeIds: ['manchester'] }),
    ).toEqual([text]);
    expect(await seenBy({ kind: 'official', officialId: amelia.officialId, officeIds: [bolzano] })).toEqual([
      text,
    ]);
    expect((await history()).at(-1)?.type).toBe('case-file.offices-wrote');
    expect((await lettersTo(deps, adaEmail)).at(-1)?.subject).toMatch(/^Inviata al comune/);
  });

  test('CF-9: person, consulate and municipality read the same steps in one timeline, and the same turns', async () => {
    await take();
    await writeFromMunicipality(deps, at(amelia), { ...(await wish()), text: 'Manca l’atto?' });
    const work = { official: olga, officeId: 'manchester', id: file.id, key: crypto.randomUUID() };
    expect(await writeToMunicipality(deps, work, 'No, è allegato.')).toMatchObject({ ok: true });
    deps.clock.forward({ hours: 16 * 24 });
    await remindMunicipalities(deps);
    await refuse();
    const readers: readonly Principal[] = [
      { kind: 'citizen', accountId: ada },
      { kind: 'official', officialId: olga.officialId, officeIds: ['manchester'] },
      { kind: 'official', officialId: amelia.officialId, officeIds: [bolzano] },
    ];
    const [person, clerk, town] = await Promise.all(
      readers.map(async (as) => viewFile(deps, await now(), as)),
    );
    expect(person?.timeline.map(({ type }) => type)).toEqual([
      'case-file.submitted',
      'case-file.taken',
      'case-file.sent-to-municipality',
      'case-file.taken-by-municipality',
      'case-file.offices-wrote',
      'case-file.offices-wrote',
      'case-file.municipality-reminded',
      'case-file.refused-by-municipality',
    ]);
    expect(clerk?.timeline).toEqual(person?.timeline);
    expect(town?.timeline).toEqual(person?.timeline);
    expect([clerk?.turns, town?.turns]).toEqual([person?.turns, person?.turns]);
    expect(person?.turns.map(({ holder }) => holder)).toEqual(['queue', 'office', 'municipality', 'office']);
    expect(person?.days.municipality).toBe(16);
    expect([person, clerk, town].map((each) => each?.messages.map(({ text }) => text).length)).toEqual([
      1, 3, 3,
    ]);
  });

  test('CF-9: the table of decisions is the one of the database', async () => {
    await expectStates(deps.store.owner, 'case_files.municipal_stage', 'decision', { states: decisions });
  });
});

describe('BO-1: a municipality sees the files that were sent to it, and nothing else', () => {
  const officer = (officialId: string, officeId = bolzano) =>
    ({ kind: 'official', officialId, officeIds: [officeId] }) as const;
  const tables = {
    'case_files.case_file': 'id',
    'case_files.municipal_stage': 'case_file_id',
    'case_files.turn': 'case_file_id',
    'platform.event': "subject_kind = 'case-file' and subject_id",
  };
  const found = async (as: Parameters<typeof deps.db.transaction>[0], id: string) =>
    Promise.all(
      Object.entries(tables).map(async ([table, column]) => [
        table,
        (await deps.db.transaction(as, (tx) => tx.sql(`select 1 from ${table} where ${column} = $1`, [id])))
          .length > 0,
      ]),
    ).then(Object.fromEntries);
  const all = (seen: boolean) => Object.fromEntries(Object.keys(tables).map((table) => [table, seen]));

  test('the right one everything, another nothing, in every table', async () => {
    expect(await found(officer(amelia.officialId), file.id)).toEqual(all(true));
    expect(await found(officer(amelia.officialId, 'comune-h501'), file.id)).toEqual(all(false));
    expect(await findForMunicipality(deps, at(amelia, 'comune-h501'), file.id)).toBeUndefined();
    const roma = await anOfficial(deps, 'comune-h501', 'Remo');
    expect(await takeAtMunicipality(deps, at(roma, 'comune-h501'), await wish())).toEqual({
      ok: false,
      refusal: { code: 'no_such_case_file' },
    });
    // Whoever claims to be of the other municipality is held back by the database.
    expect(await takeAtMunicipality(deps, at(roma), await wish())).toEqual({
      ok: false,
      refusal: { code: 'no_such_case_file' },
    });
  });

  test('nothing before it was sent, and of a file that went on to another municipality nothing any more', async () => {
    const early = await aFileWithForm(deps, ada);
    await consulateDoes(deps, early, olga, 'take');
    expect(await found(officer(amelia.officialId), early.id)).toEqual(all(false));
    await take();
    await refuse(amelia, { reasons: ['registered_elsewhere'] });
    expect(await found(officer(amelia.officialId), file.id)).toEqual(all(true));
    await consulateDoes(deps, file, olga, 'send_to_municipality', {
      change: { municipalityId: 'comune-h501' },
    });
    // What it decided itself stays its own to read; the file, its steps and its turns do not.
    const own = { ...all(false), 'case_files.municipal_stage': true };
    expect(await found(officer(amelia.officialId), file.id)).toEqual(own);
    expect(await found(officer(crypto.randomUUID(), 'comune-h501'), file.id)).toEqual(all(true));
  });

  test('it changes a file only while it has it, writes only as itself, and gives out no protocol number', async () => {
    const as = officer(amelia.officialId);
    const change = (sql: string) =>
      deps.db.transaction(as, (tx) => tx.sql(`${sql} returning 1`, [file.id])).then((rows) => rows.length);
    expect(await change('update case_files.case_file set answers = answers where id = $1')).toBe(1);
    await expect(
      change(`update case_files.case_file set state = 'rejected', closed_at = now() where id = $1`),
    ).rejects.toThrow(/row-level security/);
    await expect(
      change(`insert into case_files.message (office_id, case_file_id, id, author, kind, official_id, text, at)
        select 'manchester', $1, gen_random_uuid(), 'office', 'message', gen_random_uuid(), 'x', now()`),
    ).rejects.toThrow(/row-level security/);
    await expect(
      deps.db.transaction(as, (tx) =>
        tx.sql(
          `insert into case_files.protocol_register (office_id, year, last) values ('manchester', 2027, 1)`,
        ),
      ),
    ).rejects.toThrow(/row-level security/);
    await take();
    await refuse();
    expect(await change('update case_files.case_file set answers = answers where id = $1')).toBe(0);
    expect(await change('delete from case_files.case_file where id = $1')).toBe(0);
  });

  test('notes of the consulate are its own, its documents are read by the municipality that has the file', async () => {
    await consulateDoes(deps, file, olga, 'note', {
      message: {
        kind: 'internal_note',
        text: 'Da ricontrollare',
        holder: { formKey: 'note-key-1', accountId: null },
      },
    });
    await deps.store.owner.query(
      `insert into documents.document (office_id, id, account_id, subject_kind, subject_id, part_id, name, kind, bytes,
         sha256, file_key, uploaded_at)
       values ('manchester', gen_random_uuid(), $1, 'case-file', $2, $2, 'passaporto.pdf', 'pdf', 10, repeat('a', 64), 'k', now()),
              ('manchester', gen_random_uuid(), $1, 'case-file', gen_random_uuid(), $2, 'altro.pdf', 'pdf', 10, repeat('a', 64), 'l', now())`,
      [ada, file.id],
    );
    const read = (officeId: string) =>
      deps.db.transaction(officer(amelia.officialId, officeId), async (tx) => [
        (await tx.sql<{ name: string }>('select name from documents.document order by name')).map(
          ({ name }) => name,
        ),
        (await tx.sql(`select 1 from case_files.message where kind = 'internal_note'`)).length,
      ]);
    expect(await read(bolzano)).toEqual([['passaporto.pdf'], 0]);
    expect(await read('comune-h501')).toEqual([[], 0]);
    expect(await read('manchester')).toEqual([['altro.pdf', 'passaporto.pdf'], 1]);
  });

  test('the cursor of the registry is the platform’s own', async () => {
    await deps.db.transaction(asTest, (tx) =>
      tx.sql(`insert into case_files.registry_cursor (name, number) values ('changes', 3)`),
    );
    expect(
      await deps.db.transaction(officer(amelia.officialId), (tx) =>
        tx.sql('select 1 from case_files.registry_cursor'),
      ),
    ).toEqual([]);
  });
});
