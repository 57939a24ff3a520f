import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { addDays, civilDate, plainDate } from '#kernel/civil-date.ts';
import { anAgenda, anOpenService, aWindow } from '#modules/appointments/testing.ts';
import { bookOverHttp, together } from '#tests/support/book-over-http.ts';
import { depsOn, openCrowd } from '#tests/support/crowd.ts';
import { freePorts, startServerProcess, untilReady } from '#tests/support/server-process.ts';
import { makeStore, type TestStore } from '#tests/support/store.ts';

const secret = 'a secret that only the races know, long enough';
const crowd = 10_000;
const places = 500;
const ports = await freePorts(2);
const name = `rush_${crypto.randomUUID().slice(0, 8)}`;
const dataDir = mkdtempSync(join(tmpdir(), 'sportello-rush-'));

let store: TestStore;
let servers: ChildProcess[] = [];
let cookies: string[] = [];
let slots: number[] = [];

const agent = new Agent({ keepAlive: true, maxSockets: 128 });

const tryToBook = (person: number, slot: number, key: string, port: number) =>
  bookOverHttp(agent, { port, person, slot, key, cookie: cookies[person] ?? '' });

beforeAll(async () => {
  store = await makeStore(name);
  const deps = depsOn(store.db, secret);
  const day = addDays(civilDate(Temporal.Now.plainDateISO('Europe/London').toString()), 14);
  await anOpenService(deps, {
    withoutEntry: false,
    agenda: anAgenda({ serviceIds: ['change-of-address'] }),
    windows: [
      aWindow({
        weekday: plainDate(day).dayOfWeek,
        starts: '09:00',
        ends: '14:00',
        desks: 50,
        fromOn: day,
        untilOn: day,
      }),
    ],
  });
  cookies = await openCrowd(deps, crowd);
  const { rows } = await store.owner.query<{ id: number }>(
    'select id::int from appointments.slot where capacity > 0 order by id',
  );
  slots = rows.map((row) => row.id);
  servers = ports.map((port) =>
    startServerProcess({ port, dataDir, secret, database: { logins: inject('logins'), name } }),
  );
  await Promise.all(ports.map(untilReady));
}, 120_000);

afterAll(async () => {
  for (const server of servers) server.kill('SIGKILL');
  agent.destroy();
  await store.db.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function counts() {
  const { rows } = await store.owner.query<{ rows: number; people: number; taken: number; places: number }>(
    `select count(*)::int as rows, count(distinct account_id)::int as people, count(distinct (slot_id, place))::int as places,
       (select sum(taken)::int from appointments.slot) as taken
     from appointments.appointment where state in ('held', 'booked')`,
  );
  return rows[0];
}

describe('ten thousand people for five hundred places, through two server processes', () => {
  test('BK-5: exactly five hundred have one, nobody two, everybody an answer, and a killed server loses and doubles nothing', async () => {
    const tries = Array.from({ length: crowd * 2 }, (_, index) => ({
      person: index % crowd,
      slot: slots[(index * 7) % slots.length] ?? 0,
      key: `rush-key-${index}`,
    }));
    const seen = new Map<number, number>();
    const unexpected = new Set<string>();
    let killed = false;
    let done = 0;
    await together(tries, 128, async ({ person, slot, key }) => {
      done += 1;
      if (done === 1500 && !killed) {
        killed = true;
        servers[1]?.kill('SIGKILL');
      }
      const first = ports[person % 2] ?? 0;
      const again = () => tryToBook(person, slot, key, ports[0] ?? 0);
      const answer = await tryToBook(person, slot, key, first).catch(again);
      if (answer.status === 422) unexpected.add(answer.body);
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
    });
    expect([...unexpected]).toEqual([]);
    expect(slots).toHaveLength(10);
    expect(Object.fromEntries(seen)).toMatchObject({ 201: expect.any(Number), 409: expect.any(Number) });
    expect([...seen.keys()].toSorted((one, other) => one - other)).toEqual([201, 409]);
    expect(await counts()).toEqual({ rows: places, people: places, taken: places, places });
  }, 120_000);

  test('BK-5: the same key gives the same answer afterwards too', async () => {
    const { rows } = await store.owner.query<{
      id: string;
      scope: string;
      key: string;
      slot: number;
      cookie: string;
    }>(
      `select a.id, i.key, a.slot_id::int as slot, a.family_name as cookie from platform.idempotency i
       join appointments.appointment a on i.answer->'value'->>'id' = a.id::text limit 20`,
    );
    expect(rows).toHaveLength(20);
    for (const { id, key, slot, cookie } of rows) {
      const person = Number(cookie.replace('Folla ', ''));
      const answer = await tryToBook(person, slot, key, ports[0] ?? 0);
      expect(answer.status).toBe(201);
      expect(JSON.parse(answer.body)).toMatchObject({ appointment_id: id });
    }
    expect((await counts())?.rows).toBe(places);
  });

  test('BK-5: without the guard the same rush gives more places than there are', async () => {
    await store.owner.query('create table public.unguarded (slot int, person int)');
    const capacity = 50;
    await together(
      Array.from({ length: 2000 }, (_, index) => index),
      40,
      async (person) => {
        await store.db.pool.query('select 1');
        const { rows } = await store.owner.query<{ taken: number }>(
          'select count(*)::int as taken from public.unguarded',
        );
        await wait(1);
        if ((rows[0]?.taken ?? 0) < capacity)
          await store.owner.query('insert into public.unguarded values (1, $1)', [person]);
      },
    );
    const { rows } = await store.owner.query<{ taken: number }>(
      'select count(*)::int as taken from public.unguarded',
    );
    expect(rows[0]?.taken).toBeGreaterThan(capacity);
  }, 30_000);
});
