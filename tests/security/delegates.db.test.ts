/**
 * The relation “delegate” of the access table: every route, called by somebody who acts for the citizen. Allowed is
 * exactly what the owner may do with the delegated drafts and files; after the revocation nothing is.
 */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { type RegisteredRoute, withRoutes } from '#tests/support/routes.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { type Access, access } from './access.ts';
import { address, expected, nameOf, posted, verdict } from './cells.ts';
import { call, office, openWorld, type World } from './world.ts';

let app: FastifyInstance;
let routes: readonly RegisteredRoute[];
let world: World;

beforeAll(async () => {
  const deps = await testDeps(testClock());
  ({ app, routes } = await withRoutes(() => testApp(deps)));
  world = await openWorld(app, deps);
});
afterAll(() => app.close());

const delegated: ReadonlySet<string> = new Set(['draft', 'municipalFile']);
const isDelegated = ({ who, of }: Access) => who === 'owner' && of !== undefined && delegated.has(of);
const procedure = { kind: 'procedure', procedure: 'aire-registration' } as const;

/** What the delegate is answered; whoever acted before is told that it is over, which is no entrance. */
async function asked(route: RegisteredRoute, row: Access, id: string): Promise<string> {
  const url = address(world, route.path, row, office, id);
  const answer = await call(
    app,
    world.principals.otherCitizen,
    route.method,
    url,
    posted(world, row, office),
  );
  const isOver = answer.statusCode === 403 && /delegation_ended|La delega è finita/.test(answer.body);
  return isOver ? 'finds nothing' : verdict(answer);
}

async function offences(
  rows: readonly (readonly [RegisteredRoute, Access])[],
  should: (row: Access) => string,
  make: (row: Access) => Promise<string>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const [route, row] of rows) {
    const is = await asked(route, row, await make(row));
    if (is !== should(row)) wrong.push(`${nameOf(route)}: the delegate ${is}, not ${should(row)}`);
  }
  return wrong;
}

const withRows = (choose: (row: Access) => boolean) =>
  routes.flatMap((route) => {
    const row = access[nameOf(route)];
    return row !== undefined && row.last !== true && choose(row) ? [[route, row] as const] : [];
  });
const fresh = ({ of }: Access) => (of === undefined ? Promise.resolve(crypto.randomUUID()) : world.make(of));

describe('whoever acts for another', () => {
  test('ID-16 BO-1: enters exactly where the owner does with what is delegated, and nowhere else', async () => {
    const revoke = await world.delegate(procedure);
    const own = withRows(isDelegated);
    expect(own.length).toBeGreaterThan(25);
    expect(await offences(own, (row) => expected(row, 'citizen'), fresh)).toEqual([]);
    // Everything else of the same person, certificates and account included, is as if nothing were delegated.
    const others = withRows((row) => row.of !== undefined && row.of !== 'file' && !isDelegated(row));
    expect(await offences(others, (row) => expected(row, 'otherCitizen'), fresh)).toEqual([]);
    await revoke();
  }, 60_000);

  test('ID-16 BO-1: of one file, no other file or draft of the same person', async () => {
    const given = await world.make('municipalFile');
    const revoke = await world.delegate({ kind: 'file', caseFileId: given });
    const files = withRows((row) => isDelegated(row) && row.of === 'municipalFile');
    const reading = files.filter(([{ method }]) => method === 'GET');
    expect(
      await offences(
        reading,
        () => 'enters',
        async () => given,
      ),
    ).toEqual([]);
    expect(await offences(withRows(isDelegated), () => 'finds nothing', fresh)).toEqual([]);
    await revoke();
  }, 60_000);

  test('ID-16 BO-1: after the revocation finds nothing of what was delegated', async () => {
    const objects = { draft: await world.make('draft'), municipalFile: await world.make('municipalFile') };
    const made = async ({ of }: Access) => objects[of as keyof typeof objects];
    const revoke = await world.delegate(procedure);
    const reading = withRows(isDelegated).filter(([{ method }, row]) => method === 'GET' && !row.madeUp);
    expect(await offences(reading, () => 'enters', made)).toEqual([]);
    await revoke();
    expect(await offences(withRows(isDelegated), () => 'finds nothing', made)).toEqual([]);
    expect(await offences(withRows(isDelegated), () => 'finds nothing', fresh)).toEqual([]);
  }, 60_000);
});
