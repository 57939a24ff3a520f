import { beforeEach, describe, expect, test } from 'vitest';
import { demoJoining, demoPeople, demoPersonId } from '#demo/registry/people.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { partialDate } from '#kernel/partial-date.ts';
import { createPeople } from '#modules/identity/public.ts';
import type { Principal } from '#platform/database/principal.ts';
import { expectStates } from '#tests/support/states.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { consularLifecycle, leavingReasons } from '../domain/consular-entry.ts';
import { someConsularData } from '../testing.ts';
import { closeForAccount } from './close-for-account.ts';
import { connectAccount, matchAccount } from './connect-account.ts';
import {
  changeAddressInRegister,
  confirmAire,
  enterConsularRegister,
  leaveConsularRegister,
} from './consular-register.ts';
import { consularStanding, standingsAtOffice } from './consular-standing.ts';
import { loadRecords } from './load-records.ts';
import { readRecord } from './read-record.ts';

const system = { kind: 'system', task: 'test' } as const;
const officialId = '22222222-2222-4222-8222-222222222222';
const of = (officeId: string): Principal => ({ kind: 'official', officialId, officeIds: [officeId] });
const since = civilDate('2026-11-20');

let deps: Awaited<ReturnType<typeof testDeps>>;
let ada: string;
let bruno: string;
beforeEach(async () => {
  deps = await testDeps(testClock());
  const person = (givenName: string, mobile: string) => ({
    givenName,
    familyName: 'Prova',
    bornOn: civilDate('1980-01-01'),
    email: `${givenName.toLowerCase()}@persone.example`,
    mobile,
    country: 'GB',
    place: 'Leeds',
    officeId: 'manchester',
    locale: 'it' as const,
  });
  const people = [person('Ada', '+447700900001'), person('Bruno', '+447700900002')];
  [ada = '', bruno = ''] = await deps.db.transaction(system, (tx) =>
    createPeople(deps, tx, people, 'no password'),
  );
});

const act = (officeId = 'manchester') => ({
  officeId,
  source: 'Pratica 7/2026',
  actor: { kind: 'official', id: officialId } as const,
  at: deps.now(),
});

const enter = (
  officeId = 'manchester',
  whom: { accountId?: string | null; personId?: string | null } = { accountId: ada },
  data = someConsularData(),
) =>
  deps.db.transaction(of(officeId), (tx) => enterConsularRegister(tx, { ...act(officeId), ...whom, data }));
const confirm = (accountId = ada, officeId = 'manchester') =>
  deps.db.transaction(of(officeId), (tx) =>
    confirmAire(tx, { ...act(officeId), accountId, municipalityId: 'A952', since }),
  );
const historyOf = async (as: Principal) =>
  (
    await deps.db.transaction(as, (tx) =>
      tx.sql<{ type: string; facts: Record<string, unknown> }>(
        `select type, facts from platform.event where subject_kind = 'consular-entry' order by id`,
      ),
    )
  ).map(({ type, facts }) => ({ type, ...facts }));
const rows = async () =>
  (
    await deps.store.owner.query<{ office: string; state: string; why: string | null; to: string | null }>(
      'select office_id as office, state, why, moved_to as "to" from registry.consular_entry order by entered_at, office_id',
    )
  ).rows;

describe('CF-4: the consular register while the municipality is waited for', () => {
  test('an account alone is no entry', async () => {
    expect(await consularStanding(deps, ada)).toEqual({ account: true });
  });

  test('whom the office enters is in its register, and not with AIRE before the municipality confirms', async () => {
    const entered = await enter();
    expect(entered).toMatchObject({ ok: true, value: { entered: true, state: 'waiting_for_municipality' } });
    expect(await consularStanding(deps, ada)).toEqual({
      account: true,
      consularRegister: { officeId: 'manchester', since: deps.now(), state: 'waiting_for_municipality' },
    });
    expect((await confirm()).ok).toBe(true);
    expect(await consularStanding(deps, ada)).toEqual({
      account: true,
      consularRegister: { officeId: 'manchester', since: deps.now(), state: 'registered_with_aire' },
      aire: { municipalityId: 'A952', since: '2026-11-20' },
    });
  });

  test('entering and confirming twice does it once, and leaves one line of history each', async () => {
    const first = await enter();
    const again = await enter();
    expect(again).toMatchObject({
      ok: true,
      value: { entered: false, entryId: first.ok ? first.value.entryId : '' },
    });
    await confirm();
    await confirm();
    expect(await historyOf(of('manchester'))).toEqual([
      { type: 'registry.consular-entry-made', source: 'Pratica 7/2026', from: [] },
      {
        type: 'registry.consular-entry-confirmed',
        source: 'Pratica 7/2026',
        municipality: 'A952',
        since: '2026-11-20',
      },
    ]);
  });

  test('two clerks who enter the same person at once make one entry', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => enter()));
    expect(all.filter((each) => each.ok && each.value.entered)).toHaveLength(1);
    expect(all.every((each) => each.ok)).toBe(true);
    expect(await rows()).toHaveLength(1);
  });

  test('nobody is confirmed who is not entered, and no office confirms for another', async () => {
    expect(await confirm()).toMatchObject({ ok: false, refusal: { code: 'no_entry' } });
    await enter();
    expect(await confirm(ada, 'london')).toMatchObject({ ok: false, refusal: { code: 'no_entry' } });
  });

  test('an entry of another account is not taken over', async () => {
    await enter();
    const refusal = { ok: false, refusal: { code: 'entry_of_another_account' } };
    expect(await enter('manchester', { accountId: bruno })).toMatchObject(refusal);
    expect(await enter('london', { accountId: bruno })).toMatchObject(refusal);
    expect(await rows()).toMatchObject([{ office: 'manchester', state: 'waiting_for_municipality' }]);
  });

  test('a family member without an account is entered, too, once', async () => {
    const child = someConsularData({ givenName: 'Nino', birth: { on: partialDate('2018-05') } });
    const { taxCode: _none, ...data } = child;
    expect(await enter('manchester', {}, data)).toMatchObject({ ok: true, value: { entered: true } });
    expect(await enter('manchester', {}, data)).toMatchObject({ ok: true, value: { entered: false } });
  });
});

