import { beforeEach, describe, expect, test } from 'vitest';
import { demoJoining, demoPeople, demoPersonId } from '#demo/registry/people.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { partialDate } from '#kernel/partial-date.ts';
import { createPeople } from '#modules/identity/public.ts';
import { expectStates } from '#tests/support/states.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { changeKinds } from '../domain/change.ts';
import { changeAddress } from './change-address.ts';
import { connectAccount } from './connect-account.ts';
import { correctRecord } from './correct-record.ts';
import { enterInRoll } from './enter-in-roll.ts';
import { loadRecords } from './load-records.ts';
import { closeProcedure, openProcedure } from './procedures.ts';
import { readChanges } from './read-changes.ts';
import { readRecord } from './read-record.ts';
import { setCertifiability, setHouseholdCertifiability } from './set-certifiability.ts';

const system = { kind: 'system', task: 'test' } as const;
const bruno = demoPersonId('bruno');
const elsa = demoPersonId('elsa');
const furio = demoPersonId('furio');
const mina = demoPersonId('mina');
const basis = { act: 'Atto 12/2026', reason: 'Il dato era sbagliato' };
const by = (officeId = 'comune-a952', key = crypto.randomUUID()) => ({
  officialId: '22222222-2222-4222-8222-222222222222',
  officeId,
  key,
});

let deps: Awaited<ReturnType<typeof testDeps>>;
beforeEach(async () => {
  deps = await testDeps(testClock());
  await deps.db.transaction(system, (tx) => loadRecords(tx, demoJoining()));
});

const read = async (
  personId: string,
  moment: { at?: ReturnType<typeof civilDate>; knownAt?: Temporal.Instant } = {},
) => {
  const reader = { kind: 'system', name: 'test', why: 'test' } as const;
  const record = await readRecord(deps, { personId, reader, ...moment });
  if (record === undefined) throw new Error('No such record');
  return record;
};

/** What a change answers, in a word. */
const said = (outcome: { ok: boolean; refusal?: { code: string } }) => outcome.refusal?.code ?? 'changed';

const rename = (personId: string, version: number, who = by(), givenName = 'Brunone') =>
  correctRecord(deps, who, {
    personId,
    version,
    ...basis,
    correction: { datum: 'names', familyName: 'Lampachiari', givenName },
  });

