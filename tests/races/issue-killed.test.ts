import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { certifying } from '#app/certifying.ts';
import { filing } from '#app/filing.ts';
import { paying } from '#app/paying.ts';
import { type PagopaSimulator, startPagopa } from '#demo/pagopa/start.ts';
import { demoJoining, demoPersonId } from '#demo/registry/people.ts';
import { type DemoSealing, startDemoSealing } from '#demo/sealing.ts';
import { certificateJobs } from '#modules/certificates/public.ts';
import { anAccountOf } from '#modules/certificates/testing.ts';
import { openSessions } from '#modules/identity/public.ts';
import { paymentJobs } from '#modules/payments/public.ts';
import { loadRecords } from '#modules/registry/public.ts';
import { keysFrom } from '#platform/keys.ts';
import { checkPdf } from '#platform/seal/check-pdf.ts';
import { send, together } from '#tests/support/book-over-http.ts';
import { depsOn } from '#tests/support/crowd.ts';
import { freePorts, startServerProcess, untilReady } from '#tests/support/server-process.ts';
import { makeStore, type TestStore } from '#tests/support/store.ts';

const secret = 'a secret that only these faults know, long enough';
const dataDir = mkdtempSync(join(tmpdir(), 'sportello-killed-'));
const filesDir = join(dataDir, 'files');
/** By hand, more of the steps and more people. */
const full = process.env['FULL_MATRIX'] === '1';
const gates = ['numbered', 'paid', 'sealed', ...(full ? ['stored', 'delivered'] : [])];
const agent = new Agent({ keepAlive: true, maxSockets: 32 });
const task = { kind: 'system', task: 'test' } as const;

/** Whoever asks: three of one municipality, so that they stand in line for its register. */
const askers = ['bruno', 'lia', 'elsa'] as const;
/** Of ten wishes five are exempt, three are paid and fetched, one is paid and the browser closed, one is never paid. */
const ways = [
  'exempt',
  'stamp',
  'exempt',
  'stamp',
  'closed',
  'exempt',
  'stamp',
  'exempt',
  'unpaid',
  'exempt',
];
const wishes = Array.from({ length: full ? 40 : 20 }, (_, number) => ({
  number,
  way: ways[number % ways.length] ?? 'exempt',
}));

let store: TestStore;
let pagopa: PagopaSimulator;
let sealing: DemoSealing;
let stamps: Server;
let gatekeeper: pg.PoolClient;
let cookies: string[] = [];
/** The program that answers, and the next one, which is ready when this one dies. */
let serving: Instance;
let standby: Instance;
const children: ChildProcess[] = [];
let kills = 0;
/** The next question to the time-stamp authority is never answered: the program dies with it. */
let diesAtTimeStamp: (() => void) | undefined;

interface Instance {
  readonly port: number;
  readonly child: ChildProcess;
  readonly ready: Promise<void>;
}

async function launch(): Promise<Instance> {
  const seal = join(dataDir, 'seal');
  const [port = 0] = await freePorts(1);
  const child = startServerProcess({
    port,
    dataDir,
    secret,
    database: { logins: inject('logins'), name: store.connection.database ?? '' },
    env: {
      FILES_DIR: filesDir,
      REQUESTS_PER_MINUTE: '100000',
      SEAL_KEY_FILE: join(seal, 'seal.key.json'),
      SEAL_KEY_PASSPHRASE: keysFrom(secret).hash('seal', 'passphrase'),
      SEAL_AUTHORITY_FILE: join(seal, 'authority.pem'),
      TIME_STAMP_URL: `http://127.0.0.1:${(stamps.address() as AddressInfo).port}/`,
      TIME_STAMP_AUTHORITY_FILE: join(seal, 'authority.pem'),
      ...pagopaEnvironment(pagopa),
    },
  });
  children.push(child);
  return { port, child, ready: untilReady(port) };
}

