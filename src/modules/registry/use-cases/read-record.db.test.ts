import { belfioreConnector } from '@marketto/belfiore-connector-embedded';
import { Parser } from '@marketto/codice-fiscale-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import { demoJoining, demoPeople, demoPersonId } from '#demo/registry/people.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { createPeople } from '#modules/identity/public.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { closeForAccount } from './close-for-account.ts';
import { connectAccount, matchAccount, personOfAccount } from './connect-account.ts';
import { loadRecords } from './load-records.ts';
import { matchTaxCode } from './match-tax-code.ts';
import { readReadings } from './read-readings.ts';
import { householdOf, readRecord } from './read-record.ts';
import { searchRecords } from './search-records.ts';

const omocode = new Parser(belfioreConnector);
const system = { kind: 'system', task: 'test' } as const;
const bruno = demoPersonId('bruno');
const elsa = demoPersonId('elsa');
const lia = demoPersonId('lia');
const furio = demoPersonId('furio');
const clerk = '22222222-2222-4222-8222-222222222222';
const inBolzano = {
  kind: 'official',
  officialId: clerk,
  officeId: 'comune-a952',
  why: 'counter',
} as const;
const certificates = { kind: 'system', name: 'certificates', why: 'certificate' } as const;

let deps: Awaited<ReturnType<typeof testDeps>>;
beforeEach(async () => {
  deps = await testDeps(testClock());
  await deps.db.transaction(system, (tx) => loadRecords(tx, demoJoining()));
});

const codeOf = (id: string) => demoPeople.find((each) => each.id === id)?.taxCode ?? '';

/** An account of its own that strong sign-in has matched with a record. */
async function accountOf(personId: string): Promise<string> {
  const [accountId = ''] = await deps.db.transaction(system, (tx) =>
    createPeople(
      deps,
      tx,
      [
        {
          givenName: 'Bruno',
          familyName: `Lampachiari ${personId}`,
          bornOn: civilDate('1979-04-18'),
          email: `${personId}@persone.example`.toLowerCase(),
          mobile: `+39333${personId.slice(2, 7)}`,
          country: 'IT',
          place: 'Bolzano',
          officeId: null,
          locale: 'it',
        },
      ],
      'no password',
    ),
  );
  await connectAccount(deps, { accountId, personId, by: 'spid' });
  return accountId;
}

describe('RG-1: a record', () => {
  test('is read by its own person, whole, with the household in its order (RG-2)', async () => {
    const accountId = await accountOf(bruno);
    const record = await readRecord(deps, { personId: bruno, reader: { kind: 'self', accountId } });
    expect(record?.taxCode).toBe(codeOf(bruno));
    expect(record?.birth.place).toEqual({
      country: 'IT',
      municipality: 'A952',
      name: 'Bolzano',
      province: 'BZ',
    });
    expect(record?.addresses).toHaveLength(2);
    expect(record?.maritalStatus).toMatchObject({ state: 'married', bond: { partner: { id: elsa } } });
    expect(record?.electoral?.roll?.municipality).toBe('A952');
    expect(record?.household).toMatchObject({ register: 'resident', certifiable: true });
    expect(record?.household?.members.map(({ id, relation }) => [id, relation])).toEqual([
      [bruno, 'holder'],
      [elsa, 'spouse'],
      [lia, 'child'],
      [demoPersonId('zeno'), 'child'],
    ]);
    expect(record?.household?.members[2]).toEqual({
      id: lia,
      taxCode: 'LMPLIA09B51A952R',
      familyName: 'Lampachiari',
      givenName: 'Lia',
      sex: 'F',
      birth: record && (await readRecord(deps, { personId: lia, reader: certificates }))?.birth,
      relation: 'child',
      maritalStatus: 'single',
    });
  });

  test('of a member of the household shows what a certificate of the household needs, no more', async () => {
    const reader = { kind: 'self', accountId: await accountOf(bruno) } as const;
    const record = await readRecord(deps, { personId: elsa, reader });
    expect(record?.familyName).toBe('Dolcisereni');
    expect(record?.addresses).toHaveLength(1);
    expect(record).not.toHaveProperty('electoral');
    expect(record?.identityDocuments).toEqual([]);
    expect(await householdOf(deps, { personId: elsa, reader })).toHaveProperty('certifiable', true);
  });

  test('CE-10: of anybody else does not exist for a person, nor for somebody without a record', async () => {
    const reader = { kind: 'self', accountId: await accountOf(bruno) } as const;
    expect(await readRecord(deps, { personId: furio, reader })).toBeUndefined();
    const nobody = { kind: 'self', accountId: crypto.randomUUID() } as const;
    expect(await readRecord(deps, { personId: bruno, reader: nobody })).toBeUndefined();
  });

  test('is read by officials of its municipality alone, and of its consular office', async () => {
    expect(await readRecord(deps, { personId: bruno, reader: inBolzano })).toBeDefined();
    expect(await readRecord(deps, { personId: furio, reader: inBolzano })).toBeUndefined();
    const inManchester = { ...inBolzano, officeId: 'manchester' };
    expect(await readRecord(deps, { personId: demoPersonId('nora'), reader: inManchester })).toMatchObject({
      enrolment: { register: 'aire', consulate: 'manchester', beforeJoining: false },
      household: { register: 'aire' },
    });
    expect(await readRecord(deps, { personId: bruno, reader: inManchester })).toBeUndefined();
  });

  test('has no day before the municipality joined the registry', async () => {
    const at = (day: string) =>
      readRecord(deps, { personId: bruno, reader: certificates, at: civilDate(day) });
    expect(await at('2019-11-17')).toBeUndefined();
    expect((await at('2019-11-18'))?.household?.members).toHaveLength(4);
    const knownAt = Temporal.Instant.from('2019-11-18T05:00:00Z');
    expect(await readRecord(deps, { personId: bruno, reader: certificates, knownAt })).toBeUndefined();
  });
});

