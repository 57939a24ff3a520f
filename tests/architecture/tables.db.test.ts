import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectStates } from '#tests/support/states.ts';
import { type TestStore, testStore } from '#tests/support/store.ts';
import architecture from '../../architecture.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const schemaOf = (module: string) => module.replaceAll('-', '_');
const modules = architecture.modules.map(({ name, uses }) => ({
  name,
  schema: schemaOf(name),
  uses: uses.map(schemaOf),
}));
const schemas = modules.map(({ schema }) => schema);

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
});

async function tables() {
  const { rows } = await store.owner.query<{
    name: string;
    schema: string;
    guarded: boolean;
    policies: number;
  }>(
    `select n.nspname || '.' || c.relname as name, n.nspname as schema, c.relrowsecurity as guarded,
       (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname <> 'jobs' and n.nspname !~ '^(pg_|information_schema)' order by 1`,
  );
  return rows;
}

/** Foreign keys from one schema to another. */
async function crossings(): Promise<{ name: string; from: string; to: string }[]> {
  const { rows } = await store.owner.query<{ name: string; from: string; to: string }>(
    `select c.conrelid::regclass || ' → ' || c.confrelid::regclass as name, f.nspname as "from", t.nspname as "to"
     from pg_constraint c
     join pg_class fc on fc.oid = c.conrelid join pg_namespace f on f.oid = fc.relnamespace
     join pg_class tc on tc.oid = c.confrelid join pg_namespace t on t.oid = tc.relnamespace
     where c.contype = 'f' and f.nspname <> t.nspname`,
  );
  return rows;
}

const against = (all: readonly { name: string; from: string; to: string }[]) =>
  all
    .filter(({ from, to }) => !modules.find(({ schema }) => schema === from)?.uses.includes(to))
    .map(({ name }) => name);

interface Source {
  readonly file: string;
  readonly module: string | undefined;
  readonly room: string | undefined;
  readonly text: string;
}

function sources(): Source[] {
  return ['src/modules', 'src/platform']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${folder}/${file}`,
      ),
    )
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => {
      const [, module, room] = /^src\/modules\/([^/]+)\/([^/]+)/.exec(file) ?? [];
      return { file, module, room, text: readFileSync(join(root, file), 'utf8') };
    });
}

const writing =
  /(?:insert into|update|delete from|insertInto\(\s*'|updateTable\(\s*'|deleteFrom\(\s*')\s*([a-z_]+)\.[a-z_]+/gi;
const touching =
  /(?:from|join|into|update|selectFrom\(\s*\[?\s*'|(?:inner|left)Join\(\s*'|insertInto\(\s*'|updateTable\(\s*'|deleteFrom\(\s*')\s*([a-z_]+)\.[a-z_]+/gi;

/** The schemas of modules that a text names by a statement. */
function schemasIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)]
    .map(([, schema]) => schema ?? '')
    .filter((schema) => schemas.includes(schema));
}

function foreignStatements({ module, text }: Pick<Source, 'module' | 'text'>): string[] {
  const own = modules.find(({ name }) => name === module);
  return [
    ...schemasIn(text, writing).filter((schema) => schema !== own?.schema),
    ...schemasIn(text, touching).filter(
      (schema) => schema !== own?.schema && own?.uses.includes(schema) !== true,
    ),
  ];
}

describe('the tables of the modules', () => {
  test('every table belongs to a module or to the platform', async () => {
    const homes = [...schemas, 'platform'];
    expect((await tables()).filter(({ schema }) => !homes.includes(schema))).toEqual([]);
  });

  test('foreign keys follow the arrows of the modules', async () => {
    expect(against(await crossings())).toEqual([]);
  });

  test('a foreign key against the arrows would be seen', () => {
    const planted = [{ name: 'planted', from: 'offices', to: 'appointments' }];
    expect(against(planted)).toEqual(['planted']);
    expect(against([{ name: 'platform', from: 'platform', to: 'offices' }])).toEqual(['platform']);
  });

  test('BO-1: every table has policies by row, or a reason to have none', async () => {
    const excused = new Map(architecture.tablesWithoutPolicies.map(({ table, because }) => [table, because]));
    const all = await tables();
    expect(all.filter((each) => !each.guarded && !excused.has(each.name)).map(({ name }) => name)).toEqual(
      [],
    );
    expect(all.filter((each) => each.guarded && each.policies === 0).map(({ name }) => name)).toEqual([]);
    const stale = [...excused.keys()].filter(
      (name) => all.find((each) => each.name === name)?.guarded !== false,
    );
    expect(stale, 'excused without need').toEqual([]);
  });

  test('BO-1: the program owns no table, so that every policy binds it', async () => {
    const { rows } = await store.owner.query(
      `select schemaname, tablename from pg_tables where tableowner = 'sportello_app'`,
    );
    expect(rows).toEqual([]);
  });

  test('a module writes only its own tables and reads only those of modules it may use', () => {
    const offences = sources().flatMap((source) =>
      foreignStatements(source).map((schema) => `${source.file} → ${schema}`),
    );
    expect(offences).toEqual([]);
    expect(foreignStatements({ module: 'offices', text: 'insert into identity.account (id)' })).not.toEqual(
      [],
    );
    expect(foreignStatements({ module: 'appointments', text: `update offices.office set` })).toEqual([
      'offices',
    ]);
    expect(foreignStatements({ module: 'appointments', text: `selectFrom('offices.office')` })).toEqual([]);
  });

  test('statements stand in the store alone', () => {
    const statement = /\btx\s*\.\s*(?:sql|all|first|change)\s*[<(]/;
    const offences = sources().filter(
      ({ module, room, text }) => module !== undefined && room !== 'store' && statement.test(text),
    );
    expect(offences.map(({ file }) => file)).toEqual([]);
    expect(statement.test('await tx.sql<{ id: string }>(')).toBe(true);
  });
});

describe('states', () => {
  test('every column of states is compared with its lifecycle table in a test', async () => {
    const { rows } = await store.owner.query<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.columns
       where column_name = 'state' and table_schema = any($1)`,
      [schemas],
    );
    const compared = new Set(
      readdirSync(join(root, 'src/modules'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.db.test.ts'))
        .flatMap((file) => [
          ...readFileSync(join(root, 'src/modules', file), 'utf8').matchAll(
            /expectStates\(\s*[\w.]+,\s*'([a-z_.]+)',\s*'state'/g,
          ),
        ])
        .map(([, table]) => table),
    );
    expect(rows.map(({ name }) => name).filter((name) => !compared.has(name))).toEqual([]);
  });

  test('a state that only one side knows is seen', async () => {
    const known = { states: ['waiting', 'sent', 'failed'] };
    await expectStates(store.owner, 'notifications.message', 'state', known);
    for (const states of [
      ['waiting', 'sent'],
      ['waiting', 'sent', 'failed', 'lost'],
    ])
      await expect(expectStates(store.owner, 'notifications.message', 'state', { states })).rejects.toThrow();
    await expect(expectStates(store.owner, 'notifications.message', 'subject', known)).rejects.toThrow();
  });
});
