import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type TestStore, testDeps } from '#tests/support/store.ts';
import type { Database } from '../database/database.ts';
import { record, system } from './record.ts';
import { findBrokenSeal, sealHistory } from './seal.ts';

describe('the history', () => {
  let db: Database;
  let store: TestStore;
  let now: () => Temporal.Instant;
  beforeEach(async () => {
    ({ db, store, now } = await testDeps());
  });

  const write = (count: number) =>
    db.transaction({ kind: 'system', task: 'test' }, (tx) =>
      record(
        tx,
        ...Array.from({ length: count }, (_, index) => ({
          type: 'appointment.booked',
          subject: { kind: 'appointment', id: `a${index}` },
          actor: system('test'),
          at: now(),
          officeId: 'london',
          facts: { place: index },
        })),
      ),
    );

  /** Seals until all is sealed: an open transaction anywhere on the server, of another test too, delays it. */
  const sealAll = (count: number) =>
    vi.waitFor(
      async () => {
        await sealHistory(db, now);
        const { rows } = await store.owner.query(
          'select coalesce(sum(events), 0)::int as events from platform.seal',
        );
        expect(rows).toEqual([{ events: count }]);
      },
      { timeout: 4000, interval: 20 },
    );

  async function sealed(): Promise<void> {
    await write(4);
    await sealAll(4);
    await write(4);
    await sealAll(8);
  }

  test('BO-1: untouched it verifies; each seal covers what came since the last', async () => {
    await sealed();
    const { rows } = await store.owner.query('select number, events from platform.seal order by number');
    expect(rows).toEqual([
      { number: 1, events: 4 },
      { number: 2, events: 4 },
    ]);
    expect(await sealHistory(db, now)).toBe(0);
    expect(await findBrokenSeal(db)).toBeUndefined();
  });

  test.each([
    [
      'a changed fact',
      `update platform.event set facts = '{"place": 99}' where subject_id = 'a1' and id < 5`,
      1,
    ],
    ['a changed actor', `update platform.event set actor_id = 'other' where id = 6`, 2],
    ['a changed time', `update platform.event set at = at + interval '1 second' where id = 7`, 2],
    ['a deleted line', 'delete from platform.event where id = 3', 1],
    ['a deleted last line', 'delete from platform.event where id = 8', 2],
    [
      'an inserted line',
      `insert into platform.event (id, at, type, subject_kind, subject_id, actor_kind) overriding system value
       values (0, now(), 'appointment.booked', 'appointment', 'x', 'system')`,
      1,
    ],
    ['a seal taken out', 'delete from platform.seal where number = 1', 2],
    ['a seal written anew', `update platform.seal set digest = sha256('x') where number = 1`, 1],
  ])('BO-1: %s is found', async (_, tampering, seal) => {
    await sealed();
    const { rowCount } = await store.owner.query(tampering);
    expect(rowCount).toBe(1);
    expect(await findBrokenSeal(db)).toBe(seal);
  });

  test.each([
    `update platform.event set facts = '{}'`,
    'delete from platform.event',
    'truncate platform.event',
    `update platform.seal set digest = ''`,
    'delete from platform.seal',
    'drop table platform.event',
    'alter table platform.event disable row level security',
  ])('BO-1: the program itself may not: %s', async (statement) => {
    await sealed();
    await expect(
      db.transaction({ kind: 'system', task: 'tamper' }, (tx) => tx.sql(statement)),
    ).rejects.toThrow(/permission denied|must be owner/);
    expect(await findBrokenSeal(db)).toBeUndefined();
  });

  test('BO-1: a line of a transaction that is still open waits for the next seal, with all that came after it', async () => {
    let finish = () => {};
    const open = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let started = () => {};
    const written = new Promise<void>((resolve) => {
      started = resolve;
    });
    const slow = db.transaction({ kind: 'system', task: 'slow' }, async (tx) => {
      await record(tx, {
        type: 'appointment.booked',
        subject: { kind: 'appointment', id: 'slow' },
        actor: system('slow'),
        at: now(),
      });
      started();
      await open;
    });
    await written;
    await write(3);
    expect(await sealHistory(db, now)).toBe(0);
    finish();
    await slow;
    await sealAll(4);
    expect(await findBrokenSeal(db)).toBeUndefined();
  });

  test('BO-1: a line with a smaller number that is written by a younger transaction is waited for', async () => {
    const [older, younger] = await Promise.all([store.owner.connect(), store.owner.connect()]);
    const insert = `insert into platform.event (id, at, type, subject_kind, subject_id, actor_kind) overriding system value
      values ($1, now(), 'appointment.booked', 'appointment', 'x', 'system')`;
    await older.query('begin; select pg_current_xact_id()');
    await younger.query('begin; select pg_current_xact_id()');
    await younger.query(insert, [1]);
    await older.query(insert, [2]);
    await older.query('commit');
    expect(await sealHistory(db, now)).toBe(0);
    await younger.query('commit');
    for (const client of [older, younger]) client.release();
    await sealAll(2);
    expect(await findBrokenSeal(db)).toBeUndefined();
  });

  test('BO-1: two sealers at once never seal a line twice', async () => {
    await write(50);
    await Promise.all(Array.from({ length: 4 }, () => sealAll(50)));
    expect(await findBrokenSeal(db)).toBeUndefined();
  });

  test('BO-1: a citizen reads the own lines, an official those of the own office', async () => {
    const ada = '11111111-1111-4111-8111-111111111111';
    await db.transaction({ kind: 'system', task: 'test' }, (tx) =>
      record(
        tx,
        ...['london', 'buenos-aires'].map((officeId) => ({
          type: 'appointment.booked',
          subject: { kind: 'appointment', id: officeId },
          actor: { kind: 'citizen' as const, id: ada },
          at: now(),
          officeId,
          ...(officeId === 'london' ? { accountId: ada } : {}),
        })),
      ),
    );
    const seen = (as: Parameters<typeof db.transaction>[0]) =>
      db.transaction(as, async (tx) =>
        (await tx.sql<{ subject_id: string }>('select subject_id from platform.event order by 1')).map(
          (row) => row.subject_id,
        ),
      );
    expect(await seen({ kind: 'citizen', accountId: ada })).toEqual(['london']);
    expect(await seen({ kind: 'citizen', accountId: crypto.randomUUID() })).toEqual([]);
    expect(await seen({ kind: 'official', officialId: 'o', officeIds: ['buenos-aires'] })).toEqual([
      'buenos-aires',
    ]);
    expect(await seen({ kind: 'office', officeId: 'london' })).toEqual(['london']);
    expect(await seen({ kind: 'ministry', officialId: 'm' })).toEqual(['buenos-aires', 'london']);
    expect(await seen({ kind: 'visitor' })).toEqual([]);
  });
});
