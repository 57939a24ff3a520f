import { expect, test } from 'vitest';
import { demoJoining, demoPersonId } from '#demo/registry/people.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { insertReadings } from '../store/readings.ts';
import { eraseOldReadings } from './erase-old-readings.ts';
import { loadRecords } from './load-records.ts';

const system = { kind: 'system', task: 'test' } as const;
const bruno = demoPersonId('bruno');

/** Somebody was read at each of these instants; the years are past for the database, too. */
async function readAt(...instants: string[]) {
  const deps = await testDeps(testClock('2020-02-29T12:00:00Z'));
  await deps.db.transaction(system, async (tx) => {
    await loadRecords(tx, demoJoining());
    await insertReadings(
      tx,
      instants.map((at) => ({
        personId: bruno,
        at: Temporal.Instant.from(at),
        by: { kind: 'system', name: 'test' } as const,
        why: 'notice',
      })),
    );
  });
  const kept = async () => {
    const { rows } = await deps.store.owner.query<{ at: Temporal.Instant }>(
      'select at::text from registry.reading order by at',
    );
    return rows.length;
  };
  return { deps, kept };
}

test('RG-5: who has read a record is kept for five years to the instant, and then erased', async () => {
  const { deps, kept } = await readAt('2015-02-28T11:59:59Z', '2015-02-28T12:00:00Z', '2019-12-31T00:00:00Z');
  expect(await eraseOldReadings(deps)).toBe(1);
  expect(await kept()).toBe(2);
  deps.clock.set('2020-02-29T12:00:01Z');
  expect(await eraseOldReadings(deps)).toBe(1);
  deps.clock.set('2024-12-31T00:00:00Z');
  expect(await eraseOldReadings(deps)).toBe(0);
  expect(await kept()).toBe(1);
});

test('RG-5: it goes in batches, and the history says how many lines went', async () => {
  const { deps, kept } = await readAt(
    ...Array.from({ length: 7 }, (_, day) => `2014-01-0${day + 1}T00:00:00Z`),
  );
  expect(await eraseOldReadings(deps, 3)).toBe(7);
  expect(await kept()).toBe(0);
  const { rows } = await deps.store.owner.query<{ lines: number }>(
    `select (facts->>'lines')::int as lines from platform.event where type = 'registry.readings-erased' order by id`,
  );
  expect(rows.map(({ lines }) => lines)).toEqual([3, 3, 1]);
});

test('RG-5: the program cannot erase a younger line, whatever it asks for, and nobody else any', async () => {
  const { deps, kept } = await readAt('2014-01-01T00:00:00Z', Temporal.Now.instant().toString());
  for (const as of [
    { kind: 'ministry', officialId: crypto.randomUUID() },
    { kind: 'official', officialId: crypto.randomUUID(), officeIds: ['comune-a952'] },
    { kind: 'citizen', accountId: crypto.randomUUID() },
  ] as const)
    await deps.db.transaction(as, (tx) => tx.sql('delete from registry.reading'));
  expect(await kept()).toBe(2);
  await deps.db.transaction(system, (tx) => tx.sql('delete from registry.reading'));
  expect(await kept()).toBe(1);
});
