import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DemoInad, startDemoInad } from '#demo/inad/server.ts';
import { demoJoining, demoPeople, demoPersonId } from '#demo/registry/people.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { createPeople } from '#modules/identity/public.ts';
import { type Channels, dispatchMessages, enqueueMessages } from '#modules/notifications/public.ts';
import { connectInad } from '#platform/interoperability/inad.ts';
import type { Letter } from '#platform/mail/mailer.ts';
import { type TestStore, testClock, testDeps } from '#tests/support/store.ts';
import { connectAccount } from './connect-account.ts';
import { domicileOfAccount } from './domicile-of-account.ts';
import { loadRecords } from './load-records.ts';
import { readReadings } from './read-readings.ts';

const system = { kind: 'system', task: 'test' } as const;
const bruno = demoPersonId('bruno');
const taxCode = demoPeople.find(({ id }) => id === bruno)?.taxCode ?? '';
const since = '2025-01-01T00:00:00Z';

let inad: DemoInad;
let deps: Awaited<ReturnType<typeof testDeps>>;
let store: TestStore;
let accountId: string;
let sent: { by: 'mail' | 'pec'; to: string }[];
let pecAway: boolean;

beforeEach(async () => {
  deps = await testDeps(testClock());
  ({ store } = deps);
  inad = await startDemoInad(new Map(), deps.now);
  sent = [];
  pecAway = false;
  await deps.db.transaction(system, (tx) => loadRecords(tx, demoJoining()));
  accountId = await aPerson('bruno@persone.example');
  await connectAccount(deps, { accountId, personId: bruno, by: 'spid' });
});
afterEach(() => inad.stop());

async function aPerson(email: string): Promise<string> {
  const person = {
    givenName: 'Bruno',
    familyName: 'Lampachiari',
    bornOn: civilDate('1979-04-18'),
    email,
    mobile: email.startsWith('bruno') ? '+393330000001' : '+393330000002',
    country: 'IT',
    place: 'Bolzano',
    officeId: null,
    locale: 'it' as const,
  };
  const [id = ''] = await deps.db.transaction(system, (tx) =>
    createPeople(deps, tx, [person], 'no password'),
  );
  return id;
}

const mailer = (by: 'mail' | 'pec') => ({
  send: async ({ to }: Letter) => {
    if (by === 'pec' && pecAway) throw new Error('connection refused');
    sent.push({ by, to });
  },
  close: () => {},
});

async function post(index = connectInad(inad.settings, deps.now)): Promise<typeof sent> {
  const channels: Channels = { mailer: mailer('mail'), pec: mailer('pec'), sms: { send: async () => {} } };
  await dispatchMessages(deps, channels, {
    domicileOf: (account) => domicileOfAccount({ ...deps, inad: index }, account),
  });
  return sent;
}

const write = (account: string, more: { toDomicile?: true } = { toDomicile: true }) =>
  deps.db.transaction(system, (tx) =>
    enqueueMessages(tx, deps.now(), [
      {
        channel: 'mail',
        to: 'bruno@persone.example',
        locale: 'it',
        accountId: account,
        subject: 'La tua richiesta',
        paragraphs: ['C’è una novità.'],
        ...more,
      },
    ]),
  );
const kept = async () =>
  (await store.owner.query('select channel, recipient, state from notifications.message')).rows;

describe('a notice about a request', () => {
  test('RG-4: goes by certified mail to the digital domicile, and the list of messages says so', async () => {
    inad.register(taxCode, { address: 'bruno@pec.example', since });
    await write(accountId);
    expect(await post()).toEqual([{ by: 'pec', to: 'bruno@pec.example' }]);
    expect(await kept()).toEqual([{ channel: 'pec', recipient: 'bruno@pec.example', state: 'sent' }]);
  });

  test('RG-4, RG-5: that the record was read for it is written down, once for a message', async () => {
    inad.register(taxCode, { address: 'bruno@pec.example', since });
    await write(accountId);
    pecAway = true;
    for (let turn = 0; turn < 4; turn += 1) {
      await post();
      deps.clock.forward({ minutes: 2 });
    }
    const { items } = await readReadings(deps, { accountId });
    expect(items).toMatchObject([{ by: { kind: 'system', name: 'registry' }, why: 'notice' }]);
  });

  test('RG-4: without a domicile, or with one that has ended, it goes to the e-mail of the profile', async () => {
    await write(accountId);
    expect(await post()).toEqual([{ by: 'mail', to: 'bruno@persone.example' }]);
    const ended = { motivation: 'CESSAZIONE_VOLONTARIA', at: '2026-11-20T00:00:00Z' } as const;
    inad.register(taxCode, { address: 'bruno@pec.example', since, ended });
    deps.clock.forward({ hours: 26 });
    await write(accountId);
    expect((await post()).at(-1)).toEqual({ by: 'mail', to: 'bruno@persone.example' });
  });

  test('RG-4: elected meanwhile, the next notice finds it', async () => {
    await write(accountId);
    await post();
    inad.register(taxCode, { address: 'bruno@pec.example', since });
    deps.clock.forward({ hours: 26 });
    await write(accountId);
    expect((await post()).at(-1)).toEqual({ by: 'pec', to: 'bruno@pec.example' });
  });

  test('RG-4: whoever is connected with no record, and an installation without the index, use the e-mail', async () => {
    inad.register(taxCode, { address: 'bruno@pec.example', since });
    await write(await aPerson('altro@persone.example'));
    expect((await post()).map(({ by }) => by)).toEqual(['mail']);
    await write(accountId);
    expect(await domicileOfAccount({ ...deps, inad: undefined }, accountId)).toBeUndefined();
  });

  test('RG-4: an index that does not answer holds no notice up', async () => {
    await inad.stop();
    await write(accountId);
    expect(await post()).toEqual([{ by: 'mail', to: 'bruno@persone.example' }]);
  });

  test('RG-4: while certified mail is away the notice waits, and arrives there once', async () => {
    inad.register(taxCode, { address: 'bruno@pec.example', since });
    await write(accountId);
    pecAway = true;
    expect(await post()).toEqual([]);
    expect(await kept()).toEqual([{ channel: 'pec', recipient: 'bruno@pec.example', state: 'waiting' }]);
    pecAway = false;
    deps.clock.forward({ minutes: 5 });
    await post();
    deps.clock.forward({ minutes: 5 });
    expect(await post()).toEqual([{ by: 'pec', to: 'bruno@pec.example' }]);
  });

  test('RG-4: codes and whatever the person chose to have by e-mail stay with the e-mail', async () => {
    inad.register(taxCode, { address: 'bruno@pec.example', since });
    await write(accountId, {});
    expect(await post()).toEqual([{ by: 'mail', to: 'bruno@persone.example' }]);
  });
});
