import { afterEach, describe, expect, test } from 'vitest';
import { type DemoInad, startDemoInad } from '#demo/inad/server.ts';
import { demoJoining, demoPeople, demoPersonId } from '#demo/registry/people.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { createPeople } from '#modules/identity/public.ts';
import { dispatchMessages } from '#modules/notifications/public.ts';
import { connectInad } from '#platform/interoperability/inad.ts';
import type { Letter } from '#platform/mail/mailer.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import type { StrikingReason } from '../domain/record.ts';
import { closeForAccount } from './close-for-account.ts';
import { connectAccount } from './connect-account.ts';
import { strikeRecord } from './end-record.ts';
import { loadRecords } from './load-records.ts';
import { readReadings } from './read-readings.ts';
import { readRecord } from './read-record.ts';
import { setCertifiability } from './set-certifiability.ts';
import { tellOfChanges } from './tell-of-changes.ts';

const system = { kind: 'system', task: 'test' } as const;
const bruno = demoPersonId('bruno');
const taxCode = demoPeople.find(({ id }) => id === bruno)?.taxCode ?? '';
const since = '2025-01-01T00:00:00Z';

let inad: DemoInad | undefined;
afterEach(async () => {
  await inad?.stop();
});

async function aChangedRecord({
  account = true,
  locale = 'it' as 'it' | 'en',
  why = undefined as StrikingReason | undefined,
} = {}) {
  const deps = await testDeps(testClock());
  inad = await startDemoInad(new Map(), deps.now);
  await deps.db.transaction(system, (tx) => loadRecords(tx, demoJoining()));
  const person = {
    givenName: 'Bruno',
    familyName: 'Lampachiari',
    bornOn: civilDate('1979-04-18'),
    email: 'bruno@persone.example',
    mobile: '+393330000001',
    country: 'IT',
    place: 'Bolzano',
    officeId: null,
    locale,
  };
  const [accountId = ''] = account
    ? await deps.db.transaction(system, (tx) => createPeople(deps, tx, [person], 'no password'))
    : [];
  if (account) await connectAccount(deps, { accountId, personId: bruno, by: 'spid' });
  const record = await readRecord(deps, {
    personId: bruno,
    reader: { kind: 'system', name: 'test', why: 'test' },
  });
  const by = { officialId: crypto.randomUUID(), officeId: 'comune-a952', key: crypto.randomUUID() };
  const basis = { personId: bruno, version: record?.version ?? 0, act: 'Nota 7', reason: 'Riservato' };
  const changed =
    why === undefined
      ? await setCertifiability(deps, by, { ...basis, certifiability: 'partial' })
      : await strikeRecord(deps, by, { ...basis, why, on: civilDate('2026-11-20') });
  expect(changed.ok).toBe(true);
  const telling = { ...deps, inad: connectInad(inad.settings, deps.now) };
  const sent: { by: 'mail' | 'pec'; letter: Letter }[] = [];
  const mailer = (by_: 'mail' | 'pec') => ({
    send: async (letter: Letter) => void sent.push({ by: by_, letter }),
    close: () => {},
  });
  const channels = { mailer: mailer('mail'), pec: mailer('pec'), sms: { send: async () => {} } };
  const deliver = async () => {
    await dispatchMessages(deps, channels);
    return sent;
  };
  return { deps, telling, deliver, accountId };
}

describe('telling people of changes', () => {
  test('RG-4: with a digital domicile the notice goes there by certified mail, and says nothing that was typed', async () => {
    const { telling, deliver } = await aChangedRecord();
    inad?.register(taxCode, { address: 'bruno@pec.example', since });
    expect(await tellOfChanges(telling)).toBe(1);
    const [only, ...more] = await deliver();
    expect(more).toEqual([]);
    expect(only).toMatchObject({ by: 'pec', letter: { to: 'bruno@pec.example' } });
    expect(only?.letter.text).toContain('Il comune di Bolzano ha cambiato la tua scheda');
    expect(only?.letter.text).not.toMatch(/Riservato|Nota 7/);
  });

  test('RG-4: without one it goes to the verified e-mail, in the language of the person', async () => {
    const { telling, deliver } = await aChangedRecord({ locale: 'en' });
    await tellOfChanges(telling);
    const [only] = await deliver();
    expect(only).toMatchObject({ by: 'mail', letter: { to: 'bruno@persone.example' } });
    expect(only?.letter.text).toContain('What: certifiability.');
  });

  test('RG-4: each change is told once, however many tell at the same time', async () => {
    const { telling, deliver } = await aChangedRecord();
    await Promise.all([tellOfChanges(telling), tellOfChanges(telling), tellOfChanges(telling)]);
    expect(await tellOfChanges(telling)).toBe(0);
    expect(await deliver()).toHaveLength(1);
  });

  test('BO-1: whose record is struck is told so; after a death nobody writes to the dead, only to the household', async () => {
    const alive = await aChangedRecord({ why: 'untraceable_at_census' });
    await tellOfChanges(alive.telling);
    expect((await alive.deliver()).map(({ letter }) => letter.text).join()).toContain(
      'cancellazione della scheda',
    );
    await inad?.stop();
    const dead = await aChangedRecord({ why: 'death' });
    inad?.register(taxCode, { address: 'bruno@pec.example', since });
    await tellOfChanges(dead.telling);
    expect(await dead.deliver()).toEqual([]);
    const { rows } = await dead.deps.store.owner.query(
      `select c.kind, t.channel from registry.told_change t join registry.change c on c.id = t.change_id where person_id = $1`,
      [bruno],
    );
    expect(rows).toEqual([{ kind: 'striking', channel: 'none' }]);
  });

  test('RG-4: whom nothing leads to gets no notice, and is not looked for again', async () => {
    const { telling, deliver } = await aChangedRecord({ account: false });
    expect(await tellOfChanges(telling)).toBe(1);
    expect(await tellOfChanges(telling)).toBe(0);
    expect(await deliver()).toEqual([]);
  });

  test('RG-5: that the platform looked up where to write is written down too', async () => {
    const { deps, telling, accountId } = await aChangedRecord();
    await tellOfChanges(telling);
    const { items } = await readReadings(deps, { accountId });
    expect(items[0]).toMatchObject({ by: { kind: 'system', name: 'registry' }, why: 'notice' });
  });

  test('RG-4: who closes the account leaves no digital domicile behind', async () => {
    const { deps, telling, accountId } = await aChangedRecord();
    inad?.register(taxCode, { address: 'bruno@pec.example', since });
    await tellOfChanges(telling);
    const kept = () => deps.store.owner.query('select 1 from registry.digital_domicile');
    expect((await kept()).rows).toHaveLength(1);
    await deps.db.transaction(system, (tx) => closeForAccount(tx, deps, { accountId }));
    expect((await kept()).rows).toEqual([]);
  });
});
