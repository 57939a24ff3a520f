import { describe, expect, test } from 'vitest';
import { testClock, testDeps } from '#tests/support/store.ts';
import { dispatchMessages, enqueueMessages } from '../public.ts';

const at = (address: string) => ({
  channel: 'mail' as const,
  to: address,
  locale: 'en' as const,
  subject: 'Your appointment',
  paragraphs: ['See you on Tuesday.'],
});

describe('sending messages', () => {
  test('BK-3: a message leaves once, and a mail server that is down delays it without losing it', async () => {
    const clock = testClock();
    const deps = await testDeps(clock);
    const arrived: string[] = [];
    let down = true;
    const mailer = {
      send: async ({ to }: { to: string }) => {
        if (down) throw new Error('connection refused');
        arrived.push(to);
      },
      close: () => {},
    };
    const channels = {
      mailer,
      pec: mailer,
      sms: { send: async () => {} },
    };
    await deps.db.transaction({ kind: 'visitor' }, (tx) =>
      enqueueMessages(tx, deps.now(), [at('ada@example.org'), at('bruno@example.org')]),
    );

    expect(await dispatchMessages(deps, channels)).toBe(2);
    expect(await dispatchMessages(deps, channels)).toBe(0);
    clock.forward({ minutes: 1 });
    down = false;
    expect(await dispatchMessages(deps, channels)).toBe(2);
    clock.forward({ hours: 1 });
    expect(await dispatchMessages(deps, channels)).toBe(0);
    expect(arrived.sort()).toEqual(['ada@example.org', 'bruno@example.org']);
  });

  test('a citizen reads only the own messages', async () => {
    const deps = await testDeps();
    const [mine, other] = [crypto.randomUUID(), crypto.randomUUID()];
    await deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
      enqueueMessages(tx, deps.now(), [
        { ...at('ada@example.org'), accountId: mine },
        { ...at('bruno@example.org'), accountId: other },
      ]),
    );
    const seen = await deps.db.transaction({ kind: 'citizen', accountId: mine }, (tx) =>
      tx.sql<{ recipient: string }>('select recipient from notifications.message'),
    );
    expect(seen).toEqual([{ recipient: 'ada@example.org' }]);
  });
});
