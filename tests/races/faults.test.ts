import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, civilDate, plainDate } from '#kernel/civil-date.ts';
import { anAgenda, anOpenService, aWindow } from '#modules/appointments/testing.ts';
import { openDatabase } from '#platform/database/database.ts';
import { type EmbeddedServer, startEmbeddedServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { prepareDatabase } from '#platform/database/roles.ts';
import { type Answer, bookOverHttp, send, together } from '#tests/support/book-over-http.ts';
import { depsOn, openCrowd } from '#tests/support/crowd.ts';
import { freePorts, startServerProcess, untilReady } from '#tests/support/server-process.ts';

const secret = 'a secret that only the faults know, long enough';
const [first, second] = await freePorts(2);
const ports = [first ?? 0, second ?? 0] as const;
const people = 900;
const dataDir = mkdtempSync(join(tmpdir(), 'sportello-faults-'));
chmodSync(dataDir, 0o755);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

let server: EmbeddedServer;
let owner: pg.Pool;
let cookies: string[] = [];
let slots: number[] = [];
const processes = new Map<number, ChildProcess>();

/** The program with the embedded server of its data directory, as `npm start` runs it. */
async function startProgram(port: number): Promise<void> {
  processes.set(port, startServerProcess({ port, dataDir, secret }));
  await untilReady(port);
}

async function kill(port: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const child = processes.get(port);
  const end = child && once(child, 'exit');
  child?.kill(signal);
  await end;
}

/** Ends PostgreSQL with everything it runs, as when the machine loses it. */
function killDatabase(): void {
  const postmaster = readFileSync(join(server.place.data, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', postmaster], { encoding: 'utf8' });
  for (const pid of [postmaster, ...children.trim().split(/\s+/)])
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended by itself in the meantime.
    }
}

const attempt = (person: number, port: number) => ({
  port,
  person,
  cookie: cookies[person] ?? '',
  slot: slots[person % slots.length] ?? 0,
  key: `fault-key-${person}`,
});

beforeAll(async () => {
  server = await startEmbeddedServer({ dataDir });
  const logins = await prepareDatabase(server.superuser, dataDir);
  await migrate(logins.owner);
  const db = openDatabase({ connection: logins.app });
  owner = new pg.Pool({ ...logins.owner, max: 1 });
  owner.on('error', () => {});
  const deps = depsOn(db, secret);
  const day = addDays(civilDate(Temporal.Now.plainDateISO('Europe/London').toString()), 14);
  await anOpenService(deps, {
    withoutEntry: false,
    agenda: anAgenda({ serviceIds: ['change-of-address'] }),
    windows: [
      aWindow({
        weekday: plainDate(day).dayOfWeek,
        starts: '09:00',
        ends: '18:00',
        desks: 50,
        fromOn: day,
        untilOn: day,
      }),
    ],
  });
  cookies = await openCrowd(deps, people);
  const { rows } = await owner.query<{ id: number }>(
    'select id::int from appointments.slot where capacity > 0 order by id',
  );
  slots = rows.map(({ id }) => id);
  await db.close();
  // The second one finds the styles that the first one has built.
  for (const port of ports) await startProgram(port);
}, 180_000);

afterAll(async () => {
  for (const child of processes.values()) child.kill('SIGKILL');
  agent.destroy();
  await owner.end().catch(() => {});
  await server.stop();
  for (const folder of [dataDir, server.place.socket, server.place.data])
    rmSync(folder, { recursive: true, force: true });
});

/** Tries with the same key until the program can say how it ended; what it said on the way is noted. */
async function untilAnswered(person: number, said: Set<number>): Promise<Answer> {
  const deadline = performance.now() + 60_000;
  for (let turn = person; performance.now() < deadline; turn += 1) {
    const answer = await bookOverHttp(agent, attempt(person, ports[turn % 2] ?? ports[0])).catch(
      () => undefined,
    );
    if (answer !== undefined) said.add(answer.status);
    if (answer !== undefined && answer.status !== 503) return answer;
    await wait(100);
  }
  throw new Error('No answer within a minute');
}

describe('bookings while processes die', () => {
  const answers = new Map<number, Answer>();

  test('BK-5: a killed program and a killed database lose nothing confirmed, double nothing, and everybody gets an answer', async () => {
    const said = new Set<number>();
    const faults = new Map<number, () => unknown>([
      [150, () => kill(ports[1], 'SIGKILL').then(() => startProgram(ports[1]))],
      [300, killDatabase],
      [450, () => kill(ports[0], 'SIGKILL').then(() => startProgram(ports[0]))],
    ]);
    const mending: unknown[] = [];
    await together([...cookies.slice(0, 600).keys()], 24, async (person) => {
      answers.set(person, await untilAnswered(person, said));
      const fault = faults.get(answers.size);
      if (fault !== undefined) mending.push(fault());
    });
    await Promise.all(mending);
    expect([...said].filter((status) => status !== 503)).toEqual([201]);
    const { rows } = await owner.query<{ id: string }>(
      `select id from appointments.appointment where state = 'held'`,
    );
    const confirmed = [...answers.values()].map(({ body }) => JSON.parse(body).appointment_id as string);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(confirmed.toSorted());
    const { rows: counted } = await owner.query(
      `select count(distinct account_id)::int as people, count(distinct (slot_id, place))::int as places,
         (select sum(taken)::int from appointments.slot) as taken,
         (select count(*)::int from platform.event where type = 'appointment.held') as history,
         (select count(*)::int from notifications.message) as letters
       from appointments.appointment`,
    );
    expect(counted[0]).toEqual({ people: 600, places: 600, taken: 600, history: 600, letters: 600 });
  }, 120_000);

  test('BK-5: the same keys give the same answers afterwards', async () => {
    await together([...answers.keys()], 24, async (person) => {
      const again = await bookOverHttp(agent, attempt(person, ports[person % 2] ?? ports[0]));
      expect(again).toEqual(answers.get(person));
    });
  }, 60_000);
});

describe('a new version of the program', () => {
  test('DOC-2: starts instance by instance behind a balancer, and no request fails', async () => {
    // As a balancer does: it asks again and again, and believes the second no.
    const up = new Set<number>(ports);
    const noes = new Map<number, number>();
    let over = false;
    const health = (async () => {
      while (!over) {
        for (const port of ports) {
          const ready = await fetch(`http://127.0.0.1:${port}/ready`).then(
            (answer) => answer.ok,
            () => false,
          );
          noes.set(port, ready ? 0 : (noes.get(port) ?? 0) + 1);
          if (ready) up.add(port);
          if ((noes.get(port) ?? 0) >= 2) up.delete(port);
        }
        await wait(250);
      }
    })();

    const failed: string[] = [];
    let sent = 0;
    const somebody = async (visitor: number) => {
      for (let turn = visitor; !over; turn += 1) {
        const [port = 0] = [...up].slice(turn % up.size);
        const person = 600 + (sent % 300);
        sent += 1;
        const answer = await (turn % 2 === 0
          ? send(agent, port, 'GET', '/it/services', '', {
              'x-forwarded-for': `10.1.${(sent >> 8) & 255}.${sent & 255}`,
            })
          : bookOverHttp(agent, attempt(person, port))
        ).catch((error: unknown) => ({ status: 0, body: String(error) }));
        if (answer.status !== 200 && answer.status !== 201)
          failed.push(`${answer.status} ${answer.body.slice(0, 200)}`);
        await wait(10);
      }
    };
    const visitors = Array.from({ length: 12 }, (_, visitor) => somebody(visitor));
    for (const port of ports) {
      await kill(port, 'SIGTERM');
      await startProgram(port);
      await wait(1200);
    }
    over = true;
    await Promise.all([...visitors, health]);
    expect(failed).toEqual([]);
    expect(sent).toBeGreaterThan(500);
  }, 180_000);
});
