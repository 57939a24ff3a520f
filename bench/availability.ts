import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { addDays, type CivilDate, civilDate, plainDate } from '#kernel/civil-date.ts';
import { anAgenda, anOpenService, aWindow } from '#modules/appointments/testing.ts';
import { depsOn, openCrowd } from '#tests/support/crowd.ts';
import { fillPast } from './support/fill.ts';
import { percentile, prepared, sendAll } from './support/rapid-client.ts';
import type { Measured, RunOptions } from './support/report.ts';
import { openStage } from './support/stage.ts';

const service = 'change-of-address';
const rawPort = 28_590;

/** The page of a month: how it grows with the appointments, and its rate against a bare server with the same bytes. */
export async function run({ full }: RunOptions): Promise<Measured[]> {
  const stage = await openStage();
  try {
    const deps = depsOn(stage.db, stage.secret);
    const from = addDays(civilDate(Temporal.Now.plainDateISO('Europe/London').toString()), 2);
    await anOpenService(deps, {
      agenda: anAgenda({ serviceIds: [service], minutes: 30, daysAhead: 92 }),
      windows: [1, 2, 3, 4, 5].map((weekday) =>
        aWindow({ weekday, starts: '09:00', ends: '13:00', desks: 6, fromOn: from }),
      ),
    });
    const cookies = await openCrowd(deps, 500);
    const [port = 0] = await stage.startServers(1);
    const path = `/it/offices/manchester/services/${service}/places?month=${nextMonth(from)}`;
    const asVisitor = () => pages(path);
    const asCitizen = () => pages(path, cookies);

    const small = 10_000;
    const large = full ? 1_000_000 : 100_000;
    await fillPast(stage, service, small);
    await oneByOne(port, asVisitor(), 300);
    const few = await oneByOne(port, asVisitor(), 400);
    await fillPast(stage, service, large - small);
    const many = await oneByOne(port, asVisitor(), 400);

    await rateOf(port, asVisitor(), 3);
    await rateOf(port, asCitizen(), 2);
    const bytes = await sizeOf(port, asVisitor());
    const rounds = await againstBareNode(bytes, async (rawRate) => {
      const seconds = full ? 4 : 2;
      const raw = await rawRate(seconds);
      const visitors = await rateOf(port, asVisitor(), seconds);
      const citizens = await rateOf(port, asCitizen(), seconds);
      return { raw, visitors, citizens };
    });
    const visitors = middle(rounds, (round) => round.visitors / round.raw);
    const citizens = middle(rounds, (round) => round.citizens / round.raw);
    const size = new Intl.NumberFormat('en').format(large);
    return [
      { name: `p50 of the page at ${size} appointments`, value: many, atMost: 5, unit: ' ms' },
      {
        name: `p50 at ${size} appointments to 10,000`,
        value: many / few,
        atMost: 1.5,
        detail: `${few.toFixed(2)} ms at 10,000`,
      },
      {
        name: 'pages a second to visitors, to bare node:http with the same bytes',
        value: visitors.ratio,
        atLeast: 0.2,
        detail: `${Math.round(visitors.round.visitors)}/s to ${Math.round(visitors.round.raw)}/s, ${bytes} bytes`,
      },
      {
        name: 'pages a second to 500 signed-in people, to bare node:http',
        value: citizens.ratio,
        detail: `${Math.round(citizens.round.citizens)}/s to ${Math.round(citizens.round.raw)}/s`,
      },
    ];
  } finally {
    await stage.end();
  }
}

function nextMonth(day: CivilDate): string {
  return plainDate(day).add({ months: 1 }).toString().slice(0, 7);
}

/** The same page again and again, each time from another address, as through a balancer. */
function* pages(path: string, cookies: readonly string[] = []): Generator<Buffer> {
  for (let turn = 0; ; turn += 1) {
    const cookie = cookies[turn % Math.max(1, cookies.length)];
    yield prepared('GET', path, {
      'x-forwarded-for': `10.0.${(turn >> 8) & 255}.${turn & 255}`,
      ...(cookie === undefined ? {} : { cookie: `session=${cookie}` }),
    });
  }
}

function* first(requests: Iterator<Buffer>, count: number): Generator<Buffer> {
  for (let turn = 0; turn < count; turn += 1) yield requests.next().value as Buffer;
}

async function oneByOne(port: number, requests: Iterator<Buffer>, count: number): Promise<number> {
  const { answers } = await sendAll([port], first(requests, count), { connections: 1 });
  mustBePages(answers);
  return percentile(
    answers.map(({ ms }) => ms),
    0.5,
  );
}

async function sizeOf(port: number, requests: Iterator<Buffer>): Promise<number> {
  const { answers } = await sendAll([port], first(requests, 1), { connections: 1 });
  return answers[0]?.bytes ?? 0;
}

/** Answers a second. */
async function rateOf(port: number, requests: Iterator<Buffer>, seconds: number): Promise<number> {
  const sent = await sendAll([port], requests, { until: performance.now() + seconds * 1000 });
  mustBePages(sent.answers);
  return sent.answers.length / sent.seconds;
}

/** The round in the middle: the machine may be busy with something else in one of them. */
function middle<Round>(rounds: readonly Round[], ratioOf: (round: Round) => number) {
  const sorted = rounds
    .map((round) => ({ round, ratio: ratioOf(round) }))
    .toSorted((one, other) => one.ratio - other.ratio);
  return sorted[Math.floor(sorted.length / 2)] as { round: Round; ratio: number };
}

function mustBePages(answers: readonly { status: number; bytes: number }[]): void {
  const other = answers.find(({ status, bytes }) => status !== 200 || bytes < 8000);
  if (other !== undefined) throw new Error(`No page of a month: ${other.status}, ${other.bytes} bytes`);
}

/** Three rounds beside the limit: a server of Node alone, in a process of its own, that answers as many bytes. */
async function againstBareNode<Round>(
  bytes: number,
  measure: (rawRate: (seconds: number) => Promise<number>) => Promise<Round>,
): Promise<Round[]> {
  const child = spawn(process.execPath, [
    '-e',
    `const body = Buffer.alloc(${bytes}, 'a');
     require('node:http').createServer((request, reply) => {
       reply.setHeader('content-length', body.length);
       reply.end(body);
     }).listen(${rawPort}, '127.0.0.1', () => process.stdout.write('ready'));`,
  ]);
  const rounds: Round[] = [];
  try {
    await once(child.stdout, 'data');
    await rateOf(rawPort, pages('/'), 1);
    while (rounds.length < 3) rounds.push(await measure((seconds) => rateOf(rawPort, pages('/'), seconds)));
    return rounds;
  } finally {
    child.kill('SIGKILL');
  }
}