describe('RG-5: who read a record', () => {
  test('is shown to the person: officials, systems, members of the household, not the person', async () => {
    const accountId = await accountOf(bruno);
    const elsasAccount = await accountOf(elsa);
    await readRecord(deps, { personId: bruno, reader: { kind: 'self', accountId } });
    expect(await readReadings(deps, { accountId })).toEqual({ items: [] });
    await readRecord(deps, { personId: bruno, reader: inBolzano });
    await readRecord(deps, { personId: bruno, reader: { kind: 'self', accountId: elsasAccount } });
    await readRecord(deps, { personId: bruno, reader: certificates });
    const { items } = await readReadings(deps, { accountId });
    expect(items.map(({ by, why }) => [by, why])).toEqual([
      [{ kind: 'system', name: 'certificates' }, 'certificate'],
      [{ kind: 'household', personId: elsa }, 'household'],
      [{ kind: 'official', officialId: clerk, officeId: 'comune-a952' }, 'counter'],
    ]);
    expect(items.every(({ at }) => at.equals(deps.now()))).toBe(true);
    expect(await readReadings(deps, { accountId: elsasAccount })).toEqual({ items: [] });
  });

  test('comes in pages', async () => {
    const accountId = await accountOf(bruno);
    for (let turn = 0; turn < 5; turn += 1) await readRecord(deps, { personId: bruno, reader: certificates });
    const first = await readReadings(deps, { accountId, most: 3 });
    expect(first.items).toHaveLength(3);
    const rest = await readReadings(deps, { accountId, most: 3, ...(first.next && { before: first.next }) });
    expect(rest.items).toHaveLength(2);
    expect(rest.next).toBeUndefined();
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((one, other) => other - one));
  });

  test('includes being found in a search', async () => {
    const accountId = await accountOf(bruno);
    const found = await searchRecords(deps, inBolzano, { name: 'lampachiari br' });
    expect(found).toMatchObject({ ok: true, value: [{ id: bruno, taxCode: codeOf(bruno) }] });
    expect((await readReadings(deps, { accountId })).items).toHaveLength(1);
  });

  test('is written by the program and never altered, not even by the program', async () => {
    await readRecord(deps, { personId: bruno, reader: certificates });
    for (const statement of [
      `update registry.reading set why = 'nothing'`,
      `update registry.person_version set family_name = 'Altro'`,
      'delete from registry.person_version',
      `update registry.change set reason = 'nothing'`,
    ])
      await expect(deps.db.transaction(system, (tx) => tx.sql(statement))).rejects.toThrow(
        'permission denied',
      );
    // Only what is older than its five years can go.
    expect(
      await deps.db.transaction(system, (tx) => tx.sql('delete from registry.reading returning *')),
    ).toEqual([]);
  });
});

