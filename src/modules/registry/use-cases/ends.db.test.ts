import { beforeEach, describe, expect, test } from 'vitest';
import { demoJoining, demoPeople, demoPersonId } from '#demo/registry/people.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { createPeople } from '#modules/identity/public.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import type { PersonId, Relation, StrikingReason } from '../domain/record.ts';
import { matchAccount, personOfAccount } from './connect-account.ts';
import { markDuplicate, strikeRecord } from './end-record.ts';
import { loadRecords } from './load-records.ts';
import { matchTaxCode } from './match-tax-code.ts';
import { type Destination, moveMembers, setRelations } from './move-members.ts';
import { openProcedure } from './procedures.ts';
import { readChanges } from './read-changes.ts';
import { readRecord } from './read-record.ts';

const system = { kind: 'system', task: 'test' } as const;
const [bruno, elsa, lia, zeno] = (['bruno', 'elsa', 'lia', 'zeno'] as const).map(demoPersonId) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
const otto = demoPersonId('otto');
const tea = demoPersonId('tea');
const basis = { act: 'Atto 12/2026', reason: 'Accertato dal comune' };
const on = civilDate('2026-11-20');
const by = (officeId = 'comune-a952', key = crypto.randomUUID()) => ({
  officialId: '22222222-2222-4222-8222-222222222222',
  officeId,
  key,
});
const said = (outcome: { ok: boolean; refusal?: { code: string } }) => outcome.refusal?.code ?? 'changed';
const taxCodeOf = (id: string) => demoPeople.find((each) => each.id === id)?.taxCode ?? '';

let deps: Awaited<ReturnType<typeof testDeps>>;
beforeEach(async () => {
  deps = await testDeps(testClock());
  await deps.db.transaction(system, (tx) => loadRecords(tx, demoJoining()));
});

const read = async (personId: string, at?: ReturnType<typeof civilDate>) => {
  const reader = { kind: 'system', name: 'test', why: 'test' } as const;
  const record = await readRecord(deps, { personId, reader, ...(at && { at }) });
  if (record === undefined) throw new Error('No such record');
  return record;
};
const targetOf = async (personId: string) => ({
  personId,
  version: (await read(personId)).version,
  ...basis,
});
const strike = async (personId: string, why: StrikingReason, who = by(), more: { holder?: PersonId } = {}) =>
  strikeRecord(deps, who, { ...(await targetOf(personId)), why, on, ...more });
const household = async (personId: string) =>
  Object.fromEntries(
    ((await read(personId)).household?.members ?? []).map(({ id, relation }) => [id, relation]),
  );

describe('striking a record', () => {
  test('BO-1: after a death it is struck since that day: no household, no roll, no address that runs, and history', async () => {
    expect(said(await strike(bruno, 'death'))).toBe('changed');
    const record = await read(bruno);
    expect(record.standing).toEqual({ state: 'struck', why: 'death', reason: 'death', on });
    expect(record.household).toBeUndefined();
    expect(record.electoral).toBeUndefined();
    expect(record.addresses.at(-1)?.until).toBe(on);
    const before = await read(bruno, civilDate('2026-11-19'));
    expect(before.standing.state).toBe('enrolled');
    expect(before.household?.members).toHaveLength(4);
    const reader = {
      kind: 'official',
      officialId: by().officialId,
      officeId: 'comune-a952',
      why: 'desk',
    } as const;
    const { changes } = await readChanges(deps, { personId: bruno, reader });
    expect(changes[0]).toMatchObject({ kind: 'striking', data: ['death'], ...basis, from: on });
    const { rows } = await deps.store.owner.query(
      `select type, facts ->> 'kind' as kind from platform.event where office_id = 'comune-a952'`,
    );
    expect(rows).toContainEqual({ type: 'registry.record-changed', kind: 'striking' });
  });

  test('RG-2: the household of a holder passes to whom is named, or to the eldest, with the relations that follow', async () => {
    expect(said(await strike(bruno, 'death', by(), { holder: otto }))).toBe('not_of_household');
    expect((await read(bruno)).standing.state).toBe('enrolled');
    expect(said(await strike(bruno, 'death'))).toBe('changed');
    expect(await household(elsa)).toEqual({ [elsa]: 'holder', [lia]: 'child', [zeno]: 'child' });
    expect(said(await strike(elsa, 'death', by(), { holder: zeno }))).toBe('changed');
    expect(await household(zeno)).toEqual({ [zeno]: 'holder', [lia]: 'sibling' });
    expect((await read(zeno)).household?.members[0]?.id).toBe(zeno);
  });

  test('BO-1: each reason is held to what the law wants for it', async () => {
    expect(said(await strike(bruno, 'moved_abroad'))).toBe('is_italian');
    expect(said(await strike(bruno, 'dwelling_not_declared'))).toBe('is_italian');
    expect(said(await strike(bruno, 'citizenship_lost'))).toBe('other_register');
    expect(said(await strike(otto, 'untraceable', by('comune-a944')))).toBe('other_register');
    expect(said(await strike(bruno, 'untraceable'))).toBe('no_untraceability_procedure');
    await openProcedure(deps, by(), { ...(await targetOf(bruno)), kind: 'untraceability' });
    expect(said(await strike(bruno, 'untraceable'))).toBe('no_untraceability_procedure');
    deps.clock.forward({ hours: 24 * 30 });
    const later = civilDate('2026-12-20');
    const outcome = strikeRecord(deps, by(), {
      ...(await targetOf(bruno)),
      why: 'untraceable',
      on: later,
    });
    expect(said(await outcome)).toBe('changed');
    expect(await read(bruno)).toMatchObject({ standing: { why: 'untraceable' }, openProcedures: [] });
    expect(said(await strike(otto, 'presumed_untraceable', by('comune-a944')))).toBe('changed');
  });

  test('BO-1: by its own municipality alone, once for its key, and not twice', async () => {
    expect(said(await strike(bruno, 'death', by('comune-h501')))).toBe('no_such_record');
    expect(said(await strike(otto, 'death', by('manchester')))).toBe('no_such_record');
    const who = by();
    const wish = { ...(await targetOf(bruno)), why: 'death', on } as const;
    const [one, other] = await Promise.all([strikeRecord(deps, who, wish), strikeRecord(deps, who, wish)]);
    expect(one).toEqual(other);
    expect(said(await strike(bruno, 'presumed_death'))).toBe('not_enrolled');
  });

  test('ID-13: a sign-in with its tax code is told that the record is struck, and by whom', async () => {
    expect(await matchTaxCode(deps, taxCodeOf(bruno))).toEqual({ ok: true, personId: bruno });
    await strike(bruno, 'untraceable_at_census');
    expect(await matchTaxCode(deps, taxCodeOf(bruno))).toEqual({
      ok: false,
      case: 'deleted',
      municipality: 'A952',
    });
  });

  test('ID-13: an account that was connected with it is told at the next sign-in, and is connected no more', async () => {
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
    const signIn = () => matchAccount(deps, { accountId, taxCode: taxCodeOf(bruno), by: 'spid' });
    expect(await signIn()).toEqual({ ok: true, personId: bruno });
    await strike(bruno, 'untraceable_at_census');
    expect(await signIn()).toMatchObject({ ok: false, case: 'deleted', municipality: 'A952' });
    expect(await personOfAccount(deps, accountId)).toBeUndefined();
  });
});

