import { beforeEach, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { lettersTo } from '#modules/identity/testing.ts';
import type { Official } from '#platform/web/who.ts';
import { aSentFile, manyFiles, residenceAbroad, residenceFolder } from '../files.testing.ts';
import { anOfficial, aPerson, caseFileDeps } from '../testing.ts';
import { addAbsence } from './absences.ts';
import { rejectFile } from './decide-file.ts';
import { listClerks } from './hand-over.ts';
import { type DeskFilter, exportDeskFiles, listDeskFiles, searchDeskFiles, seeDesk } from './see-desk.ts';
import { seeFileReport } from './see-file-report.ts';
import { takeNextFile } from './take-file.ts';
import { warnOffices } from './warn-offices.ts';
import { workOnMany } from './work-on-many.ts';

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let olga: Official;
beforeEach(async () => {
  deps = await caseFileDeps(residenceFolder);
  olga = await anOfficial(deps);
});

const officeId = 'manchester';
const key = () => crypto.randomUUID();
const desk = (official = olga) => ({ official, officeId });
const next = (official = olga) => takeNextFile(deps, { ...desk(official), key: key() });
const list = (filter: DeskFilter, official = olga) => listDeskFiles(deps, desk(official), filter);
const find = async (typed: string, official = olga) =>
  (await searchDeskFiles(deps, desk(official), typed))?.map(({ personName }) => personName);
const asHead = async (given = 'Dora'): Promise<Official> => {
  const made = await anOfficial(deps, officeId, given);
  const role = { officeId, role: 'office_admin' } as const;
  await deps.store.owner.query(
    "update identity.official_role set role = 'office_admin' where official_id = $1",
    [made.officialId],
  );
  return { ...made, roles: [role] };
};

describe('taking at once', () => {
  test('CF-2: fifty officials who press together take fifty files, none of them twice, the oldest ones', async () => {
    const files = await manyFiles(deps, 60);
    const officials = await Promise.all(
      Array.from({ length: 50 }, (_, index) => anOfficial(deps, officeId, `Olga${index}`)),
    );
    const taken = await Promise.all(officials.map((each) => next(each)));
    const ids = taken.map((each) => (each.ok ? each.value.id : ''));
    expect(new Set(ids).size).toBe(50);
    expect(ids.toSorted()).toEqual(files.slice(0, 50).toSorted());
    const { rows } = await deps.store.owner.query(
      "select count(distinct taken_by)::int as clerks, count(*)::int as files from case_files.case_file where state = 'in_progress'",
    );
    expect(rows[0]).toEqual({ clerks: 50, files: 50 });
  });

  test('CF-2: the last file of a queue is taken by one of all', async () => {
    await manyFiles(deps, 1);
    const officials = await Promise.all(
      Array.from({ length: 8 }, (_, index) => anOfficial(deps, officeId, `Ugo${index}`)),
    );
    const taken = await Promise.all(officials.map((each) => next(each)));
    expect(taken.filter((each) => each.ok)).toHaveLength(1);
  });
});

describe('lists of a desk', () => {
  test('BO-1: the queue comes oldest first, a page after the other, without one twice or none', async () => {
    const files = await manyFiles(deps, 120);
    const first = await list({ tab: 'queue' });
    expect(first.lines).toHaveLength(50);
    const second = await listDeskFiles(deps, desk(), { tab: 'queue' }, { after: first.next });
    const third = await listDeskFiles(deps, desk(), { tab: 'queue' }, { after: second.next });
    expect(third.next).toBeUndefined();
    expect([...first.lines, ...second.lines, ...third.lines].map(({ id }) => id)).toEqual(files);
  });

  test('BO-1: each list holds what it says, and can be narrowed', async () => {
    await manyFiles(deps, 4, { from: deps.now().subtract({ hours: 24 * 40 }) });
    await manyFiles(deps, 5, { officeId: 'london' });
    const piero = await anOfficial(deps, officeId, 'Piero');
    await next();
    const second = await next(piero);
    await rejectFile(
      deps,
      { ...desk(piero), id: second.ok ? second.value.id : '', key: key() },
      { reasons: ['no_citizen'], text: 'No' },
    );
    await next(piero);
    const count = async (filter: DeskFilter) => (await list(filter)).lines.length;
    expect(await count({ tab: 'mine' })).toBe(1);
    expect(await count({ tab: 'in_hand' })).toBe(2);
    expect(await count({ tab: 'in_hand', clerk: piero.officialId })).toBe(1);
    expect(await count({ tab: 'queue' })).toBe(1);
    expect(await count({ tab: 'closed' })).toBe(1);
    expect(await count({ tab: 'waiting' })).toBe(0);
    expect(await count({ tab: 'queue', olderThan: 30 })).toBe(1);
    expect(await count({ tab: 'queue', olderThan: 60 })).toBe(0);
    expect(await count({ tab: 'queue', procedure: 'something-else' })).toBe(0);
    expect((await list({ tab: 'in_hand' })).lines.map(({ clerk }) => clerk)).toEqual([
      'Olga Bozza',
      'Piero Bozza',
    ]);
    expect(await exportDeskFiles(deps, desk(), { tab: 'in_hand' })).toHaveLength(2);
  });

  test('BO-5: what is near the time that people were told stands apart', async () => {
    // Five answers of ten days each: that is what the page tells the sixth.
    await manyFiles(deps, 5, { from: deps.now().subtract({ hours: 24 * 10 + 5 }) });
    for (let turn = 0; turn < 5; turn += 1) {
      const taken = await next();
      await rejectFile(
        deps,
        { ...desk(), id: taken.ok ? taken.value.id : '', key: key() },
        { reasons: ['no_citizen'], text: 'No' },
      );
    }
    await deps.store.owner.query(
      `insert into case_files.case_file (office_id, id, procedure, account_id, person_name, email, email_key, locale, state,
         submitted_at, changed_at, protocol_year, protocol_number)
       select $1, gen_random_uuid(), $2, gen_random_uuid(), name, 'a@posta.example', 'k', 'it', 'submitted',
         $3::timestamptz - days * interval '1 day', $3::timestamptz, 2024, days
       from (values ('Vecchia', 9), ('Nuova', 1)) as f (name, days)`,
      [officeId, residenceAbroad.id, deps.now().toString()],
    );
    const near = await list({ tab: 'queue', near: true });
    expect(near.lines.map(({ personName }) => personName)).toEqual(['Vecchia']);
    expect(near.lines[0]?.by).toMatchObject({ why: 'usual' });
    expect(near.lines[0]?.by?.left).toBeLessThanOrEqual(5);
  });

  test('BO-1: at a glance: counts, ages, who has how much, and what somebody left behind', async () => {
    await manyFiles(deps, 6, { from: deps.now().subtract({ hours: 24 * 45 }) });
    await next();
    await next();
    const gone = await anOfficial(deps, officeId, 'Gino');
    await next(gone);
    await deps.store.owner.query('delete from identity.official_role where official_id = $1', [
      gone.officialId,
    ]);
    const glance = await seeDesk(deps, desk(), await listClerks(deps, desk()));
    expect(glance.counts).toEqual({ mine: 2, queue: 3, in_hand: 3, waiting: 0, municipality: 0 });
    expect(glance.olderThan).toEqual({ 7: 3, 30: 3, 60: 0 });
    expect(glance.workload.map(({ name, inProgress, here }) => [name, inProgress, here])).toEqual([
      ['Olga Bozza', 2, true],
      ['Gino Bozza', 1, false],
    ]);
  });
});

describe('searching', () => {
  test('BO-1: by the beginning of names, in any order, whatever the accents', async () => {
    await aSentFile(deps, await aPerson(deps, { givenName: 'Zoë', familyName: "D'Àrgento" }));
    expect(await find('zoe')).toEqual(["Zoë D'Àrgento"]);
    expect(await find('argen ZO')).toEqual(["Zoë D'Àrgento"]);
    expect(await find('zoe rossi')).toEqual([]);
    expect(await find('z')).toBeUndefined();
  });

  test('BO-1: by protocol number, either way round, and by tax code', async () => {
    const ada = await aPerson(deps);
    const id = await aSentFile(deps, ada);
    await deps.store.owner.query("insert into case_files.file_word values ($1, 'nvndaa80b43l424x', $2)", [
      officeId,
      id,
    ]);
    expect(await find('2026/000001')).toEqual(['Ada Inventata']);
    expect(await find('1/2026')).toEqual(['Ada Inventata']);
    expect(await find('2026/2')).toEqual([]);
    expect(await find('NVNDAA80B43L424X')).toEqual(['Ada Inventata']);
  });

  test('BO-1: another office finds none of it', async () => {
    await aSentFile(deps, await aPerson(deps));
    const elsewhere = await anOfficial(deps, 'london', 'Elsa');
    expect(await find('ada', elsewhere)).toEqual([]);
    expect((await list({ tab: 'queue' }, elsewhere)).lines).toEqual([]);
  });
});

describe('several files at once', () => {
  test('BO-1: each is allowed or refused by itself, and says why', async () => {
    await manyFiles(deps, 3);
    const piero = await anOfficial(deps, officeId, 'Piero');
    const mine = await next();
    const his = await next(piero);
    const ids = [mine.ok ? mine.value.id : '', his.ok ? his.value.id : '', crypto.randomUUID()];
    const ended = await workOnMany(deps, { ...desk(), ids, kind: 'put_back', to: '', text: '', key: key() });
    expect(ended.map(({ outcome }) => (outcome.ok ? outcome.value.state : outcome.refusal.code))).toEqual([
      'submitted',
      'in_other_hands',
      'no_such_case_file',
    ]);
  });

  test('BO-1: pressed twice, each file is handed over once', async () => {
    await manyFiles(deps, 2);
    const [one, other] = [await next(), await next()];
    const ids = [one, other].map((each) => (each.ok ? each.value.id : ''));
    const piero = await anOfficial(deps, officeId, 'Piero');
    const many = { ...desk(), ids, kind: 'hand_over', to: piero.officialId, text: '', key: key() } as const;
    const first = await workOnMany(deps, many);
    expect(await workOnMany(deps, many)).toEqual(first);
    expect((await list({ tab: 'mine' }, piero)).lines).toHaveLength(2);
  });
});

describe('reports and warnings', () => {
  test('BO-5: what came, what ended and how long it took, by week, procedure and official', async () => {
    await manyFiles(deps, 3, { from: deps.now().subtract({ hours: 24 * 20 }) });
    for (let turn = 0; turn < 2; turn += 1) {
      const taken = await next();
      await rejectFile(
        deps,
        { ...desk(), id: taken.ok ? taken.value.id : '', key: key() },
        { reasons: ['no_citizen'], text: 'No' },
      );
    }
    const report = await seeFileReport(deps, desk(), {
      from: civilDate('2026-11-02'),
      until: civilDate('2026-11-29'),
    });
    expect(report.weeks.map(({ received, rejected, open }) => [received, rejected, open])).toEqual([
      [3, 0, 3],
      [0, 0, 3],
      [0, 0, 3],
      [0, 2, 1],
    ]);
    expect(report.procedures).toMatchObject([
      { procedure: residenceAbroad.id, closed: 2, medianDays: 20, officeDays: 20, personDays: 0 },
    ]);
    expect(report.clerks).toEqual([{ officialId: olga.officialId, closed: 2, medianDays: 20 }]);
    expect([...report.names.values()]).toEqual(['Olga Bozza']);
  });

  test('BO-5: in the morning the administrators hear once of what presses and of what nobody works on', async () => {
    await manyFiles(deps, 1);
    await next();
    const head = await asHead();
    expect(await warnOffices(deps)).toBe(0);
    const from = civilDate('2026-11-25');
    await addAbsence(deps, desk(head), {
      officialId: olga.officialId,
      from,
      until: civilDate('2026-11-30'),
      key: key(),
    });
    deps.clock.set('2026-11-25T05:30:00Z');
    expect(await warnOffices(deps)).toBe(0);
    deps.clock.set('2026-11-25T06:30:00Z');
    expect(await warnOffices(deps)).toBe(1);
    expect(await warnOffices(deps)).toBe(0);
    const letters = await lettersTo(deps, 'dora.manchester@ufficio.example');
    expect(letters.map(({ subject }) => subject)).toEqual([expect.stringContaining('Pratiche in scadenza')]);
  });
});
