import fc from 'fast-check';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoInad, startDemoInad } from '#demo/inad/server.ts';
import { connectInad } from '#platform/interoperability/inad.ts';
import { testApp } from '#tests/support/app.ts';
import { type RegisteredRoute, withRoutes } from '#tests/support/routes.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { access } from './access.ts';
import { day, type Kind, kinds, office, openWorld, type World } from './world.ts';

/** How many requests, always the same; `FUZZ_RUNS=100000` looks for others in a long night. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 600);
const seed = process.env['FUZZ_RUNS'] === undefined ? { seed: 20_261_125 } : {};

/** Streams do not end by themselves, and setting PDF only costs time here. */
const untried = /^\/events\/|\.pdf$/;

let app: FastifyInstance;
let inad: DemoInad;
let routes: readonly RegisteredRoute[];
let world: World;
let ids: string[];

beforeAll(async () => {
  const deps = await testDeps(testClock());
  // The index of digital domiciles answers, as it does where the program is installed.
  inad = await startDemoInad(new Map(), deps.now);
  const index = connectInad(inad.settings, deps.now);
  ({ app, routes } = await withRoutes(() => testApp(deps, {}, pino({ level: 'silent' }), { inad: index })));
  routes = routes.filter(({ method, path }) => !untried.test(path) && !access[`${method} ${path}`]?.last);
  world = await openWorld(app, deps);
  ids = [await world.make('booked'), await world.make('agenda'), await world.make('official')];
});
afterAll(async () => {
  await app.close();
  await inad.stop();
});

const hostile = fc.constantFrom(
  '',
  ' ',
  'constructor',
  '__proto__',
  'toString',
  '\0',
  '%',
  '%00',
  '\ud800',
  '\u202e',
  '../../etc/passwd',
  "'; drop table appointments.slot; --",
  '<script>alert(1)</script>',
  '-1',
  '0',
  '1.5',
  '1e309',
  '99999999999999999999',
  '9007199254740991',
  'NaN',
  '2026-02-30',
  '2026-13',
  '9999-12-31',
  '0000-01-01',
  '-271821-04-20',
  '00:00',
  '24:00',
  'a'.repeat(5000),
  '-'.repeat(36),
  '00000000-0000-0000-0000-000000000000',
);
const sensible = fc.constantFrom(
  'passport',
  office,
  day,
  '2026-11',
  'IT',
  'GB',
  'Leeds',
  'yes',
  'email',
  'mobile',
  'operator',
  'ada@posta.example',
  '123456',
);
const names = fc.constantFrom(
  'done',
  'day',
  'month',
  'move',
  'slot',
  'office',
  'service',
  'token',
  'country',
  'place',
  'q',
  'text',
  'next',
  'topics',
  'from',
  'until',
  'saved',
  'sent',
  'marked',
  'agendaId',
  'fromOn',
  'untilOn',
  'reasonIt',
  'reasonEn',
  'titleIt',
  'titleEn',
  'textIt',
  'textEn',
  'name',
  'services',
  'minutes',
  'daysAhead',
  'publishedAtTime',
  'weekday',
  'starts',
  'ends',
  'desks',
  'givenName',
  'familyName',
  'bornOn',
  'serviceId',
  'notes',
  'reason',
  'role',
  'language',
  'email',
  'identifier',
  'password',
  'code',
  'code_to',
  'to',
  'label',
  'contact',
  'value',
  'current',
  'given_name',
  'family_name',
  'born_on',
  'birth_place',
  'tax_code',
  'mobile',
  'switchedOn',
  'firstBookableOn',
  'newsOn',
  'holdMinutes',
  'noticeHours',
  'office_id',
  'service_id',
  'slot_id',
  'answers',
  '_key',
  '__proto__',
  'limit',
  'after',
);
const value = fc.oneof(
  { weight: 4, arbitrary: hostile },
  { weight: 3, arbitrary: sensible },
  { weight: 2, arbitrary: fc.nat(2).map((index) => ids[index] ?? '') },
  { weight: 1, arbitrary: fc.nat(3).map((index) => String(world.slotId + index)) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
const fields = fc.array(fc.tuple(names, value), { maxLength: 12 });
const request = fc.record({
  route: fc.nat(),
  kind: fc.constantFrom(...kinds),
  locale: fc.constantFrom('/it', '/en', ''),
  params: fc.array(fc.option(value, { nil: undefined }), { minLength: 4, maxLength: 4 }),
  query: fields,
  body: fields,
  nested: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.jsonValue() },
  ),
  headers: fc.dictionary(
    fc.constantFrom(
      'accept-language',
      'if-none-match',
      'authorization',
      'range',
      'idempotency-key',
      'cookie',
      'accept',
    ),
    fc.oneof(hostile, fc.string({ maxLength: 40 })).map((text) => text.replace(/[^\x20-\x7e]/g, '')),
    { maxKeys: 2 },
  ),
});
type AnyRequest = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

