import { addDays, civilDate } from '#kernel/civil-date.ts';
import { anAgenda, anOpenService, aWindow } from '#modules/appointments/testing.ts';
import { anAnswerToEach, depsOn, openCrowd } from '#tests/support/crowd.ts';
import { bookWithPgbench, hasPgbench } from './support/pgbench.ts';
import { percentile, prepared, sendAll } from './support/rapid-client.ts';
import type { Measured, RunOptions } from './support/report.ts';
import { openStage, type Stage } from './support/stage.ts';

const service = 'change-of-address';

/** Bookings a second over HTTP through two processes, against the database's own load generator in the same run. */
export async function run({ full }: RunOptions): Promise<Measured[]> {
  const stage = await openStage();
  try {
    const crowd = full ? 80_000 : 24_000;
    const deps = depsOn(stage.db, stage.secret);
    const from = addDays(civilDate(Temporal.Now.plainDateISO('Europe/London').toString()), 2);
    await anOpenService(deps, {
      withoutEntry: false,
      agenda: anAgenda({ serviceIds: [service], minutes: 5, daysAhead: 92 }),
      windows: [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
        aWindow({ weekday, starts: '08:00', ends: '17:15', desks: 10, fromOn: from }),
      ),
    });
    const cookies = await openCrowd(deps, crowd);
    const { rows } = await stage.owner.query<{ id: number }>(
      'select id::int from appointments.slot where capacity > 0 and day > $1 order by id limit 10000',
      [from],
    );
    await stage.owner.query('vacuum analyze');
    const ports = await stage.startServers(2);
    const turns = bookings(
      cookies,
      rows.map(({ id }) => id),
    );
    const warm = Math.floor(crowd / 12);
    await sendAll(ports, take(turns, warm), { connections: 1024 });

    const rounds = 3;
    const share = Math.floor((crowd - warm) / rounds);
    const measured: { rate: number; limit: number; p50: number; p99: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const limit = hasPgbench() ? await bookWithPgbench(stage.superuser, full ? 10 : 5) : Number.NaN;
      const { answers, seconds } = await sendAll(ports, take(turns, share), { connections: 1024 });
      const booked = answers.filter(({ status }) => status === 201).length;
      if (booked !== answers.length) throw new Error(`${answers.length - booked} tries were refused`);
      const times = answers.map(({ ms }) => ms);
      measured.push({
        rate: booked / seconds,
        limit,
        p50: percentile(times, 0.5),
        p99: percentile(times, 0.99),
      });
    }
    await mustAgree(stage, warm + share * rounds);
    const ratios = measured.map(({ rate, limit }) => rate / limit).toSorted((one, other) => one - other);
    const middle = measured.toSorted((one, other) => one.rate - other.rate)[1];
    return [
      {
        name: 'bookings over HTTP, two processes, to pgbench -M prepared -c 16 -j 2 on the bare statement',
        value: ratios[1] ?? Number.NaN,
        atLeast: 0.7,
        detail: measured
          .map(({ rate, limit }) => `${Math.round(rate)}/s to ${Math.round(limit)}/s`)
          .join(', '),
        ...(hasPgbench() ? {} : { skipped: 'pgbench is not on this machine (Debian: postgresql)' }),
      },
      {
        name: 'an answer to a booking while 1,024 people book at once',
        detail: `p50 ${middle?.p50.toFixed(1)} ms, p99 ${middle?.p99.toFixed(1)} ms`,
      },
    ];
  } finally {
    await stage.end();
  }
}

/** Everybody once, each another hour: a person has one live booking of a service. */
function* bookings(cookies: readonly string[], slots: readonly number[]): Generator<Buffer> {
  const answers = anAnswerToEach(service);
  for (const [index, cookie] of cookies.entries()) {
    const slot = slots[(index * 7919) % slots.length];
    yield prepared(
      'POST',
      '/api/v1/appointments',
      {
        cookie: `session=${cookie}`,
        'idempotency-key': `bench-key-${index}`,
        'x-forwarded-for': `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
      },
      JSON.stringify({ office_id: 'manchester', service_id: service, slot_id: slot, answers }),
    );
  }
}

/** The next so many, prepared beforehand: what they cost to write is not measured. */
function take(turns: Iterator<Buffer>, count: number): Iterator<Buffer> {
  const part: Buffer[] = [];
  for (let index = 0; index < count; index += 1) {
    const turn = turns.next();
    if (turn.done) throw new Error('Nobody is left who could book');
    part.push(turn.value);
  }
  return part.values();
}

/** A fast answer is worth nothing unless rows, counters, history and letters agree with it. */
async function mustAgree({ owner }: Stage, booked: number): Promise<void> {
  const { rows } = await owner.query<Record<string, number>>(
    `select (select count(*)::int from appointments.appointment) as rows,
       (select count(distinct (slot_id, place))::int from appointments.appointment) as places,
       (select sum(taken)::int from appointments.slot) as taken,
       (select count(*)::int from platform.event where type = 'appointment.held') as events,
       (select count(*)::int from notifications.message) as messages`,
  );
  for (const [name, count] of Object.entries(rows[0] ?? {}))
    if (count !== booked) throw new Error(`${booked} bookings, but ${count} ${name}`);
}
