import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { testDeps } from '#tests/support/store.ts';
import type { Database } from '../database/database.ts';
import { announce } from './announce.ts';
import { type Changes, followChanges } from './changes.ts';
import { publishChanges } from './publish.ts';

describe('telling open pages of changes', () => {
  let db: Database;
  let changes: Changes;
  beforeEach(async () => {
    ({ db } = await testDeps());
    changes = await followChanges(db);
  });
  afterEach(() => changes.close());

  const change = (...topics: string[]) =>
    db.transaction({ kind: 'visitor' }, (tx) => announce(tx, ...topics));

  test('CF-3: who follows a topic hears of it once for many writes, the others do not', async () => {
    const [london, rome] = [vi.fn(), vi.fn()];
    changes.follow('agenda:london', london);
    changes.follow('agenda:rome', rome);
    await Promise.all(Array.from({ length: 20 }, () => change('agenda:london')));
    expect(await publishChanges(db)).toBe(1);
    await vi.waitFor(() => expect(london).toHaveBeenCalledTimes(1));
    expect(rome).not.toHaveBeenCalled();
    expect(await publishChanges(db)).toBe(0);
  });

  test('CF-3: nothing is told of a change that was taken back', async () => {
    await expect(
      db.transaction({ kind: 'visitor' }, async (tx) => {
        await announce(tx, 'agenda:london');
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect(await publishChanges(db)).toBe(0);
  });

  test('CF-3: more topics than a notice can carry tell everybody', async () => {
    const london = vi.fn();
    changes.follow('agenda:london', london);
    await change(...Array.from({ length: 500 }, (_, index) => `agenda:${'x'.repeat(40)}${index}`));
    await publishChanges(db);
    await vi.waitFor(() => expect(london).toHaveBeenCalledTimes(1));
  });

  test('CF-3: after a lost connection everybody looks again, and hears of later changes', async () => {
    const london = vi.fn();
    changes.follow('agenda:london', london);
    const { rowCount } = await db.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'sportello-listen' and datname = current_database()`,
    );
    expect(rowCount).toBe(1);
    await vi.waitFor(() => expect(london).toHaveBeenCalledTimes(1), 5000);
    await change('agenda:london');
    await publishChanges(db);
    await vi.waitFor(() => expect(london).toHaveBeenCalledTimes(2));
  });

  test('who has stopped following hears nothing more', async () => {
    const [london, other] = [vi.fn(), vi.fn()];
    const stop = changes.follow('agenda:london', london);
    changes.follow('agenda:london', other);
    stop();
    await change('agenda:london');
    await publishChanges(db);
    await vi.waitFor(() => expect(other).toHaveBeenCalledTimes(1));
    expect(london).not.toHaveBeenCalled();
  });
});