const encoded = (text: string) => encodeURIComponent(text.toWellFormed());
const sample: Readonly<Record<string, string>> = {
  office,
  service: 'passport',
  office_id: office,
  service_id: 'passport',
  day,
};

function send({
  route: index,
  kind,
  locale,
  params,
  query,
  body,
  nested,
  headers,
}: AnyRequest): Promise<LightMyRequestResponse> {
  const { method, path } = routes[index % routes.length] as RegisteredRoute;
  let turn = 0;
  const filled = path.replace('*', 'index.css').replace(/:(\w+)/g, (_, name: string) => {
    const wild = params[turn++ % params.length];
    return wild === undefined ? (sample[name] ?? ids[0] ?? '') : encoded(wild.slice(0, 150)) || 'x';
  });
  const search = query.map(([name, text]) => `${name}=${encoded(text)}`).join('&');
  const api = path.startsWith('/api/');
  const url = `${api || /^\/(assets|status|ready|metrics|events)/.test(path) ? '' : locale}${filled}${search && `?${search}`}`;
  const { cookie, csrf } = world.principals[kind as Kind];
  const posted = [...body, ['_csrf', csrf] as const]
    .map(([name, text]) => `${name}=${encoded(text)}`)
    .join('&');
  return app.inject({
    method: method as 'GET',
    url,
    headers: {
      ...(cookie === '' ? {} : { cookie }),
      ...(method === 'GET'
        ? {}
        : { 'content-type': api ? 'application/json' : 'application/x-www-form-urlencoded' }),
      'idempotency-key': crypto.randomUUID(),
      ...headers,
    },
    ...(method === 'GET'
      ? {}
      : { payload: api ? JSON.stringify(nested === undefined ? Object.fromEntries(body) : nested) : posted }),
  });
}

const leak =
  /\bat .+\.(ts|js):\d+|node_modules|PostgreSQL|\bsyntax error\b|invalid input|violates|Cannot read prop|is not iterable/;

