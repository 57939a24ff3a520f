import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { demoJoining, demoPersonId } from '#demo/registry/people.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { insertChange } from '../store/changes.ts';
import { listRegistryChangesSince } from './follow-changes.ts';
import { loadRecords } from './load-records.ts';
import { readRecord } from './read-record.ts';
import { setCertifiability } from './set-certifiability.ts';

const system = { kind: 'system', task: 'test' } as const;
const bruno = demoPersonId('bruno');
const basis = { act: 'Nota 7', reason: 'Riservato' };

let deps: Awaited<ReturnType<typeof testDeps>>;
beforeEach(async () => {
  deps = await testDeps(testClock());
  await deps.db.transaction(system, (tx) => loadRecords(tx, demoJoining()));
});

async function change(certifiability: 'partial' | 'full') {
  const reader = { kind: 'system', name: 'test', why: 'test' } as const;
  const version = (await readRecord(deps, { personId: bruno, reader }))?.version ?? 0;
  const by = { officialId: crypto.randomUUID(), officeId: 'comune-a952', key: crypto.randomUUID() };
  const changed = await setCertifiability(deps, by, { personId: bruno, version, ...basis, certifiability });
  expect(changed.ok).toBe(true);
}

const since = (cursor: number) => deps.db.transaction(system, (tx) => listRegistryChangesSince(tx, cursor));

describe('CF-4: following what municipalities change', () => {
  test('every change comes once, in its order, to whoever keeps the cursor', async () => {
    await change('partial');
    await change('full');
    const first = await since(0);
    expect(first.changes.map(({ personId, kind, data }) => [personId, kind, data])).toEqual([
      [bruno, 'certifiability', ['partial']],
      [bruno, 'certifiability', ['full']],
    ]);
    expect(await since(first.cursor)).toEqual({ changes: [], cursor: first.cursor });
    await change('partial');
    expect((await since(first.cursor)).changes).toHaveLength(1);
  });

  test('a change that is still being written is waited for, so that it is not passed over', async () => {
    const { promise: written, resolve: go } = Promise.withResolvers<void>();
    const { promise: started, resolve: begun } = Promise.withResolvers<void>();
    const slow = deps.db.transaction(system, async (tx) => {
      await insertChange(tx, {
        ...basis,
        municipality: 'A952',
        id: crypto.randomUUID(),
        personId: bruno,
        kind: 'electoral',
        data: [],
        from: '2026-11-01' as never,
        officialId: null,
        at: deps.now(),
      });
      begun();
      await written;
    });
    await started;
    const later = change('partial');
    expect(await Promise.race([later, pause(200, 'not yet')])).toBe('not yet');
    expect((await since(0)).changes).toEqual([]);
    go();
    await Promise.all([slow, later]);
    expect((await since(0)).changes.map(({ kind }) => kind)).toEqual(['electoral', 'certifiability']);
  });
});