describe('BO-1: a correction by the municipality', () => {
  test('supersedes what was known: the record reads otherwise, and what was known before stays to be read', async () => {
    const before = deps.now();
    deps.clock.forward({ hours: 1 });
    expect(said(await rename(bruno, (await read(bruno)).version))).toBe('changed');
    expect((await read(bruno)).givenName).toBe('Brunone');
    expect((await read(bruno, { at: civilDate('2020-01-01') })).givenName).toBe('Brunone');
    expect((await read(bruno, { knownAt: before })).givenName).toBe('Bruno');
    expect((await read(elsa)).household?.members[0]?.givenName).toBe('Brunone');
  });

  test('of something that happened is true since that day, and not before', async () => {
    const { version } = await read(bruno);
    const widowed = await correctRecord(deps, by(), {
      personId: bruno,
      version,
      ...basis,
      from: civilDate('2026-11-02'),
      correction: {
        datum: 'marital_status',
        maritalStatus: { state: 'widowed', endedOn: partialDate('2026-11-02') },
      },
    });
    expect(said(widowed)).toBe('changed');
    expect((await read(bruno)).maritalStatus?.state).toBe('widowed');
    expect((await read(bruno, { at: civilDate('2026-11-01') })).maritalStatus?.state).toBe('married');
  });

  test('leaves the act, the reason and a line of history', async () => {
    await rename(bruno, (await read(bruno)).version);
    const reader = {
      kind: 'official',
      officialId: by().officialId,
      officeId: 'comune-a952',
      why: 'desk',
    } as const;
    const { changes, versions } = await readChanges(deps, { personId: bruno, reader });
    expect(changes).toMatchObject([
      { kind: 'correction', data: ['names'], act: basis.act, reason: basis.reason, from: '2019-11-18' },
    ]);
    expect(versions.map(({ number, knownUntil }) => [number, knownUntil === null])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(versions[1]?.changeId).toBe(changes[0]?.id);
    const { rows } = await deps.store.owner.query('select type, office_id, facts from platform.event');
    expect(rows).toMatchObject([
      { type: 'registry.record-changed', office_id: 'comune-a952', facts: { data: ['names'], version: 2 } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('Brunone');
    const elsewhere = { ...reader, officeId: 'comune-h501' };
    expect(await readChanges(deps, { personId: bruno, reader: elsewhere })).toEqual({
      changes: [],
      versions: [],
    });
  });

  test('is refused with its reason, and the same form may be sent again put right', async () => {
    const { version } = await read(bruno);
    const target = { personId: bruno, version, ...basis };
    const correction = { datum: 'names', familyName: 'Lampachiari', givenName: 'Brunone' } as const;
    const who = by();
    expect(said(await correctRecord(deps, who, { ...target, act: ' ', correction }))).toBe('no_act');
    expect(said(await correctRecord(deps, who, { ...target, reason: '', correction }))).toBe('no_reason');
    expect(said(await correctRecord(deps, who, { ...target, version: 9, correction }))).toBe(
      'changed_meanwhile',
    );
    const from = (day: string) => correctRecord(deps, who, { ...target, from: civilDate(day), correction });
    expect(said(await from('2026-11-25'))).toBe('in_the_future');
    expect(await from('2019-11-17')).toEqual({
      ok: false,
      refusal: { code: 'before_the_record', since: '2019-11-18' },
    });
    const same = { datum: 'names', familyName: 'Lampachiari', givenName: 'Bruno' } as const;
    expect(said(await correctRecord(deps, who, { ...target, correction: same }))).toBe('nothing_changes');
    const nothing = { datum: 'citizenships', citizenships: [] } as const;
    expect(said(await correctRecord(deps, who, { ...target, correction: nothing }))).toBe('no_citizenship');
    expect(said(await rename(demoPersonId('pia'), 3, by('comune-c351')))).toBe('not_enrolled');
    expect(said(await correctRecord(deps, who, { ...target, correction }))).toBe('changed');
  });

  test('BO-1: is for the own municipality alone', async () => {
    expect(said(await rename(furio, 1))).toBe('no_such_record');
    expect(said(await rename(demoPersonId('nora'), 3, by('manchester')))).toBe('no_such_record');
    expect((await read(furio)).givenName).toBe('Furio');
  });

  test('of a tax code needs one that checks, and that no other live record has', async () => {
    const { version } = await read(bruno);
    const codeOf = (id: string) => demoPeople.find((each) => each.id === id)?.taxCode ?? '';
    const give = (taxCode: string) =>
      correctRecord(deps, by(), {
        personId: bruno,
        version,
        ...basis,
        correction: { datum: 'tax_code', taxCode },
      });
    expect(said(await give('LMPBRN79D18A952A'))).toBe('not_a_tax_code');
    expect(said(await give(codeOf(furio)))).toBe('tax_code_taken');
    expect(said(await give(codeOf(demoPersonId('elmo'))))).toBe('changed');
  });

  test('repeated with its key is done once', async () => {
    const { version } = await read(bruno);
    const who = by();
    const answers = await Promise.all([rename(bruno, version, who), rename(bruno, version, who)]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await rename(bruno, version, who)).toEqual(answers[0]);
    expect((await read(bruno)).version).toBe(2);
  });

  test('of many at the same moment one wins, and the others are told', async () => {
    const { version } = await read(bruno);
    const answers = await Promise.all(
      ['Uno', 'Due', 'Tre', 'Quattro'].map((name) => rename(bruno, version, by(), name)),
    );
    expect(answers.map(said).toSorted()).toEqual([
      'changed',
      'changed_meanwhile',
      'changed_meanwhile',
      'changed_meanwhile',
    ]);
  });
});

describe('RG-1: reading as of a day and of an instant', () => {
  test('equals what was believed then, after any changes', async () => {
    const days = ['2019-11-18', '2020-06-01', '2021-06-01', '2022-06-01', '2026-11-24'].map(civilDate);
    const believed = [{ at: deps.now(), names: days.map(() => 'Bruno') }];
    for (const [turn, from] of [
      '2021-06-01',
      '2020-06-01',
      '2026-11-24',
      '2019-11-18',
      '2022-06-01',
    ].entries()) {
      if (turn !== 2) deps.clock.forward({ hours: 5 });
      const givenName = `Bruno ${'abcde'.slice(0, turn + 1)}`;
      const changed = await correctRecord(deps, by(), {
        personId: bruno,
        version: (await read(bruno)).version,
        ...basis,
        from: civilDate(from),
        correction: { datum: 'names', familyName: 'Lampachiari', givenName },
      });
      expect(said(changed)).toBe('changed');
      const names = (believed.at(-1)?.names ?? []).map((name, index) =>
        from <= (days[index] ?? '') ? givenName : name,
      );
      believed.push({ at: (await read(bruno)).knownFrom, names });
    }
    for (const { at: knownAt, names } of believed)
      for (const [index, at] of days.entries())
        expect((await read(bruno, { at, knownAt })).givenName, `${at}, ${knownAt}`).toBe(names[index]);
  });
});

describe('CE-2: procedures and certifiability', () => {
  test('a procedure is opened, seen, and closed', async () => {
    const opened = await openProcedure(deps, by(), {
      personId: bruno,
      version: 1,
      ...basis,
      kind: 'untraceability',
    });
    expect(said(opened)).toBe('changed');
    const { openProcedures, version } = await read(bruno);
    expect(openProcedures).toMatchObject([
      { kind: 'untraceability', municipality: 'A952', openedOn: '2026-11-24' },
    ]);
    const close = (procedureId: string) =>
      closeProcedure(deps, by(), { personId: bruno, version, ...basis, procedureId });
    expect(said(await close('another'))).toBe('no_such_procedure');
    expect(said(await close(openProcedures[0]?.id ?? ''))).toBe('changed');
    expect((await read(bruno)).openProcedures).toEqual([]);
  });

  test('what may be certified is said for a person and for the family record', async () => {
    const target = { personId: bruno, version: 1, ...basis };
    expect(said(await setHouseholdCertifiability(deps, by(), { ...target, certifiable: true }))).toBe(
      'nothing_changes',
    );
    expect(said(await setHouseholdCertifiability(deps, by(), { ...target, certifiable: false }))).toBe(
      'changed',
    );
    expect((await read(elsa)).household?.certifiable).toBe(false);
    expect((await read(elsa, { at: civilDate('2026-11-23') })).household?.certifiable).toBe(true);
    expect(said(await setCertifiability(deps, by(), { ...target, certifiability: 'none' }))).toBe('changed');
    expect((await read(bruno)).certifiability).toBe('none');
    const alone = { personId: demoPersonId('ivo'), version: 1, ...basis, certifiable: false };
    expect(said(await setHouseholdCertifiability(deps, by('comune-f205'), alone))).toBe('no_household');
  });
});

describe('RG-3: a change of address', () => {
  const to = { municipality: 'D612', street: 'via dei Gelsi', number: '2', postCode: '50100' };
  const move = (who = by('comune-d612'), personId = bruno, version = 1) =>
    changeAddress(deps, who, { personId, version, ...basis, to, on: civilDate('2026-11-10') });

  test('takes the whole household along; the voters’ roll is being updated until the municipality enters them', async () => {
    expect(said(await move())).toBe('changed');
    for (const id of [bruno, elsa]) {
      const record = await read(id);
      expect(record.enrolment).toMatchObject({ municipality: 'D612', since: '2026-11-10' });
      expect(record.addresses.at(-1)).toMatchObject({ municipality: 'D612', from: '2026-11-10' });
      expect(record.electoral).toEqual({ mayVote: true, beingUpdatedSince: '2026-11-10' });
      expect(record.household?.members).toHaveLength(4);
    }
    expect((await read(bruno, { at: civilDate('2026-11-09') })).enrolment.municipality).toBe('A952');
    const { version } = await read(bruno);
    const target = { personId: bruno, version, ...basis };
    expect(said(await enterInRoll(deps, by('comune-a952'), { ...target, section: '7' }))).not.toBe('changed');
    expect(said(await enterInRoll(deps, by('comune-d612'), { ...target, section: '7' }))).toBe('changed');
    expect((await read(bruno)).electoral).toEqual({
      mayVote: true,
      roll: { municipality: 'D612', section: '7', enrolledOn: '2026-11-24' },
    });
  });

  test('is registered by the municipality to which people move', async () => {
    expect(said(await move(by('comune-h501')))).toBe('other_municipality');
    expect(said(await move(by('manchester')))).toBe('other_municipality');
    expect((await read(bruno)).enrolment.municipality).toBe('A952');
  });

  test('minors are entered in no roll', async () => {
    const target = { personId: demoPersonId('lia'), version: 1, ...basis };
    expect(said(await enterInRoll(deps, by(), target))).toBe('may_not_vote');
  });

  test('of one who lives alone leaves the former municipality without the record', async () => {
    expect(
      said(await move(by('comune-d612'), demoPersonId('tea'), (await read(demoPersonId('tea'))).version)),
    ).toBe('changed');
    const reader = {
      kind: 'official',
      officialId: by().officialId,
      officeId: 'comune-d324',
      why: 'desk',
    } as const;
    expect(await readRecord(deps, { personId: demoPersonId('tea'), reader })).toBeUndefined();
    const past = { personId: demoPersonId('tea'), reader, at: civilDate('2026-11-09') };
    expect((await readRecord(deps, past))?.enrolment.municipality).toBe('D324');
  });
});

describe('what the tables themselves do not let be', () => {
  const owner = () => deps.store.owner;
  const copy = (changes: string) =>
    owner().query(
      `insert into registry.person_version select (jsonb_populate_record(v, $1::jsonb)).*
       from registry.person_version v where v.person_id = $2 and v.number = 1`,
      [changes, bruno],
    );

  test('RG-2: two records of one person for one day, two in one place, a holder who is not the first', async () => {
    await expect(copy('{"number": 2, "place": 9, "relation": "child"}')).rejects.toThrow(
      /tax_code_once|person_known_once/,
    );
    await expect(
      copy(`{"number": 2, "valid_from": "2020-01-01", "valid_until": "2020-02-01"}`),
    ).rejects.toThrow('person_known_once');
    await expect(
      copy(`{"person_id": "${furio}", "number": 2, "tax_code": null, "place": 1}`),
    ).rejects.toThrow(/person_known_once|one_place/);
    await expect(copy('{"number": 2, "place": 3}')).rejects.toThrow('check constraint');
  });

  test('ID-13: a tax code of two live records', async () => {
    await owner().query(`insert into registry.person (id) values ('ZZ00000ZZ')`);
    const other = '{"person_id": "ZZ00000ZZ", "household_id": null, "relation": null, "place": null}';
    await expect(copy(other)).rejects.toThrow('tax_code_once');
  });

  test('RG-1: addresses that overlap, people in a household and a facility, the struck in a household', async () => {
    const { rows } = await owner().query<{ content: object }>(
      `select content from registry.person_version where person_id = $1`,
      [bruno],
    );
    const addresses = [
      { from: '2001', until: '2010-02' },
      { from: '2010-01-31', country: 'IT' },
    ];
    const content = { ...rows[0]?.content, addresses };
    const later = { number: 2, valid_from: '2018-01-01', valid_until: '2018-02-01' };
    await expect(copy(JSON.stringify({ ...later, content }))).rejects.toThrow('check constraint');
    await expect(copy(JSON.stringify({ ...later, standing: 'struck' }))).rejects.toThrow('check constraint');
    const facility = { facility_id: 'L2190009', municipality: 'L219' };
    await expect(copy(JSON.stringify({ ...later, ...facility }))).rejects.toThrow('check constraint');
    await copy(JSON.stringify(later));
  });

  test('the words of the columns are those of the rules', async () => {
    const states = (column: string, words: readonly string[], table = 'registry.person_version') =>
      expectStates(owner(), table, column, { states: words });
    await states('standing', ['enrolled', 'struck', 'duplicate']);
    await states('certifiability', ['full', 'partial', 'none', 'not_enrollable', 'barred']);
    await states('kind', changeKinds, 'registry.change');
  });
});

describe('BO-1: who may see which rows, whatever the statement', () => {
  const rows = (as: Parameters<typeof deps.db.transaction>[0], table: string) =>
    deps.db.transaction(as, async (tx) => (await tx.sql(`select * from registry.${table}`)).length);
  const tables = [
    'person',
    'household',
    'facility',
    'person_version',
    'household_version',
    'change',
    'reading',
    'account_person',
  ];

  test('visitors and people without a record see none, officials those of their municipality, the platform all', async () => {
    await rename(bruno, 1);
    await read(bruno);
    for (const table of tables) {
      expect(await rows({ kind: 'visitor' }, table), table).toBe(0);
      expect(await rows({ kind: 'citizen', accountId: crypto.randomUUID() }, table), table).toBe(0);
      expect(
        await rows({ kind: 'official', officialId: 'o', officeIds: ['comune-f205x'] }, table),
        table,
      ).toBe(0);
    }
    const bolzano = { kind: 'official', officialId: 'o', officeIds: ['comune-a952'] } as const;
    expect(await rows(bolzano, 'person_version')).toBe(5);
    expect(await rows(bolzano, 'change')).toBe(1);
    expect(await rows({ ...bolzano, officeIds: ['manchester'] }, 'person_version')).toBe(3);
    expect(await rows({ ...bolzano, officeIds: ['manchester'] }, 'household_version')).toBe(2);
    expect(await rows(system, 'person_version')).toBeGreaterThan(25);
  });

  test('RG-2: people see their own versions, and of the household what holds now', async () => {
    const [accountId = ''] = await deps.db.transaction(system, (tx) =>
      createPeople(
        deps,
        tx,
        [
          {
            givenName: 'Bruno',
            familyName: 'Lampachiari',
            bornOn: civilDate('1979-04-18'),
            email: 'bruno@persone.example',
            mobile: '+393330000001',
            country: 'IT',
            place: 'Bolzano',
            officeId: null,
            locale: 'it',
          },
        ],
        'no password',
      ),
    );
    await connectAccount(deps, { accountId, personId: bruno, by: 'spid' });
    const mine = { kind: 'citizen', accountId } as const;
    expect(await rows(mine, 'person_version')).toBe(4);
    await rename(bruno, 1);
    await rename(elsa, 1, by(), 'Elsina');
    expect(await rows(mine, 'person_version')).toBe(5);
    expect(await rows(mine, 'household_version')).toBe(1);
    expect(await rows(mine, 'change')).toBe(1);
    expect(await rows(mine, 'account_person')).toBe(1);
  });

  test('an official writes no record of another municipality, and nobody a reading in another’s name', async () => {
    const as = { kind: 'official', officialId: 'o', officeIds: ['comune-a952'] } as const;
    const write = (statement: string, values: unknown[] = []) =>
      deps.db.transaction(as, (tx) => tx.sql(statement, values));
    expect(
      await write(`update registry.person_version set known_until = now() where person_id = $1 returning 1`, [
        mina,
      ]),
    ).toEqual([]);
    await expect(
      write(
        `insert into registry.change (municipality, id, person_id, kind, act, reason, effective_from, at)
         values ('H501', gen_random_uuid(), $1, 'correction', 'x', 'x', now(), now())`,
        [furio],
      ),
    ).rejects.toThrow('row-level security');
    await expect(
      write(
        `insert into registry.reading (person_id, at, reader, official_id, office_id, why)
         values ($1, now(), 'official', gen_random_uuid(), 'comune-h501', 'x')`,
        [furio],
      ),
    ).rejects.toThrow('row-level security');
  });
});