describe('marking a record as a duplicate', () => {
  /** A second record of Tea, in Bolzano, under another tax code. */
  async function second(different: object = {}): Promise<PersonId> {
    const first = demoJoining().people.findLast(({ content }) => content.id === tea);
    if (first === undefined) throw new Error('Nobody');
    const { membership: _household, electoral: _roll, ...content } = first.content;
    const id = 'ZZ00001ZZ';
    const enrolment = { ...content.enrolment, municipality: 'A952' } as typeof content.enrolment;
    const people = [
      {
        ...first,
        content: { ...content, id, enrolment, taxCode: taxCodeOf(demoPersonId('elmo')), ...different },
      },
    ];
    await deps.db.transaction(system, (tx) => loadRecords(tx, { people, households: [], facilities: [] }));
    return id;
  }
  const mark = async (personId: string, of: string, who = by()) =>
    markDuplicate(deps, who, { ...(await targetOf(personId)), of, on });

  test('ID-13 BO-1: of the record that stays, named by its code; whoever signs in with the code is told', async () => {
    const id = await second();
    expect(said(await mark(id, taxCodeOf(tea)))).toBe('changed');
    expect((await read(id)).standing).toEqual({ state: 'duplicate', of: tea });
    expect(await matchTaxCode(deps, taxCodeOf(demoPersonId('elmo')))).toEqual({
      ok: false,
      case: 'duplicated',
      municipality: 'A952',
    });
    expect(await matchTaxCode(deps, taxCodeOf(tea))).toEqual({ ok: true, personId: tea });
  });

  test('BO-1: not of somebody else, nor of a record that is no live one, nor by another municipality', async () => {
    const id = await second();
    expect(said(await mark(id, bruno))).toBe('another_person');
    expect(said(await mark(id, 'ZZ99999ZZ'))).toBe('no_such_other_record');
    expect(said(await mark(id, 'LMPBRN79D18A952A'))).toBe('no_such_other_record');
    expect(said(await mark(id, id))).toBe('other_not_live');
    expect(said(await mark(id, tea, by('comune-h501')))).toBe('no_such_record');
    expect((await read(id)).standing.state).toBe('enrolled');
  });
});

