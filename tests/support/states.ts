import type pg from 'pg';
import { expect } from 'vitest';

/** The values that the check constraints of a column allow, as the database has them. */
async function allowedValues(owner: pg.Pool, table: string, column: string): Promise<string[]> {
  const { rows } = await owner.query<{ definition: string }>(
    `select pg_get_constraintdef(c.oid) as definition
     from pg_constraint c
     join pg_attribute a on a.attrelid = c.conrelid and a.attname = $2
     where c.contype = 'c' and c.conrelid = $1::regclass and c.conkey = array[a.attnum]`,
    [table, column],
  );
  return rows.flatMap(({ definition }) =>
    [...definition.matchAll(/'([^']+)'::text/g)].map(([, value]) => value ?? ''),
  );
}

/** The check constraint of a state column allows exactly the states of the lifecycle table. */
export async function expectStates(
  owner: pg.Pool,
  table: string,
  column: string,
  { states }: { readonly states: readonly string[] },
): Promise<void> {
  const allowed = await allowedValues(owner, table, column);
  expect(allowed, `${table}.${column} has no check constraint of its own`).not.toEqual([]);
  expect(allowed.toSorted(), `${table}.${column}`).toEqual(states.toSorted());
}
