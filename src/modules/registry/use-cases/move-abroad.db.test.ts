import { beforeEach, describe, expect, test } from 'vitest';
import { demoJoining, demoPersonId } from '#demo/registry/people.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { expectStates } from '#tests/support/states.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { aireInitiatives, aireReasons } from '../domain/abroad.ts';
import { someConsularData } from '../testing.ts';
import { enterConsularRegister } from './consular-register.ts';
import { listRegistryChangesSince } from './follow-changes.ts';
import { loadRecords } from './load-records.ts';
import { type AireWish, changeAddressAbroad, registerWithAire } from './move-abroad.ts';
import { readRecord } from './read-record.ts';

const system = { kind: 'system', task: 'test' } as const;
const bruno = demoPersonId('bruno');
const elsa = demoPersonId('elsa');
const lia = demoPersonId('lia');
const otto = demoPersonId('otto');
const basis = {
  act: 'Mod. CONS01 n. 77 del 20 novembre 2026',
  reason: 'Il consolato ha trasmesso la dichiarazione',
};
const leeds = {
  address: { country: 'GB', locality: 'Leeds', street: 'Sample Road', number: '9' },
  consulate: 'manchester',
} as const;
const on = civilDate('2026-11-20');

let deps: Awaited<ReturnType<typeof testDeps>>;
beforeEach(async () => {
  deps = await testDeps(testClock());
  await deps.db.transaction(system, (tx) => loadRecords(tx, demoJoining()));
});

const by = (officeId = 'comune-a952') => ({
  officialId: '22222222-2222-4222-8222-222222222222',
  officeId,
  key: crypto.randomUUID(),
});

async function read(
  personId: string,
  moment: { at?: ReturnType<typeof civilDate>; knownAt?: Temporal.Instant } = {},
) {
  const reader = { kind: 'system', name: 'test', why: 'test' } as const;
  const record = await readRecord(deps, { personId, reader, ...moment });
  if (record === undefined) throw new Error('No such record');
  return record;
}

const taxCodeOf = async (personId: string) => (await read(personId)).taxCode ?? '';

async function register(personId: string, different: Partial<AireWish> = {}, who = by()) {
  const { version } = await read(personId);
  return registerWithAire(deps, who, {
    personId,
    version,
    ...basis,
    code: 'C01',
    initiative: 'consulate',
    reachedConsulateOn: civilDate('2026-11-10'),
    family: { who: 'household' },
    to: leeds,
    on,
    ...different,
  });
}

