import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { aClosure, anOpenService, aWindow } from '../testing.ts';
import { closeDays, openExtra, openWeekly } from './set-up-agenda.ts';

const day = civilDate('2026-12-01');

test('BK-13: a second click opens hours and closes days once, and says that it is done', async () => {
  const deps = await testDeps(testClock());
  const agenda = await anOpenService(deps);
  const who = {
    as: { kind: 'official', officialId: crypto.randomUUID(), officeIds: ['manchester'] },
    actor: { kind: 'official', id: 'c1' },
    officeId: 'manchester',
  } as const;
  const twice = async (change: (key: string) => Promise<{ ok: boolean }>) => {
    const key = crypto.randomUUID();
    const first = await change(key);
    expect(first.ok).toBe(true);
    expect(await change(key)).toEqual(first);
  };
  // As the pages do: each request makes a new id.
  await twice((key) => openWeekly(deps, { ...who, key }, agenda.id, aWindow({ weekday: 3 })));
  const hours = { day, starts: '14:00', ends: '15:00', desks: 1 };
  await twice((key) => openExtra(deps, { ...who, key }, agenda.id, { ...hours, id: crypto.randomUUID() }));
  await twice((key) => closeDays(deps, { ...who, key }, aClosure({ fromOn: day, untilOn: day })));
  const { rows } = await deps.store.owner.query<{ count: number }>(
    'select count(*)::int as count from appointments.closure',
  );
  expect(rows[0]?.count).toBe(1);
});
