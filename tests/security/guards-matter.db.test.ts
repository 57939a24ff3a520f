/**
 * The control of the access table: what happens to its cells when a guard is missing. A door without its guard is seen
 * at once. What belongs to somebody lies behind two locks, that of the program and that of the database: without one of
 * them the other still holds, without both the cells turn red.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { testApp } from '#tests/support/app.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { type Access, access } from './access.ts';
import { address, expected, posted, verdict } from './cells.ts';
import { call, type Kind, office, openWorld, type World } from './world.ts';

type Deps = Awaited<ReturnType<typeof testDeps>>;
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0).toReversed()) await each();
});

/** Builds the program without the hooks of these names. */
async function withoutHooks(names: readonly string[], build: () => Promise<FastifyInstance>) {
  const isOff = (hook: unknown) => typeof hook === 'function' && names.includes(hook.name);
  const listen = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance };
    const add = fastify.addHook as (...all: unknown[]) => FastifyInstance;
    Object.assign(fastify, {
      addHook(this: FastifyInstance, name: string, hook: unknown) {
        return name === 'preHandler' && isOff(hook) ? this : add.call(this, name, hook);
      },
    });
    add.call(fastify, 'onRoute', (route: { preHandler?: unknown }) => {
      if (route.preHandler !== undefined)
        route.preHandler = [route.preHandler].flat().filter((hook) => !isOff(hook));
    });
  };
  subscribe('fastify.initialization', listen);
  try {
    return await build();
  } finally {
    unsubscribe('fastify.initialization', listen);
  }
}

/** A database to which the program’s statements come changed: a condition that somebody forgot. */
function forgetting(db: Database, from: RegExp, to: string): Database {
  return {
    ...db,
    transaction: (as, work) =>
      db.transaction(as, (tx) =>
        work({ ...tx, sql: (text, parameters) => tx.sql(text.replace(from, to), parameters) }),
      ),
  };
}

interface Mutant {
  readonly hooks?: readonly string[];
  readonly statement?: readonly [RegExp, string];
  /** Loosens the database; the second puts it back. */
  readonly policy?: readonly [string, string];
}

async function open(mutant: Mutant): Promise<{ app: FastifyInstance; world: World }> {
  const deps: Deps = await testDeps(testClock());
  const honest = await testApp(deps);
  undo.push(() => honest.close());
  const world = await openWorld(honest, deps);
  if (mutant.policy !== undefined) {
    const [loosen, restore] = mutant.policy;
    await deps.store.owner.query(loosen);
    undo.push(() => deps.store.owner.query(restore));
  }
  const db = mutant.statement === undefined ? deps.db : forgetting(deps.db, ...mutant.statement);
  const app = await withoutHooks(mutant.hooks ?? [], () => testApp({ ...deps, db }));
  undo.push(() => app.close());
  return { app, world };
}

/** The cells of a route that differ from the table. */
async function red(
  { app, world }: { app: FastifyInstance; world: World },
  name: string,
  kinds: readonly Kind[],
): Promise<string[]> {
  const row = access[name] as Access;
  const [method = '', path = ''] = name.split(' ');
  const wrong: string[] = [];
  for (const kind of kinds) {
    const id = row.of === undefined ? crypto.randomUUID() : await world.make(row.of);
    const url = address(world, path, row, office, id);
    const is = verdict(await call(app, world.principals[kind], method, url, posted(world, row, office)));
    if (is !== expected(row, kind)) wrong.push(`${kind} ${is}`);
  }
  return wrong;
}

describe('a missing guard at the door', () => {
  test.each([
    ['citizensOnly', 'GET /files/:id', ['visitor', 'operator']],
    ['citizensOnly', 'GET /api/v1/drafts', ['visitor']],
    ['officialsOnly', 'GET /desk/offices/:office/files', ['visitor', 'citizen']],
    ['servedOfficeOnly', 'GET /api/v1/desk/offices/:office_id/files', ['otherOperator']],
  ] as const)('BO-1: %s of %s turns its cells red', async (guard, route, kinds) => {
    const mutant = await open({ hooks: [guard] });
    expect(await red(mutant, route, kinds)).toHaveLength(kinds.length);
  });
});

const anyFile = [
  'create policy loosened on case_files.case_file for select to sportello_app using (true)',
  'drop policy loosened on case_files.case_file',
] as const;
const ownFile = [/where account_id = \$1 and id = \$2/, 'where $1::uuid is not null and id = $2'] as const;

describe('what belongs to somebody has two locks', () => {
  test.each([
    ['the condition of the statement', { statement: ownFile }, []],
    ['the policy of the table', { policy: anyFile }, []],
    ['both', { statement: ownFile, policy: anyFile }, ['otherCitizen enters']],
  ] as const)('BO-1: another person’s file, without %s', async (_what, mutant, wrong) => {
    expect(await red(await open(mutant), 'GET /files/:id', ['otherCitizen', 'citizen'])).toEqual(wrong);
  });

  const procedure = { kind: 'procedure', procedure: 'aire-registration' } as const;
  const definition = (state: string) => `create or replace function
    identity.acts_for(owner uuid, of_procedure text, file uuid, closed timestamptz) returns boolean
    language sql stable security definer set search_path = ''
    return exists (select 1 from identity.delegation d
      where d.delegate_id = platform.account_id() and ${state} and d.account_id = owner
        and (d.case_file_id = file or (d.procedure = of_procedure and (closed is null or closed >= d.accepted_at))))`;
  const endless = [definition('true'), definition(`d.state = 'accepted'`)] as const;
  /** The program takes every delegation that was accepted once for one in force. */
  const asIfInForce = [
    /([\s\S]*title_en,\s+)state(,[\s\S]*from identity\.delegation\s+where delegate_id = \$[12][\s\S]*)(state = 'accepted')/,
    "$1'accepted' as state$2accepted_at is not null",
  ] as const;

  test.each([
    ['the use case', { statement: asIfInForce }, []],
    ['the database', { policy: endless }, []],
    ['both', { statement: asIfInForce, policy: endless }, ['otherCitizen enters']],
  ] as const)('ID-16: the end of a delegation, forgotten by %s', async (_what, mutant, wrong) => {
    const opened = await open(mutant);
    const revoke = await opened.world.delegate(procedure);
    await revoke();
    const id = await opened.world.make('draft');
    const row = access['GET /drafts/:draft/review'] as Access;
    const url = address(opened.world, '/drafts/:draft/review', row, office, id);
    const answer = await call(opened.app, opened.world.principals.otherCitizen, 'GET', url, undefined);
    const is = answer.statusCode === 403 ? 'finds nothing' : verdict(answer);
    expect(is === 'finds nothing' ? [] : [`otherCitizen ${is}`]).toEqual(wrong);
  });
});