describe('some of a household move', () => {
  const to = { municipality: 'A952', street: 'via dei Gelsi', number: '2' };
  const move = async (
    movers: Readonly<Record<PersonId, Relation>>,
    destination: Destination = { to },
    {
      who = by(),
      from = bruno,
      ...more
    }: { who?: ReturnType<typeof by>; from?: PersonId; holder?: PersonId } = {},
  ) => moveMembers(deps, who, { ...(await targetOf(from)), movers, destination, on, ...more });

  test('RG-2: a mother and a child found a household of their own; the others keep theirs', async () => {
    expect(said(await move({ [elsa]: 'holder', [zeno]: 'child' }))).toBe('changed');
    expect(await household(elsa)).toEqual({ [elsa]: 'holder', [zeno]: 'child' });
    expect(await household(bruno)).toEqual({ [bruno]: 'holder', [lia]: 'child' });
    const record = await read(elsa);
    expect(record.addresses.at(-1)).toMatchObject({ street: 'via dei Gelsi', from: on });
    expect(record.addresses.at(-2)?.until).toBe(on);
    expect(record.electoral?.roll?.municipality).toBe('A952');
    expect((await read(elsa, civilDate('2026-11-19'))).household?.members).toHaveLength(4);
    expect((await read(bruno)).addresses.at(-1)?.street).toBe('via dei Larici');
  });

  test('RG-2: the holder goes, and those who stay get a new one', async () => {
    expect(said(await move({ [bruno]: 'holder' }, { to }, { holder: lia }))).toBe('changed');
    expect(await household(bruno)).toEqual({ [bruno]: 'holder' });
    expect(await household(lia)).toEqual({ [lia]: 'holder', [elsa]: 'parent', [zeno]: 'sibling' });
  });

  test('RG-2 RG-3: somebody joins a household in another municipality, at its address, entered there', async () => {
    const there = by('comune-d324');
    expect(said(await move({ [lia]: 'cohabitant' }, { joins: taxCodeOf(tea) }, { who: there }))).toBe(
      'changed',
    );
    expect(await household(tea)).toEqual({ [tea]: 'holder', [lia]: 'cohabitant' });
    const [host, guest] = [await read(tea), await read(lia)];
    expect(guest.enrolment).toMatchObject({ municipality: 'D324', since: on });
    expect(guest.addresses.at(-1)?.street).toBe(host.addresses.at(-1)?.street);
    expect(await household(bruno)).toEqual({ [bruno]: 'holder', [elsa]: 'spouse', [zeno]: 'child' });
  });

  test('BO-1: what cannot be is refused, and nothing is written', async () => {
    expect(said(await move({}))).toBe('nobody_moves');
    expect(said(await move({ [otto]: 'holder', [elsa]: 'spouse' }))).toBe('not_of_household');
    expect(said(await move({ [elsa]: 'spouse' }))).toBe('one_holder');
    expect(said(await move({ [elsa]: 'holder', [lia]: 'holder' }))).toBe('one_holder');
    expect(said(await move({ [elsa]: 'holder' }, { joins: tea }, { who: by('comune-d324') }))).toBe(
      'one_holder',
    );
    expect(said(await move({ [elsa]: 'spouse' }, { joins: zeno }))).toBe('no_household_to_join');
    expect(said(await move({ [elsa]: 'spouse' }, { joins: 'nobody' }))).toBe('no_household_to_join');
    expect(said(await move({ [elsa]: 'spouse' }, { joins: tea }))).toBe('other_municipality');
    expect(said(await move({ [elsa]: 'holder' }, { to }, { who: by('comune-h501') }))).toBe(
      'other_municipality',
    );
    expect(Object.keys(await household(bruno))).toHaveLength(4);
  });

  test('RG-2: of two moves of one household at the same moment none spoils the other', async () => {
    const answers = await Promise.all([
      move({ [elsa]: 'holder' }),
      move({ [bruno]: 'holder' }),
      strike(lia, 'death'),
    ]);
    expect(answers.map(said)).toContain('changed');
    const { rows } = await deps.store.owner.query<{ holders: number; people: number }>(
      `select count(*) filter (where relation = 'holder')::int as holders, count(*)::int as people
       from registry.person_version where known_until is null and valid_until is null and household_id is not null
         and municipality = 'A952' group by household_id`,
    );
    for (const each of rows) expect(each.holders).toBe(1);
  });
});

describe('holder and relations', () => {
  test('RG-2: the household without a holder gets one; two of them, or a stranger, are refused', async () => {
    const rita = demoPersonId('rita');
    const quinto = demoPersonId('quinto');
    const who = () => by('comune-g273');
    const give = async (holder: PersonId, relations: Readonly<Record<PersonId, Relation>>) =>
      setRelations(deps, who(), { ...(await targetOf(rita)), holder, relations, on });
    expect(said(await give(otto, {}))).toBe('not_of_household');
    expect(said(await give(rita, { [quinto]: 'holder' }))).toBe('one_holder');
    expect(said(await give(rita, { [quinto]: 'child' }))).toBe('changed');
    expect(await household(rita)).toEqual({ [rita]: 'holder', [quinto]: 'child' });
    expect(said(await give(rita, { [quinto]: 'child' }))).toBe('nothing_changes');
  });

  test('RG-2: the holder and another change places', async () => {
    const wish = { ...(await targetOf(bruno)), holder: elsa, relations: { [bruno]: 'spouse' as const }, on };
    expect(said(await setRelations(deps, by(), wish))).toBe('changed');
    expect(await household(elsa)).toEqual({
      [elsa]: 'holder',
      [bruno]: 'spouse',
      [lia]: 'child',
      [zeno]: 'child',
    });
  });
});