describe('what an official finds', () => {
  const search = async (wanted: Parameters<typeof searchRecords>[2], officeId = 'comune-a952') => {
    const found = await searchRecords(deps, { ...inBolzano, officeId }, wanted);
    return found.ok ? found.value.map(({ id }) => id) : found.refusal.code;
  };

  test('OF-6: by tax code or name, with the day of birth or without, in the own municipality', async () => {
    expect(await search({ taxCode: codeOf(bruno).toLowerCase() })).toEqual([bruno]);
    expect(await search({ taxCode: codeOf(furio) })).toEqual([]);
    expect(await search({ name: 'LAMPACHIARI' })).toHaveLength(3);
    expect(await search({ name: 'Lampachiari', bornOn: '2009-02-11' })).toEqual([lia]);
    expect(await search({ name: 'Ventoquieti' }, 'manchester')).toEqual([demoPersonId('otto')]);
    expect(await search({ name: 'Lumachemiti' }, 'comune-c351')).toEqual([demoPersonId('pia')]);
  });

  test('needs three letters, and a day that exists', async () => {
    expect(await search({ name: 'La' })).toBe('too_short');
    expect(await search({ name: 'Lampachiari', bornOn: '2009-02-30' })).toBe('not_a_date');
  });
});

describe('ID-13: the tax code of a strong sign-in', () => {
  test('is matched with exactly one record', async () => {
    expect(await matchTaxCode(deps, ` ${codeOf(bruno).toLowerCase()} `)).toEqual({
      ok: true,
      personId: bruno,
    });
  });

  test('or the case is said: none, wrong, struck, duplicate, another code', async () => {
    const of = (name: Parameters<typeof demoPersonId>[0]) => codeOf(demoPersonId(name));
    expect(await matchTaxCode(deps, of('elmo'))).toEqual({ ok: false, case: 'no_record' });
    expect(await matchTaxCode(deps, `${codeOf(bruno).slice(0, 15)}A`)).toEqual({
      ok: false,
      case: 'invalid',
    });
    expect(await matchTaxCode(deps, 'a code')).toEqual({ ok: false, case: 'invalid' });
    expect(await matchTaxCode(deps, of('pia'))).toEqual({ ok: false, case: 'deleted', municipality: 'C351' });
    expect(await matchTaxCode(deps, of('nestore'))).toEqual({
      ok: false,
      case: 'duplicated',
      municipality: 'A662',
    });
    // Bruno's code with a letter in the place of its last digit.
    expect(await matchTaxCode(deps, omocode.cfOmocode(codeOf(bruno), 1))).toEqual({
      ok: false,
      case: 'differs',
      municipality: 'A952',
    });
  });
});

describe('the connection of an account with a record', () => {
  test('is made once, follows the next match, and ends with the account; the record stays', async () => {
    const accountId = await accountOf(bruno);
    await connectAccount(deps, { accountId, personId: bruno, by: 'spid' });
    expect(await personOfAccount(deps, accountId)).toBe(bruno);
    await connectAccount(deps, { accountId, personId: elsa, by: 'spid' });
    expect(await personOfAccount(deps, accountId)).toBe(elsa);
    const sign = (taxCode: string) => matchAccount(deps, { accountId, taxCode, by: 'spid' });
    expect(await sign(codeOf(demoPersonId('pia')))).toMatchObject({ case: 'deleted' });
    expect(await personOfAccount(deps, accountId)).toBeUndefined();
    expect(await sign(codeOf(furio))).toEqual({ ok: true, personId: furio });
    expect(await personOfAccount(deps, accountId)).toBe(furio);
    await connectAccount(deps, { accountId, personId: elsa, by: 'spid' });
    const close = () => deps.db.transaction(system, (tx) => closeForAccount(tx, deps, { accountId }));
    expect(await close()).toMatchObject({ erased: ['connection'], kept: [{ what: 'record' }] });
    expect(await close()).toEqual({ erased: [], kept: [] });
    expect(await personOfAccount(deps, accountId)).toBeUndefined();
    expect(await readRecord(deps, { personId: elsa, reader: certificates })).toBeDefined();
  });
});