function pagopaEnvironment({ options }: PagopaSimulator): Record<string, string> {
  const { url, keys, stamps: ebollo, creditor, checkoutOrigins, stampAuthority } = options;
  writeFileSync(join(dataDir, 'ebollo.pem'), stampAuthority.join('\n'));
  return {
    PAGOPA_URL: url,
    PAGOPA_CHECKOUT_KEY: keys.checkout,
    PAGOPA_POSITIONS_KEY: keys.positions,
    PAGOPA_RECEIPTS_KEY: keys.receipts,
    PAGOPA_CHECKOUT_ORIGINS: checkoutOrigins.join(','),
    PAGOPA_CREDITOR: creditor.fiscalCode,
    PAGOPA_CREDITOR_NAME: creditor.name,
    PAGOPA_IBAN: creditor.iban,
    PAGOPA_SEGREGATION_CODE: creditor.segregationCode,
    EBOLLO_URL: ebollo.url,
    EBOLLO_KEY: ebollo.key,
    EBOLLO_SERVICE_ID: ebollo.serviceId,
    EBOLLO_AUTHORITY_FILE: join(dataDir, 'ebollo.pem'),
  };
}

/** kill -9: whoever asks finds the next program. */
async function die(): Promise<void> {
  const end = once(serving.child, 'exit');
  serving.child.kill('SIGKILL');
  await end;
  kills += 1;
  await standby.ready;
  serving = standby;
  if (kills < gates.length + 2) standby = await launch();
}

/** Time stamps through a door that can stay shut. */
function startDoor(): Promise<Server> {
  const server = createServer(async (request, response) => {
    const question = await buffer(request);
    if (diesAtTimeStamp !== undefined) return diesAtTimeStamp();
    const answer = await fetch(sealing.timeStamps.url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: new Uint8Array(question),
    });
    response.writeHead(answer.status, { 'content-type': 'application/timestamp-reply' });
    return void response.end(Buffer.from(await answer.arrayBuffer()));
  });
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)));
}