describe('CF-4: the municipality registers with AIRE', () => {
  test('the whole household goes abroad: addresses, register, consulate, and the roll stays', async () => {
    const before = await read(bruno);
    const then = deps.now();
    deps.clock.forward({ hours: 1 });
    expect((await register(bruno)).ok).toBe(true);
    for (const personId of [bruno, elsa, lia]) {
      const record = await read(personId);
      expect(record.enrolment).toMatchObject({
        register: 'aire',
        municipality: 'A952',
        why: 'expatriation',
        since: on,
        consulate: 'manchester',
      });
      expect(record.addresses.at(-1)).toMatchObject({ country: 'GB', locality: 'Leeds', from: on });
      expect(record.addresses.at(-2)?.until).toBe(on);
    }
    const after = await read(bruno);
    expect(after.household).toMatchObject({ id: before.household?.id, register: 'aire' });
    expect(after.household?.members.map(({ id }) => id)).toEqual(
      before.household?.members.map(({ id }) => id),
    );
    expect(after.electoral).toEqual(before.electoral);
    // What was known before stays to be read, and of the days before nothing is otherwise.
    expect((await read(bruno, { at: on, knownAt: then })).enrolment.register).toBe('resident');
    expect((await read(bruno, { at: civilDate('2026-11-19') })).enrolment.register).toBe('resident');
  });

  test('somebody alone leaves the household for one abroad, which others may join', async () => {
    expect((await register(elsa, { family: { who: 'alone' } })).ok).toBe(true);
    const own = (await read(elsa)).household;
    expect(own).toMatchObject({ register: 'aire', members: [{ id: elsa, relation: 'holder' }] });
    expect((await read(bruno)).household?.members.map(({ id }) => id)).not.toContain(elsa);
    const taxCode = await taxCodeOf(elsa);
    expect((await register(lia, { family: { who: 'joins', taxCode, relation: 'child' } })).ok).toBe(true);
    const joined = (await read(lia)).household;
    expect(joined?.id).toBe(own?.id);
    expect(joined?.members.map(({ id, relation }) => [id, relation])).toEqual([
      [elsa, 'holder'],
      [lia, 'child'],
    ]);
    const nobody = await register(bruno, {
      family: {
        who: 'joins',
        taxCode: await taxCodeOf(otto),
        relation: 'child',
      },
    });
    expect(nobody).toMatchObject({ refusal: { code: 'no_aire_household' } });
  });

  test('the reason, the initiative and the day of the declaration are kept with the change', async () => {
    await register(elsa, { family: { who: 'alone' }, code: 'C05', initiative: 'ex_officio' });
    const { rows } = await deps.store.owner.query(
      'select r.person_id, r.reason, r.initiative, r.reached_consulate_on, c.kind, c.act from registry.aire_registration r join registry.change c on c.id = r.change_id',
    );
    expect(rows).toEqual([
      {
        person_id: elsa,
        reason: 'C05',
        initiative: 'ex_officio',
        reached_consulate_on: '2026-11-10',
        kind: 'aire_registration',
        act: basis.act,
      },
    ]);
  });

  test('only now the consular register says AIRE, for each of the family who waits there', async () => {
    const taxCode = await taxCodeOf(elsa);
    const act = {
      officeId: 'manchester',
      source: 'Pratica 7',
      actor: { kind: 'system', id: 'test' },
      at: deps.now(),
    } as const;
    await deps.db.transaction(system, async (tx) => {
      await enterConsularRegister(tx, { ...act, personId: bruno, data: someConsularData() });
      await enterConsularRegister(tx, { ...act, data: someConsularData({ taxCode }) });
      await enterConsularRegister(tx, { ...act, data: someConsularData({ taxCode: 'SMPBRN80A01A952X' }) });
    });
    await register(bruno);
    const { rows } = await deps.store.owner.query(
      'select tax_code, state, municipality, aire_since, aire_source from registry.consular_entry order by state, tax_code',
    );
    const confirmed = {
      state: 'registered_with_aire',
      municipality: 'A952',
      aire_since: on,
      aire_source: basis.act,
    };
    expect(rows).toHaveLength(3);
    expect(rows.filter((row) => row.state === 'registered_with_aire')).toEqual(
      [
        { tax_code: taxCode, ...confirmed },
        { tax_code: 'PRVDAA80A41A952P', ...confirmed },
      ].toSorted((one, other) => one.tax_code.localeCompare(other.tax_code)),
    );
    expect(rows.find((row) => row.state === 'waiting_for_municipality')?.tax_code).toBe('SMPBRN80A01A952X');
  });

  test('whoever waits for it hears of it', async () => {
    await register(elsa, { family: { who: 'alone' } });
    const { changes } = await deps.db.transaction(system, (tx) => listRegistryChangesSince(tx, 0));
    expect(changes).toMatchObject([
      {
        personId: elsa,
        kind: 'aire_registration',
        data: ['C01'],
        from: on,
        municipality: 'A952',
        accountIds: [],
      },
    ]);
  });

  test('nobody is registered twice, out of order, or by another municipality', async () => {
    await register(elsa, { family: { who: 'alone' } });
    expect(await register(elsa, { family: { who: 'alone' }, on: civilDate('2026-11-22') })).toMatchObject({
      refusal: { code: 'already_in_aire' },
    });
    expect(await register(bruno, { on: civilDate('2026-12-24') })).toMatchObject({
      refusal: { code: 'in_the_future' },
    });
    expect(await register(bruno, {}, by('comune-h501'))).toMatchObject({
      refusal: { code: 'no_such_record' },
    });
    expect((await read(bruno)).version).toBe(1);
  });

  test('the same form sent twice registers once', async () => {
    const { version } = await read(elsa);
    const wish = {
      personId: elsa,
      version,
      ...basis,
      code: 'C01',
      initiative: 'consulate',
      reachedConsulateOn: null,
      family: { who: 'alone' },
      to: leeds,
      on,
    } as const;
    const who = by();
    const first = await registerWithAire(deps, who, wish);
    expect(await registerWithAire(deps, who, wish)).toEqual(first);
    const { rows } = await deps.store.owner.query('select 1 from registry.aire_registration');
    expect(rows).toHaveLength(1);
  });
});

describe('CF-5: a change of address abroad', () => {
  const move = async (personId: string, officeId: string, consulate = 'london') =>
    changeAddressAbroad(deps, by(officeId), {
      personId,
      version: (await read(personId)).version,
      ...basis,
      to: { address: { country: 'GB', locality: 'London' }, consulate },
      on,
    });

  test('the household in AIRE has the new address and consulate from that day on', async () => {
    const before = await read(otto);
    const office = `comune-${before.enrolment.municipality.toLowerCase()}`;
    expect((await move(otto, office)).ok).toBe(true);
    const after = await read(otto);
    expect(after.enrolment).toEqual({ ...before.enrolment, consulate: 'london' });
    expect(after.addresses.at(-1)).toEqual({ country: 'GB', locality: 'London', from: on });
    const consulates = await deps.store.owner.query(
      'select consulate from registry.household_version where household_id = $1 and known_until is null and valid_until is null',
      [after.household?.id],
    );
    expect(consulates.rows).toEqual([{ consulate: 'london' }]);
    const { changes } = await deps.db.transaction(system, (tx) => listRegistryChangesSince(tx, 0));
    expect(changes[0]).toMatchObject({ kind: 'address_abroad', data: ['london'] });
  });

  test('who is not in AIRE has none, and another municipality changes nothing', async () => {
    expect(await move(bruno, 'comune-a952')).toMatchObject({ refusal: { code: 'not_in_aire' } });
    expect(await move(otto, 'comune-a952')).toMatchObject({ refusal: { code: 'other_municipality' } });
  });
});

test('reasons and initiatives of the table are those of the rules', async () => {
  await expectStates(deps.store.owner, 'registry.aire_registration', 'reason', {
    states: Object.keys(aireReasons),
  });
  await expectStates(deps.store.owner, 'registry.aire_registration', 'initiative', {
    states: aireInitiatives,
  });
});
