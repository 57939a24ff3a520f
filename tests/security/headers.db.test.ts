import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { type RegisteredRoute, withRoutes } from '#tests/support/routes.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { access } from './access.ts';
import { office, openWorld, type World } from './world.ts';

let app: FastifyInstance;
let routes: readonly RegisteredRoute[];
let world: World;
let id: string;

beforeAll(async () => {
  const deps = await testDeps(testClock());
  ({ app, routes } = await withRoutes(() => testApp(deps)));
  world = await openWorld(app, deps);
  id = await world.make('booked');
});
afterAll(() => app.close());

/** What every answer carries, whatever its status. */
function offences(where: string, { headers, statusCode }: LightMyRequestResponse): string[] {
  const policy = String(headers['content-security-policy'] ?? '');
  const documentation = where.includes('/api/docs');
  const wrong = [
    !policy.includes("default-src 'none'") && 'no policy of contents',
    !policy.includes("frame-ancestors 'none'") && 'may stand in a frame',
    /unsafe-eval|https?:|\*/.test(policy) && 'a policy with holes',
    !documentation && policy.includes('unsafe-inline') && 'inline scripts or styles',
    headers['x-content-type-options'] !== 'nosniff' && 'its type may be guessed',
    !['same-origin', 'no-referrer'].includes(String(headers['referrer-policy'])) &&
      'the address goes to other sites',
    headers['server'] !== undefined && 'names the server',
    headers['x-powered-by'] !== undefined && 'names the framework',
  ];
  return wrong.flatMap((each) => (each === false ? [] : [`${where} (${statusCode}): ${each}`]));
}

const filled = (path: string) =>
  path
    .replace('*', 'index.css')
    .replace(/:(\w+)/g, (_, name: string) =>
      name.startsWith('office')
        ? office
        : name.startsWith('service')
          ? 'passport'
          : name === 'day'
            ? '2026-11-30'
            : id,
    );
const neutral = /^\/(api|assets|status|ready|metrics|events)/;
const walked = () => routes.filter(({ path }) => !path.endsWith('.pdf'));

describe('headers', () => {
  test('BO-1: every route in every kind of answer has the strict policy and gives nothing away', async () => {
    const wrong: string[] = [];
    const seen = new Set<number>();
    for (const { method, path } of walked()) {
      const url = `${neutral.test(path) ? '' : '/it'}${filled(path)}`;
      for (const principal of [
        world.principals.visitor,
        world.principals.citizen,
        world.principals.ministry,
      ]) {
        if (access[`${method} ${path}`]?.last) continue;
        const answer = await app.inject({
          method: method as 'GET',
          url,
          headers: principal.cookie === '' ? {} : { cookie: principal.cookie },
        });
        seen.add(Math.floor(answer.statusCode / 100));
        wrong.push(...offences(`${method} ${path}`, answer));
      }
    }
    for (const url of ['/nowhere', '/it/nowhere', '/api/v1/nowhere', '/assets/nowhere', '/it/%ff']) {
      wrong.push(...offences(url, await app.inject(url)));
    }
    expect(wrong).toEqual([]);
    expect([...seen].toSorted((one, other) => one - other)).toEqual([2, 3, 4]);
  }, 60_000);

  test('BO-1: what is about a person, or opened with the secret of a letter, stays in no cache', async () => {
    const wrong: string[] = [];
    const keeps = ({ headers }: LightMyRequestResponse) => !/no-store/.test(headers['cache-control'] ?? '');
    for (const { method, path } of walked()) {
      if (method !== 'GET' || neutral.test(path)) continue;
      for (const kind of ['citizen', 'operator'] as const) {
        const answer = await app.inject({
          url: `/it${filled(path)}`,
          headers: { cookie: world.principals[kind].cookie },
        });
        if (keeps(answer) && !/^(image|text\/plain)/.test(String(answer.headers['content-type'])))
          wrong.push(`${path} for the ${kind}`);
      }
    }
    const held = await world.make('appointment');
    for (const url of [
      `/it/appointments/${held}/confirmation?office=${office}&token=${world.tokenOf(held)}`,
      '/it/recovery/password?token=x',
      '/it/register/contest?token=x',
      '/it/sign-in/unlock?token=x',
      '/it/desk/enrolment?token=x',
    ]) {
      if (keeps(await app.inject(url))) wrong.push(url);
    }
    // A form that somebody fills in belongs to one browser, which may keep it for the way back.
    for (const url of ['/it/register', '/it/register/code', '/it/sign-in']) {
      expect((await app.inject(url)).headers['cache-control'], url).toBe('private, no-cache');
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('ID-7: over https all cookies are bound to this host, hidden from scripts, and browsers stay on https', async () => {
    const deps = await testDeps(testClock());
    const secure = await testApp(deps, { PUBLIC_URL: 'https://sportello.example' });
    const answers = [
      await secure.inject('/it/sign-in'),
      await secure.inject({ method: 'POST', url: '/it/sign-out' }),
      await secure.inject('/api/v1/offices'),
      await secure.inject('/it/nowhere'),
    ];
    for (const { headers } of answers) {
      expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
      for (const cookie of [headers['set-cookie'] ?? []].flat()) {
        expect(cookie).toMatch(/^__Host-/);
        for (const flag of [/; Secure/i, /; HttpOnly/i, /; SameSite=(Lax|Strict)/i, /; Path=\/(;|$)/]) {
          expect(cookie).toMatch(flag);
        }
        expect(cookie).not.toMatch(/Domain=/i);
      }
    }
    expect(answers[0]?.headers['set-cookie']).toBeDefined();
    await secure.close();
  });

  test('BO-1: the stream of changes has the headers of every answer', async () => {
    const deps = await testDeps(testClock());
    const listening = await testApp(deps);
    const url = await listening.listen({ port: 0, host: '127.0.0.1' });
    const stop = new AbortController();
    const answer = await fetch(`${url}/events/changes?topics=places:manchester`, { signal: stop.signal });
    const headers = Object.fromEntries(answer.headers);
    expect(offences('/events/changes', { headers, statusCode: answer.status } as never)).toEqual([]);
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    stop.abort();
    await listening.close();
  });
});