describe('CF-5: moving', () => {
  test('to another district ends the entry there, tells that office, and waits for the municipality anew', async () => {
    const old = await enter();
    await confirm();
    deps.clock.forward({ hours: 24 });
    const moved = await enter('london', { accountId: ada }, someConsularData());
    expect(moved).toMatchObject({
      ok: true,
      value: { entered: true, left: [{ officeId: 'manchester', entryId: old.ok ? old.value.entryId : '' }] },
    });
    expect(await rows()).toEqual([
      { office: 'manchester', state: 'ended', why: 'moved', to: 'london' },
      { office: 'london', state: 'waiting_for_municipality', why: null, to: null },
    ]);
    expect((await historyOf(of('manchester'))).at(-1)).toEqual({
      type: 'registry.consular-entry-ended',
      why: 'moved',
      to: 'london',
    });
    expect(await historyOf(of('london'))).toMatchObject([
      { type: 'registry.consular-entry-made', from: ['manchester'] },
    ]);
  });

  test('within the district keeps the address before, once', async () => {
    await enter();
    const to = { country: 'GB', locality: 'York', street: 'Trial Lane', from: partialDate('2026-11-01') };
    const change = (address: typeof to) =>
      deps.db.transaction(of('manchester'), (tx) =>
        changeAddressInRegister(tx, { ...act(), accountId: ada, to: address }),
      );
    expect((await change(to)).ok).toBe(true);
    expect((await change(to)).ok).toBe(true);
    expect(await change({ ...to, street: 'Old Lane', from: partialDate('2020') })).toMatchObject({
      refusal: { code: 'addresses_overlap' },
    });
    const [row] = (await deps.store.owner.query('select addresses, revision from registry.consular_entry'))
      .rows;
    expect(row).toMatchObject({
      revision: 1,
      addresses: [{ locality: 'Leeds', until: '2026-11-01' }, { locality: 'York' }],
    });
  });

  test('who leaves is in no register, and may be entered again', async () => {
    await enter();
    const leave = () =>
      deps.db.transaction(of('manchester'), (tx) =>
        leaveConsularRegister(tx, { ...act(), accountId: ada, why: 'returned_to_italy' }),
      );
    expect((await leave()).ok).toBe(true);
    expect(await consularStanding(deps, ada)).toEqual({ account: true });
    expect(await leave()).toMatchObject({ refusal: { code: 'no_entry' } });
    expect(await enter()).toMatchObject({ ok: true, value: { entered: true } });
  });
});