describe('whatever is sent', () => {
  test(
    'BO-4: there is an answer, never our fault, and it tells nothing of the inside',
    async () => {
      await fc.assert(
        fc.asyncProperty(request, async (each) => {
          const answer = await send(each);
          const route = routes[each.route % routes.length];
          expect(
            answer.statusCode,
            `${route?.method} ${route?.path}: ${answer.body.slice(0, 200)}`,
          ).toBeLessThan(500);
          // What was typed comes back on purpose; it holds none of this.
          expect(answer.body).not.toMatch(leak);
        }),
        { numRuns: runs, ...seed },
      );
    },
    20_000 + runs * 40,
  );

  test('BO-4: addresses that are endless, no text, or of another method are pages that do not exist', async () => {
    for (const [method, url] of [
      ['GET', `/it/offices/${'a'.repeat(500)}`],
      ['GET', '/it/offices/%ff'],
      ['GET', '/it/offices/%C4%80'],
      ['POST', '/it/nowhere'],
      ['PUT', '/it/report'],
      ['DELETE', `/it/appointments/${ids[0]}`],
    ] as const) {
      const answer = await app.inject({ method, url });
      expect(answer.statusCode, `${method} ${url.slice(0, 40)}`).toBe(404);
      expect(answer.body).toContain('<h1>Pagina non trovata</h1>');
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    }
    const { cookie, csrf } = world.principals.visitor;
    const onward = await app.inject({
      method: 'POST',
      url: '/it/citizenship/assessments/%C4%80/answers',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: `_csrf=${csrf}`,
    });
    expect(onward.statusCode).toBe(404);
    const machine = await app.inject(`/api/v1/offices/${'a'.repeat(500)}`);
    expect(machine.statusCode).toBe(404);
    expect(machine.json()).toMatchObject({ code: 'not_found' });
  });

  test('BO-4: ten megabytes, broken UTF-8 and a form without its token each get an answer that says what to do', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const json = { 'content-type': 'application/json', cookie: world.principals.citizen.cookie };
    const send = (url: string, headers: Record<string, string>, payload: string | Buffer) =>
      app.inject({ method: 'POST', url, headers, payload });
    const huge = await send('/it/report', form, `text=${'a'.repeat(10_000_000)}`);
    expect([huge.statusCode, huge.body]).toEqual([
      413,
      expect.stringContaining('Il testo inviato è troppo lungo'),
    ]);
    const hugeJson = await send(
      '/api/v1/appointments',
      json,
      JSON.stringify({ notes: 'a'.repeat(10_000_000) }),
    );
    expect([hugeJson.statusCode, hugeJson.json()]).toEqual([
      413,
      expect.objectContaining({ code: 'too_large' }),
    ]);
    const broken = await send('/api/v1/appointments', json, Buffer.from([0x7b, 0x22, 0xff, 0xfe]));
    expect([broken.statusCode, broken.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'unreadable' }),
    ]);
    const lost = await send('/it/report', form, 'text=Un+lungo+racconto');
    expect(lost.statusCode).toBe(403);
    expect(lost.body).toContain('value="Un lungo racconto"');
  });

  test('BO-4: names of the language itself and repeated names in an address are nothing special', async () => {
    const wrong: string[] = [];
    const all = [...new Set(addressNames)];
    for (const wild of ['constructor', '__proto__', '-'.repeat(36), '9999-12-31', '\ud800\u202e']) {
      const search = all.map((name) => `${name}=${encoded(wild)}`).join('&');
      for (const { method, path } of routes) {
        if (method !== 'GET') continue;
        for (const query of wild === 'constructor' ? [search, `${search}&${search}`] : [search]) {
          const answer = await ask(path, query);
          if (answer.statusCode >= 500 || leak.test(answer.body))
            wrong.push(`${path} with ${wild.slice(0, 40)}: ${answer.statusCode}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('BO-4: each field of each form may hold anything: the form comes back with a sentence, or it is done', async () => {
    const wrong: string[] = [];
    let tried = 0;
    // Many pages have the same form: one of each is enough.
    const seen = new Set<string>();
    for (const { method, path } of routes) {
      if (method !== 'GET' || path.startsWith('/api/')) continue;
      for (const { action, fields } of postedForms((await ask(path, '')).body)) {
        const form = Object.keys(fields).join();
        if (
          seen.has(form) ||
          /sign-out|dismissal|second-factor|removal|withdrawal|revocation|cancellation/.test(action)
        ) {
          continue;
        }
        seen.add(form);

        for (const name of Object.keys(fields).filter((each) => !each.startsWith('_'))) {
          for (const wild of [
            '',
            'constructor',
            '-'.repeat(36),
            '9999-12-31',
            '0000-01-01',
            'x\0y',
            'é'.repeat(3000),
          ]) {
            tried += 1;
            const answer = await post(action, { ...fields, [name]: wild });
            if (answer.statusCode >= 500)
              wrong.push(`${action}, ${name}=${wild.slice(0, 40)}: ${answer.statusCode}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(200);
  }, 60_000);
});

const addressNames = [
  'done',
  'day',
  'month',
  'view',
  'move',
  'slot',
  'office',
  'service',
  'token',
  'country',
  'place',
  'q',
  'text',
  'next',
  'from',
  'until',
  'saved',
  'sent',
  'marked',
  'invited',
  'language',
  'what',
];

/** Who may enter most: the pages of officials and of citizens are looked at by one of theirs. */
const insiderOf = (path: string) => world.principals[path.startsWith('/desk') ? 'ministry' : 'citizen'];

function ask(path: string, query: string): Promise<LightMyRequestResponse> {
  const filled = path
    .replace('*', 'index.css')
    .replace(/:(\w+)/g, (_, name: string) =>
      name === 'slot'
        ? String(world.slotId)
        : name === 'agenda'
          ? (ids[1] ?? '')
          : name === 'id' && path.startsWith('/desk/officials')
            ? (ids[2] ?? '')
            : (sample[name] ?? ids[0] ?? ''),
    );
  const prefix = /^\/(api|assets|status|ready|metrics)/.test(path) ? '' : '/en';
  return app.inject({
    url: `${prefix}${filled}${query && `?${query}`}`,
    headers: { cookie: insiderOf(path).cookie },
  });
}

function post(action: string, fields: Readonly<Record<string, string>>): Promise<LightMyRequestResponse> {
  const { cookie, csrf } = insiderOf(action.replace(/^\/en/, ''));
  const body = { ...fields, _csrf: csrf, _key: crypto.randomUUID() };
  return app.inject({
    method: 'POST',
    url: action,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: Object.entries(body)
      .map(([name, text]) => `${name}=${encoded(text)}`)
      .join('&'),
  });
}

/** What somebody would type who makes no mistake. */
const typedWell: Readonly<Record<string, string>> = {
  weekday: '2',
  starts: '09:00',
  ends: '10:00',
  desks: '1',
  minutes: '30',
  daysAhead: '60',
  publishedAtTime: '08:00',
  email: 'somebody@posta.example',
  mobile: '+447911123456',
  code: '123456',
  bornOn: '1980-01-01',
  born_on: '1980-01-01',
  password: 'gufo sul ramo del pino',
  role: 'operator',
  office,
  services: 'passport',
  serviceId: 'passport',
  slot: '1',
};
const isDate = (name: string) => /On$|^day$/.test(name);

/** The forms of a page that post, filled in without mistakes. */
function postedForms(page: string): { action: string; fields: Record<string, string> }[] {
  return [...page.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', inner = '']) => {
    const action = / action="([^"]*)"/.exec(head)?.[1];
    if (action === undefined || !/method="post"/.test(head)) return [];
    const fields: Record<string, string> = {};
    for (const [tag] of inner.matchAll(/<(?:input|select|textarea)[^>]*>/g)) {
      const name = / name="([^"]*)"/.exec(tag)?.[1];
      if (name === undefined) continue;
      const held = / value="([^"]*)"/.exec(tag)?.[1] ?? '';
      fields[name] ??= held || typedWell[name] || (isDate(name) ? day : 'Prova');
    }
    return [{ action, fields }];
  });
}
