import { beforeEach, describe, expect, inject, test } from 'vitest';
import { matchTaxCode, readRecord } from '#modules/registry/public.ts';
import { loadInBulk } from '#platform/database/bulk.ts';
import { testDeps } from '#tests/support/store.ts';
import { loadRegistry } from './load.ts';
import { loadMany } from './load-many.ts';
import { demoPeople } from './people.ts';

const reader = { kind: 'system', name: 'test', why: 'test' } as const;
const tables = ['registry.person_version', 'registry.household_version'];

let deps: Awaited<ReturnType<typeof testDeps>>;
beforeEach(async () => {
  deps = await testDeps();
});

const owner = () => ({ ...inject('logins').owner, database: deps.store.connection.database });

async function count(from: string): Promise<number> {
  const { rows } = await deps.store.owner.query<{ count: number }>(
    `select count(*)::int as count from ${from}`,
  );
  return rows[0]?.count ?? 0;
}

/** Indexes, constraints and policies, as the server writes them. */
async function guards(): Promise<unknown[]> {
  const { rows } = await deps.store.owner.query(
    `select pg_get_indexdef(indexrelid) as guard from pg_index where indrelid = any($1::regclass[])
     union all select conname || pg_get_constraintdef(oid) from pg_constraint where conrelid = any($1::regclass[])
     union all select polname || pg_get_expr(polqual, polrelid) from pg_policy where polrelid = any($1::regclass[])
     order by 1`,
    [tables],
  );
  return rows;
}

describe('RG-1: the registry of the demonstration', () => {
  test('holds a thousand people, the same at every fresh start, loaded once', async () => {
    await loadRegistry(deps);
    const people = await count('registry.person');
    expect(people).toBeGreaterThan(1000);
    await loadRegistry(deps);
    expect(await count('registry.person')).toBe(people);
    for (const { id, taxCode, familyName } of demoPeople.slice(0, 5)) {
      expect(await matchTaxCode(deps, taxCode)).toEqual({ ok: true, personId: id });
      expect((await readRecord(deps, { personId: id, reader }))?.familyName).toBe(familyName);
    }
  });

  test('RG-2: every member of a household reads the same household', async () => {
    await loadRegistry(deps);
    const { rows } = await deps.store.owner.query<{ ids: string[] }>(
      `select array_agg(person_id order by place) as ids from registry.person_version
       where known_until is null and valid_until is null and household_id is not null
       group by household_id having count(*) > 3 order by household_id limit 10`,
    );
    for (const { ids } of rows) {
      const read = await Promise.all(ids.map((personId) => readRecord(deps, { personId, reader })));
      for (const record of read) {
        expect(record?.household?.members.map(({ id }) => id)).toEqual(ids);
        expect(record?.household).toEqual(read[0]?.household);
      }
    }
    expect(rows).toHaveLength(10);
  });
});

describe('a load of many', { timeout: 30_000 }, () => {
  test('leaves every index, constraint and policy as it was, and the same people as the small one', async () => {
    await loadRegistry(deps);
    const content = 'select v::text as row from registry.person_version v order by person_id, number';
    const small = (await deps.store.owner.query<{ row: string }>(content)).rows;
    await deps.store.empty();
    const before = await guards();
    await loadMany(owner(), { people: 1000 });
    expect(await guards()).toEqual(before);
    const many = (await deps.store.owner.query<{ row: string }>(content)).rows;
    expect(many.filter((each, index) => each.row !== small[index]?.row)).toEqual([]);
    expect(many.length).toBe(small.length);
  });

  test('that breaks off leaves everything as it was', async () => {
    const before = await guards();
    async function* broken() {
      yield [
        { statement: 'copy registry.person (id) from stdin', rows: new TextEncoder().encode('AA00001AA\n') },
      ];
      throw new Error('the source ran dry');
    }
    await expect(loadInBulk(owner(), tables, broken())).rejects.toThrow('ran dry');
    expect(await guards()).toEqual(before);
    expect(await count('registry.person')).toBe(0);
  });

  test('with a row that a constraint forbids is refused as a whole', async () => {
    const twice = async function* () {
      await Promise.resolve();
      yield [
        {
          statement: 'copy registry.household (id) from stdin',
          rows: new TextEncoder().encode('F000000001\n'),
        },
        {
          statement: `copy registry.household_version (household_id, number, valid_from, known_from, municipality, register, certifiable) from stdin`,
          rows: new TextEncoder().encode(
            'F000000001\t1\t2020-01-01\t2020-01-01Z\tA952\tresident\tt\nF000000001\t2\t2021-01-01\t2021-01-01Z\tA952\tresident\tt\n',
          ),
        },
      ];
    };
    await expect(loadInBulk(owner(), tables, twice())).rejects.toThrow('household_known_once');
    expect(await count('registry.household')).toBe(0);
  });
});