describe('who sees the register', () => {
  const seen = (as: Principal) =>
    deps.db.transaction(as, async (tx) => (await tx.sql('select id from registry.consular_entry')).length);

  test('BO-1: the person the own entry, the office its own, nobody else', async () => {
    await enter();
    expect(await seen({ kind: 'citizen', accountId: ada })).toBe(1);
    expect(await seen({ kind: 'citizen', accountId: bruno })).toBe(0);
    expect(await seen(of('manchester'))).toBe(1);
    expect(await seen(of('london'))).toBe(0);
    expect(await seen({ kind: 'visitor' })).toBe(0);
  });

  test('BO-1: a person enters nobody, and an office nobody elsewhere', async () => {
    const data = someConsularData();
    await expect(
      deps.db.transaction({ kind: 'citizen', accountId: ada }, (tx) =>
        enterConsularRegister(tx, { ...act(), accountId: ada, data }),
      ),
    ).rejects.toThrow(/policy/);
    await expect(
      deps.db.transaction(of('london'), (tx) =>
        enterConsularRegister(tx, { ...act(), accountId: ada, data }),
      ),
    ).rejects.toThrow(/policy/);
    expect(await rows()).toEqual([]);
  });

  test('BO-1: who does not serve an office moves nobody to it', async () => {
    await enter();
    for (const as of [{ kind: 'citizen', accountId: bruno } as const, of('rome')])
      await deps.db.transaction(as, (tx) =>
        tx.sql('select * from registry.leave_other_offices($1, $2, null, $3, now())', ['london', ada, 'x']),
      );
    expect(await rows()).toMatchObject([{ state: 'waiting_for_municipality' }]);
  });

  test('CF-10: an office asks for many people at once and learns of its own alone', async () => {
    await enter();
    await confirm();
    await enter('london', { accountId: bruno }, someConsularData({ taxCode: 'SMPBRN80A01A952X' }));
    const at = (officeId: string) =>
      deps.db.transaction({ kind: 'office', officeId }, (tx) =>
        standingsAtOffice(tx, officeId, [ada, bruno]),
      );
    expect([...(await at('manchester'))]).toEqual([[ada, 'registered_with_aire']]);
    expect([...(await at('london'))]).toEqual([[bruno, 'waiting_for_municipality']]);
  });
});

describe('the register and the national registry', () => {
  test('CF-10: whom the municipality keeps in AIRE is in it, whatever the consulate knows', async () => {
    await deps.db.transaction(system, (tx) => loadRecords(tx, demoJoining()));
    const personId = demoPersonId('otto');
    await connectAccount(deps, { accountId: ada, personId, by: 'spid' });
    const reader = { kind: 'system', name: 'test', why: 'test' } as const;
    const enrolment = (await readRecord(deps, { personId, reader }))?.enrolment;
    expect(enrolment?.register).toBe('aire');
    expect(await consularStanding(deps, ada)).toEqual({
      account: true,
      aire: { municipalityId: enrolment?.municipality, since: enrolment?.since },
    });
  });

  test('CF-10: whom AIRE has with the office of the account is in its register after strong sign-in, once', async () => {
    await deps.db.transaction(system, (tx) => loadRecords(tx, demoJoining()));
    const taxCode = demoPeople.find(({ id }) => id === demoPersonId('otto'))?.taxCode ?? '';
    await matchAccount(deps, { accountId: ada, taxCode, by: 'spid' });
    await matchAccount(deps, { accountId: ada, taxCode, by: 'spid' });
    expect((await consularStanding(deps, ada)).consularRegister).toMatchObject({
      officeId: 'manchester',
      state: 'registered_with_aire',
    });
    expect(await historyOf(of('manchester'))).toMatchObject([{ source: 'ANPR' }]);
    // Who lives in Italy, or is with another consulate, is entered nowhere.
    for (const name of ['bruno', 'delia'] as const) {
      const other = demoPeople.find(({ id }) => id === demoPersonId(name))?.taxCode ?? '';
      await matchAccount(deps, { accountId: bruno, taxCode: other, by: 'spid' });
      expect((await consularStanding(deps, bruno)).consularRegister).toBeUndefined();
    }
  });

  test('an entry made for a record belongs to the account that is matched with it later', async () => {
    await deps.db.transaction(system, (tx) => loadRecords(tx, demoJoining()));
    const personId = demoPersonId('bruno');
    await enter('manchester', { personId });
    await connectAccount(deps, { accountId: ada, personId, by: 'spid' });
    const at = await deps.db.transaction({ kind: 'office', officeId: 'manchester' }, (tx) =>
      standingsAtOffice(tx, 'manchester', [ada]),
    );
    expect([...at.keys()]).toEqual([ada]);
  });

  test('ID-9: closing the account leaves the entry, without the account; a later account finds it', async () => {
    await enter();
    const closed = await deps.db.transaction(system, (tx) => closeForAccount(tx, deps, { accountId: ada }));
    expect(closed).toEqual({
      erased: [],
      kept: [{ what: 'consular_entry', because: 'consular_register_by_law', until: null }],
    });
    expect(await consularStanding(deps, ada)).toEqual({ account: true });
    expect(await enter('manchester', { accountId: bruno })).toMatchObject({
      ok: true,
      value: { entered: false },
    });
    expect((await consularStanding(deps, bruno)).consularRegister?.officeId).toBe('manchester');
  });

  test('states and reasons of the table are those of the rules', async () => {
    await expectStates(deps.store.owner, 'registry.consular_entry', 'state', consularLifecycle);
    await expectStates(deps.store.owner, 'registry.consular_entry', 'why', { states: leavingReasons });
  });
});
