import { beforeEach, describe, expect, test } from 'vitest';
import { granted, refused } from '#kernel/outcome.ts';
import { type TestStore, testDeps } from '#tests/support/store.ts';
import type { Database } from '../database/database.ts';
import { forgetOldKeys } from './forget.ts';
import { once } from './once.ts';

const ada = '11111111-1111-4111-8111-111111111111';
const bruno = '22222222-2222-4222-8222-222222222222';

describe('a write that is tried more than once', () => {
  let db: Database;
  let store: TestStore;
  let now: () => Temporal.Instant;
  beforeEach(async () => {
    ({ db, store, now } = await testDeps());
  });

  const put = (account: string, key: string, wish: unknown, topic = 'booked') =>
    db.transaction({ kind: 'citizen', accountId: account }, (tx) =>
      once(tx, { scope: account, key, wish, at: now() }, async () => {
        await tx.sql('insert into platform.outbox (topic) values ($1)', [topic]);
        return granted({ number: crypto.randomUUID() });
      }),
    );
  const effects = async () => (await store.owner.query('select topic from platform.outbox')).rowCount;

  test('BK-5: ten repetitions at once have one effect and one answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => put(ada, 'key-12345678', { slot: 1 })),
    );
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await effects()).toBe(1);
  });

  test('BK-5: the same key with another wish is refused and changes nothing', async () => {
    await put(ada, 'key-12345678', { slot: 1 });
    expect(await put(ada, 'key-12345678', { slot: 2 })).toEqual(refused({ code: 'key_reused' }));
    expect(await effects()).toBe(1);
  });

  test('the same key of two people makes two writes', async () => {
    const one = await put(ada, 'key-12345678', { slot: 1 });
    const other = await put(bruno, 'key-12345678', { slot: 1 });
    expect(other).not.toEqual(one);
    expect(await effects()).toBe(2);
  });

  test('a refusal is repeated too, although the reason may be gone', async () => {
    const refuse = (
      answer: () => Promise<ReturnType<typeof refused<{ code: 'full' }>> | ReturnType<typeof granted<null>>>,
    ) =>
      db.transaction({ kind: 'citizen', accountId: ada }, (tx) =>
        once<null, { code: 'full' }>(tx, { scope: ada, key: 'key-12345678', wish: 1, at: now() }, answer),
      );
    expect(await refuse(async () => refused({ code: 'full' }))).toEqual(refused({ code: 'full' }));
    expect(await refuse(async () => granted(null))).toEqual(refused({ code: 'full' }));
  });

  test('a try that broke off leaves the key free', async () => {
    const broken = db.transaction({ kind: 'citizen', accountId: ada }, (tx) =>
      once(tx, { scope: ada, key: 'key-12345678', wish: { slot: 1 }, at: now() }, async () => {
        throw new Error('the process ended');
      }),
    );
    await expect(broken).rejects.toThrow('the process ended');
    expect((await put(ada, 'key-12345678', { slot: 1 })).ok).toBe(true);
    expect(await effects()).toBe(1);
  });

  test('a key is forgotten after thirty days, and not before', async () => {
    await put(ada, 'key-12345678', { slot: 1 });
    expect(await forgetOldKeys(db, now().add({ hours: 29 * 24 }))).toBe(0);
    await put(ada, 'key-12345678', { slot: 1 });
    expect(await effects()).toBe(1);
    expect(await forgetOldKeys(db, now().add({ hours: 31 * 24 }))).toBe(1);
    await put(ada, 'key-12345678', { slot: 1 });
    expect(await effects()).toBe(2);
  });

  test('nobody writes or reads under the scope of another person', async () => {
    await put(ada, 'key-12345678', { slot: 1 });
    const as = (account: string, text: string, values: unknown[]) =>
      db.transaction({ kind: 'citizen', accountId: account }, (tx) => tx.sql(text, values));
    expect(await as(bruno, 'select * from platform.idempotency', [])).toEqual([]);
    await expect(
      as(
        bruno,
        `insert into platform.idempotency (scope, key, fingerprint, at) values ($1, 'key-87654321', '\\x', now())`,
        [ada],
      ),
    ).rejects.toThrow(/row-level security/);
  });
});
