import { addDays, civilDate, plainDate } from '#kernel/civil-date.ts';
import { anAgenda, anOpenService, aWindow } from '#modules/appointments/testing.ts';
import { createOfficials, openOfficialSessions } from '#modules/identity/public.ts';
import { depsOn, openCrowd } from '#tests/support/crowd.ts';
import { fillDay, fillPast } from './support/fill.ts';
import { percentile } from './support/rapid-client.ts';
import type { Measured, RunOptions } from './support/report.ts';
import { openStage, type Stage } from './support/stage.ts';

const service = 'passport';
const office = 'manchester';
const people = 400;

/** A clerk's day of 400 appointments, screen by screen, as a browser without scripts works through it. */
export async function run({ full }: RunOptions): Promise<Measured[]> {
  const stage = await openStage();
  try {
    const deps = depsOn(stage.db, stage.secret);
    const day = nextWorkday(civilDate(Temporal.Now.plainDateISO('Europe/London').toString()));
    await anOpenService(deps, {
      agenda: anAgenda({ serviceIds: [service], minutes: 10, daysAhead: 30 }),
      windows: [1, 2, 3, 4, 5].map((weekday) =>
        aWindow({ weekday, starts: '09:00', ends: '17:20', desks: 8, fromOn: day }),
      ),
    });
    const past = full ? 1_000_000 : 100_000;
    await fillPast(stage, service, past);
    await openCrowd(deps, people);
    const { rows } = await stage.owner.query<{ id: string }>('select id from identity.account order by id');
    const appointments = await fillDay(stage, { service, day, accounts: rows.map(({ id }) => id) });
    if (appointments.length !== people) throw new Error(`${appointments.length} appointments on the day`);
    const [port = 0] = await stage.startServers(1);
    const clerk = await aClerk(stage, deps, port);
    const times = await workThrough(clerk, day, full ? appointments : appointments.slice(0, 100));
    const at = new Intl.NumberFormat('en').format(past);
    return Object.entries(times).map(([name, taken]) => ({
      name: `p50, ${name}, at ${at} appointments`,
      value: percentile(taken, 0.5),
      atMost: 100,
      unit: ' ms',
      detail: `p99 ${percentile(taken, 0.99).toFixed(1)} ms, ${taken.length} times`,
    }));
  } finally {
    await stage.end();
  }
}

function nextWorkday(today: ReturnType<typeof civilDate>): ReturnType<typeof civilDate> {
  const tomorrow = addDays(today, 1);
  return plainDate(tomorrow).dayOfWeek > 5 ? nextWorkday(tomorrow) : tomorrow;
}

interface Clerk {
  /** Milliseconds of one page, and what it says. */
  open(path: string): Promise<{ ms: number; body: string }>;
  send(path: string, fields: Readonly<Record<string, string>>): Promise<number>;
}

async function aClerk(stage: Stage, deps: ReturnType<typeof depsOn>, port: number): Promise<Clerk> {
  const cookie = await stage.db.transaction({ kind: 'system', task: 'bench' }, async (tx) => {
    const official = {
      givenName: 'Olga',
      familyName: 'Bozza',
      email: 'olga@ufficio.example',
      locale: 'it' as const,
      roles: [{ officeId: office, role: 'operator' as const }],
      totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    };
    const ids = await createOfficials(deps, tx, [official], 'no password');
    return (await openOfficialSessions(tx, ids, deps.now()))[0]?.cookie ?? '';
  });
  const base = `http://127.0.0.1:${port}/it`;
  let cookies = `desk=${cookie}`;
  let token = '';
  const timed = async (
    path: string,
    init: { method?: string; body?: URLSearchParams },
  ): Promise<{ ms: number; body: string }> => {
    const start = performance.now();
    const answer = await fetch(`${base}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { cookie: cookies },
    });
    const body = await answer.text();
    const ms = performance.now() - start;
    if (answer.status !== 200 && answer.status !== 303)
      throw new Error(`${path} answered ${answer.status}: ${body.slice(0, 200)}`);
    const csrf = /csrf=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0];
    if (csrf !== undefined) cookies = `desk=${cookie}; ${csrf}`;
    token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? token;
    return { ms, body };
  };
  return {
    open: (path) => timed(path, {}),
    send: async (path, fields) => {
      const body = new URLSearchParams({ _csrf: token, _key: crypto.randomUUID(), ...fields });
      return (await timed(path, { method: 'POST', body })).ms;
    },
  };
}

/** Look at the day, find the person, check in, take the fee, serve; at the end the till of the day. */
async function workThrough(
  clerk: Clerk,
  day: string,
  appointments: readonly string[],
): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = {
    'start page': [],
    'day list': [],
    'finding the person': [],
    'check-in': [],
    'fees of the person': [],
    'taking the fee': [],
    serving: [],
    'till of the day': [],
  };
  const note = (name: keyof typeof times, ms: number) => times[name]?.push(ms);
  for (const [turn, id] of appointments.entries()) {
    note('start page', (await clerk.open('/desk')).ms);
    const list = await clerk.open(`/desk/offices/${office}/days/${day}`);
    if (!list.body.includes(id)) throw new Error('The day list leaves somebody out');
    note('day list', list.ms);
    const found = await clerk.open(`/desk/offices/${office}/arrivals?q=Folla+${turn + 1}`);
    note('finding the person', found.ms);
    const path = `/desk/offices/${office}/appointments/${id}`;
    note('check-in', await clerk.send(`${path}/check-in`, { day }));
    note('fees of the person', (await clerk.open(`${path}/fees`)).ms);
    note(
      'taking the fee',
      await clerk.send(`${path}/fees`, {
        payer_name: `Ada Folla ${turn + 1}`,
        q_passport: '1',
        terminal_reference: `T${String(turn).padStart(6, '0')}`,
      }),
    );
    note('serving', await clerk.send(`${path}/serving`, { day }));
  }
  note('till of the day', (await clerk.open(`/desk/offices/${office}/till`)).ms);
  return times;
}