/** Holds the next transaction that brings a row into a state, and answers when one stands there with its work undone. */
async function caughtAt(gate: string, act: () => Promise<void>, over: () => boolean): Promise<void> {
  await gatekeeper.query('select pg_advisory_lock(7001, hashtext($1))', [gate]);
  for (let turn = 0; turn < 400 && !over(); turn += 1) {
    const { rows } = await gatekeeper.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_locks where locktype = 'advisory' and classid = 7001 and not granted`,
    );
    if ((rows[0]?.waiting ?? 0) > 0) break;
    await wait(10);
  }
  await act();
  await gatekeeper.query('select pg_advisory_unlock(7001, hashtext($1))', [gate]);
}

beforeAll(async () => {
  store = await makeStore(`killed_${crypto.randomUUID().slice(0, 8)}`);
  const deps = { ...depsOn(store.db, secret), store };
  sealing = await startDemoSealing(dataDir, keysFrom(secret));
  stamps = await startDoor();
  pagopa = await startPagopa({ now: deps.now, checkoutOrigin: 'http://checkout.example' });
  await store.db.transaction(task, (tx) => loadRecords(tx, demoJoining()));
  const accounts = await Promise.all(askers.map((name) => anAccountOf(deps, demoPersonId(name))));
  const sessions = await store.db.transaction(task, (tx) => openSessions(tx, accounts, deps.now(), 2));
  cookies = sessions.map(({ cookie }) => cookie);
  await store.owner.query(`
    create function certificates.stand_at_gate() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock_shared(7001, hashtext(new.state)); return new; end $$;
    create trigger gate before update of state on certificates.certificate
      for each row when (old.state <> new.state) execute function certificates.stand_at_gate()`);
  gatekeeper = await store.owner.connect();
  serving = await launch();
  standby = await launch();
  await serving.ready;
}, 120_000);

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  agent.destroy();
  gatekeeper?.release();
  stamps?.close();
  await sealing?.stop();
  await pagopa?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Said {
  readonly status: number;
  readonly body: string;
}

/** Asks until the program is there to answer; again and again with the same key. */
async function insist(person: number, method: string, path: string, body?: object, key = ''): Promise<Said> {
  const deadline = performance.now() + 150_000;
  let last = '';
  while (performance.now() < deadline) {
    const answer = await send(agent, serving.port, method, path, body && JSON.stringify(body), {
      cookie: `session=${cookies[person % cookies.length]}`,
      ...(key === '' ? {} : { 'idempotency-key': key }),
    }).catch(() => undefined);
    if (answer !== undefined && answer.status < 500) return answer;
    last = answer?.body ?? 'no connection';
    await wait(40);
  }
  throw new Error(`No answer to ${method} ${path}: ${last}`);
}

interface Told {
  readonly certificate_id: string;
  readonly payment_id?: string | null;
}

const paid = new Set<string>();
const wanted = new Map<number, string>();

/** A checkout that was being opened when the program died is opened again after some seconds. */
async function checkout(person: number, order: string): Promise<Said> {
  for (;;) {
    const opened = await insist(person, 'POST', `/api/v1/payments/${order}/checkouts`);
    if (opened.status !== 409) return opened;
    await wait(200);
  }
}

/** Somebody asks, pays where it is due, and looks until the certificate is there – or closes the browser. */
async function want({ number, way }: (typeof wishes)[number]): Promise<void> {
  const stamp = way !== 'exempt';
  const asked = await insist(
    number,
    'POST',
    '/api/v1/certificates',
    {
      person_id: demoPersonId(askers[number % askers.length] ?? 'bruno'),
      kinds: ['residence'],
      by_mail: number % 2 === 0,
      ...(stamp ? {} : { exempt_use: 'judicial' }),
    },
    `killed-wish-${number}`,
  );
  expect(asked.status, asked.body).toBe(201);
  const { certificate_id: id, payment_id: order } = JSON.parse(asked.body) as Told;
  wanted.set(number, id);
  if (stamp) {
    const opened = await checkout(number, order ?? '');
    expect(opened.status, opened.body).toBe(201);
    if (way === 'unpaid') return;
    const { checkout_url: url } = JSON.parse(opened.body) as { checkout_url: string };
    pagopa.world.pay(url.split('/').at(-1) ?? '');
    paid.add(id);
    if (way === 'closed') return;
    await insist(number, 'GET', `/it/payments/${order}/return/ok`);
  }
  for (let turn = 0; turn < 200; turn += 1) {
    await insist(number, 'GET', `/it/certificates/${id}`);
    const seen = await insist(number, 'GET', `/api/v1/certificates/${id}`);
    if ((JSON.parse(seen.body) as { state: string }).state === 'delivered') return;
    await wait(50);
  }
  throw new Error(`Certificate ${number} (${way}) did not come`);
}

/** Kills the program within each step, then while a time stamp is asked for, then whenever it comes. */
async function killWhile(work: Promise<unknown>): Promise<void> {
  let over = false;
  const end = work.finally(() => {
    over = true;
  });
  for (const gate of gates) if (!over) await caughtAt(gate, die, () => over);
  await new Promise<void>((caught) => {
    diesAtTimeStamp = () => {
      diesAtTimeStamp = undefined;
      void die().then(caught);
    };
    void end.finally(caught);
  });
  diesAtTimeStamp = undefined;
  await wait(Math.random() * 500);
  if (!over) await die();
  await end;
}

const rowsOf = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> =>
  (await store.owner.query<Row>(sql)).rows;

describe('the program is killed at every step of the issue', () => {
  test('CE-7, PA-1: everybody who paid, or need not, gets the certificate all the same', async () => {
    await killWhile(together(wishes, 6, want));
    expect(kills).toBeGreaterThan(gates.length);
    // Who closed the browser is served by the timers.
    const later = () => Temporal.Now.instant().add({ minutes: 10 });
    const base = { ...depsOn(store.db, secret), now: later };
    const deps = filing(base, { filesDir, clamdUrl: undefined, bucket: undefined });
    for (const job of [
      ...paymentJobs(paying(deps, pagopa.options)),
      ...certificateJobs(certifying(deps, { sealing: sealing.sealing, pagopa: pagopa.options })),
    ])
      if (/follow|issue/.test(job.name)) await job.run();
    const rows = await rowsOf<{ id: string; state: string }>(
      'select id, state from certificates.certificate',
    );
    const state = new Map(rows.map((row) => [row.id, row.state]));
    expect(rows).toHaveLength(wishes.length);
    for (const { number, way } of wishes)
      expect(state.get(wanted.get(number) ?? ''), `${number} ${way}`).toBe(
        way === 'unpaid' ? 'awaiting_payment' : 'delivered',
      );
  }, 300_000);

  test('CE-7: the registers have no gap and no number twice', async () => {
    const rows = await rowsOf<{ numbers: number[]; last: number }>(
      `select array_agg(c.number order by c.number) as numbers, min(r.last) as last from certificates.certificate c
       join certificates.certificate_number r using (office_id, year) group by office_id, year`,
    );
    for (const { numbers, last } of rows)
      expect(numbers).toEqual(Array.from({ length: last }, (_, at) => at + 1));
    expect(rows.reduce((sum, { last }) => sum + last, 0)).toBe(
      wishes.filter(({ way }) => way !== 'unpaid').length,
    );
  });

  test('CE-7, PA-1: each payment has its one certificate with its own stamp, and none goes back', async () => {
    const rows = await rowsOf<{ id: string; state: string; stamp: string; iubd: string; continued: boolean }>(
      `select c.id, o.state, c.stamp_number as stamp, s.iubd, o.continued_at is not null as continued
       from certificates.certificate c join payments.payment_order o on o.id = c.order_id
       join payments.stamp s on s.order_id = o.id`,
    );
    expect(new Set(rows.map(({ id }) => id))).toEqual(paid);
    expect(rows).toHaveLength(paid.size);
    for (const row of rows) expect(row).toMatchObject({ state: 'paid', stamp: row.iubd, continued: true });
    expect(await rowsOf('select 1 from payments.refund')).toEqual([]);
    expect(
      await rowsOf(
        `select what, count(*)::int as times from payments.ledger_line group by what order by what`,
      ),
    ).toEqual([
      { what: 'earned', times: paid.size },
      { what: 'received', times: paid.size },
    ]);
  });

  test('CE-6, CE-11: one sealed file each, which is the one in the register, one line of history for each step, one letter', async () => {
    const rows = await rowsOf<{ id: string; file: string; hash: Buffer }>(
      `select c.id, c.file, d.file_hash as hash from certificates.certificate c
       join certificates.sealed_document d on d.id = c.id where c.state = 'delivered'`,
    );
    expect(rows).toHaveLength(wishes.filter(({ way }) => way !== 'unpaid').length);
    for (const { file, hash } of rows) {
      const pdf = readFileSync(join(filesDir, file));
      expect(createHash('sha256').update(pdf).digest().equals(hash)).toBe(true);
      expect(checkPdf(new Uint8Array(pdf), sealing.sealing.trusted).is).toBe('sealed');
    }
    expect(
      await rowsOf(`select subject_id, type from platform.event where subject_kind = 'certificate'
                    group by subject_id, type having count(*) > 1`),
    ).toEqual([]);
    const [letters] = await rowsOf<{ all: number; different: number }>(
      `select count(*)::int as all, count(distinct content->'attachments'->0->>'id')::int as different
       from notifications.message`,
    );
    const byMail = wishes.filter(({ number, way }) => number % 2 === 0 && way !== 'unpaid').length;
    expect(letters).toEqual({ all: byMail, different: byMail });
  });
});
