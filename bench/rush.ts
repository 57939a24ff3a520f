import { addDays, civilDate, plainDate } from '#kernel/civil-date.ts';
import { anAgenda, anOpenService, aWindow } from '#modules/appointments/testing.ts';
import { anAnswerToEach, depsOn, openCrowd } from '#tests/support/crowd.ts';
import { percentile, prepared, sendAll, type Timed } from './support/rapid-client.ts';
import type { Measured } from './support/report.ts';
import { openStage } from './support/stage.ts';

const service = 'change-of-address';
const people = 10_000;
const places = 50;

/** Ten thousand people who press the button together for fifty places of five hours. */
export async function run(): Promise<Measured[]> {
  const stage = await openStage();
  try {
    const deps = depsOn(stage.db, stage.secret);
    const day = addDays(civilDate(Temporal.Now.plainDateISO('Europe/London').toString()), 14);
    await anOpenService(deps, {
      withoutEntry: false,
      agenda: anAgenda({ serviceIds: [service] }),
      windows: [
        aWindow({
          weekday: plainDate(day).dayOfWeek,
          starts: '09:00',
          ends: '11:30',
          desks: 10,
          fromOn: day,
          untilOn: day,
        }),
      ],
    });
    const cookies = await openCrowd(deps, people);
    const { rows } = await stage.owner.query<{ id: number }>(
      'select id::int from appointments.slot where capacity > 0 order by id',
    );
    await stage.owner.query('vacuum analyze');
    const ports = await stage.startServers(2);
    const slots = rows.map(({ id }) => id);
    // Wishes for an hour that does not exist wake the processes up and take nothing.
    await sendAll(ports, tries(cookies.slice(0, 2000), [2 ** 40], 'warm'), { connections: 256 });
    const { answers, seconds } = await sendAll(ports, tries(cookies, slots, 'rush'), { connections: 256 });

    const booked = answers.filter(({ status }) => status === 201);
    const full = answers.filter(({ status }) => status === 409);
    const { rows: counted } = await stage.owner.query<Record<'rows' | 'people' | 'places', number>>(
      `select count(*)::int as rows, count(distinct account_id)::int as people,
         count(distinct (slot_id, place))::int as places from appointments.appointment`,
    );
    const taken = new Set([booked.length, ...Object.values(counted[0] ?? {})]);
    if (taken.size !== 1 || !taken.has(places) || slots.length * 10 !== places)
      throw new Error(`${places} places, but ${booked.length} answers and ${JSON.stringify(counted[0])}`);
    return [
      {
        name: `${people} tries for ${places} places, all answered`,
        value: seconds,
        atMost: 4,
        unit: ' s',
        detail: times(answers),
      },
      {
        name: 'tries with a clear answer: booked, or gone to others',
        value: (booked.length + full.length) / answers.length,
        atLeast: 1,
        detail: `${booked.length} booked, ${full.length} too late`,
      },
    ];
  } finally {
    await stage.end();
  }
}

function* tries(cookies: readonly string[], slots: readonly number[], round: string): Generator<Buffer> {
  const answers = anAnswerToEach(service);
  for (const [index, cookie] of cookies.entries()) {
    yield prepared(
      'POST',
      '/api/v1/appointments',
      {
        cookie: `session=${cookie}`,
        'idempotency-key': `${round}-key-${index}`,
        'x-forwarded-for': `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
      },
      JSON.stringify({
        office_id: 'manchester',
        service_id: service,
        slot_id: slots[index % slots.length],
        answers,
      }),
    );
  }
}

function times(answers: readonly Timed[]): string {
  const all = answers.map(({ ms }) => ms);
  return `an answer after p50 ${percentile(all, 0.5).toFixed(0)} ms, p99 ${percentile(all, 0.99).toFixed(0)} ms`;
}
