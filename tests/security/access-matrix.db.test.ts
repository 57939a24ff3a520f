/**
 * Every registered route is called by every kind of principal, with objects that exist. Taking one guard away
 * (`citizensOnly`, `officeOnly`, the account in `findOwn`, the office in `findBlockById` …) turns cells red.
 */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { type RegisteredRoute, withRoutes } from '#tests/support/routes.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { type Access, access } from './access.ts';
import { address, expected, goneOnce, nameOf, posted, verdict } from './cells.ts';
import { call, isOfficial, kinds, office, openWorld, otherOffice, type World } from './world.ts';

let app: FastifyInstance;
let routes: readonly RegisteredRoute[];
let world: World;

beforeAll(async () => {
  const deps = await testDeps(testClock());
  ({ app, routes } = await withRoutes(() => testApp(deps)));
  world = await openWorld(app, deps);
});
afterAll(() => app.close());

/** An answer without what differs at each look: tokens and the ids that were asked for. */
function said({ statusCode, headers, body }: LightMyRequestResponse, id: string): unknown {
  return [
    statusCode,
    headers['content-type'],
    (headers.location ?? '').replaceAll(id, 'ID'),
    body.replace(/name="_(csrf|key)" value="[^"]*"/g, '').replaceAll(id, 'ID'),
  ];
}

/** Calls a route as each kind of principal; answers where the table is not kept. */
async function offences(route: RegisteredRoute, row: Access): Promise<string[]> {
  const wrong: string[] = [];
  let id = row.of === undefined ? crypto.randomUUID() : await world.make(row.of);
  for (const kind of kinds) {
    // These are gone once somebody has dealt with them.
    if (row.of !== undefined && goneOnce.has(row.of)) id = await world.make(row.of);
    const url = address(world, route.path, row, office, id);
    const answer = await call(app, world.principals[kind], route.method, url, posted(world, row, office));
    const [is, should] = [verdict(answer), expected(row, kind)];
    if (is !== should) wrong.push(`${nameOf(route)}: ${kind} ${is}, but the table says ${should}`);
  }
  return wrong;
}

describe('who may enter where', () => {
  test('BO-1: every route has its line in the table, and every line its route', () => {
    const registered = new Set(routes.map(nameOf));
    const missing = [...registered].filter((name) => access[name] === undefined);
    const idle = Object.keys(access).filter((name) => !registered.has(name));
    expect(missing, 'routes without a line: say in tests/security/access.ts who may enter').toEqual([]);
    expect(idle, 'lines of tests/security/access.ts without a route').toEqual([]);
  });

  test('BO-1: each of ten people is let in, asked to sign in, or finds nothing, as the table says', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const row = access[nameOf(route)];
      if (row !== undefined && !row.last) wrong.push(...(await offences(route, row)));
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('BO-1: what belongs to others cannot be told from what does not exist', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const row = access[nameOf(route)];
      if (row?.of === undefined || row.last) continue;
      const [foreign, unknown] = [await world.make(row.of), crypto.randomUUID()];
      for (const kind of kinds) {
        if (expected(row, kind) === 'enters') continue;
        const namesOffice =
          route.path.includes(':office') || Object.values(row.with ?? {}).includes('OFFICE');
        for (const officeId of namesOffice && isOfficial(kind) ? [office, otherOffice] : [office]) {
          const ask = async (id: string) =>
            said(
              await call(
                app,
                world.principals[kind],
                route.method,
                address(world, route.path, row, officeId, id),
                posted(world, row, officeId),
              ),
              id,
            );
          const [real, none] = [await ask(foreign), await ask(unknown)];
          if (JSON.stringify(real) !== JSON.stringify(none))
            wrong.push(`${nameOf(route)}: ${kind} at ${officeId} learns that the object exists`);
        }
      }
    }
    expect(wrong).toEqual([]);
    // Nobody was signed out on the way, which would have made all answers alike.
    for (const kind of kinds) {
      const { statusCode } = await call(
        app,
        world.principals[kind],
        'GET',
        isOfficial(kind) ? '/it/desk' : '/it/account',
        undefined,
      );
      expect(statusCode, kind).toBe(kind === 'visitor' || kind === 'newcomer' ? 303 : 200);
    }
  }, 60_000);

  test('BK-3: the secret of the letter opens its own appointment and no other', async () => {
    const own = await world.make('appointment');
    const open = (id: string, token: string) =>
      call(
        app,
        world.principals.visitor,
        'GET',
        `/it/appointments/${id}/confirmation?office=${office}&token=${token}`,
        undefined,
      );
    expect((await open(own, world.tokenOf(own))).statusCode).toBe(200);
    expect((await open(own, world.tokenOf(crypto.randomUUID()))).statusCode).toBe(404);
    expect((await open(crypto.randomUUID(), world.tokenOf(own))).statusCode).toBe(404);
  });

  test('BO-1: whoever is signed in may leave, and is out', async () => {
    for (const route of routes) {
      const row = access[nameOf(route)];
      if (row?.last) expect(await offences(route, row)).toEqual([]);
    }
    for (const kind of kinds) {
      const { statusCode } = await call(
        app,
        world.principals[kind],
        'GET',
        isOfficial(kind) ? '/it/desk' : '/it/account',
        undefined,
      );
      expect(statusCode, kind).toBe(303);
    }
  });
});
