import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Connection } from './embedded-server.ts';

/** Rows on their way into a table, as `copy … from stdin` reads them. */
export interface Copy {
  readonly statement: string;
  readonly rows: Uint8Array;
}

/**
 * Loads millions of rows as the owner of the tables (the policies would refuse to stream them): all or nothing, in one
 * transaction, which takes indexes and constraints of these tables away and makes them anew at the end. So they are
 * checked against every row, and a load that breaks off leaves everything as it was.
 */
export async function loadInBulk(
  connection: Connection | { readonly connectionString: string },
  tables: readonly string[],
  batches: AsyncIterable<readonly Copy[]>,
): Promise<void> {
  const client = new pg.Client({ ...connection, application_name: 'sportello-bulk' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local maintenance_work_mem = '512MB'`);
    const away = await takeAway(client, tables);
    for await (const batch of batches)
      for (const { statement, rows } of batch)
        await pipeline(Readable.from([rows], { objectMode: false }), client.query(copyFrom(statement)));
    for (const statement of away) await client.query(statement);
    await client.query('commit');
    await client.query(`vacuum (analyze) ${tables.join(', ')}`);
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

/** Drops indexes and constraints; answers the statements that make them anew. */
async function takeAway(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows: constraints } = await client.query<{ drop: string; make: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
     from pg_constraint where conrelid = any($1::regclass[]) and contype in ('p', 'u', 'x', 'f')
     order by contype = 'f', conname`,
    [tables],
  );
  const { rows: indexes } = await client.query<{ drop: string; make: string }>(
    `select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as make
     from pg_index where indrelid = any($1::regclass[])
       and not exists (select 1 from pg_constraint where conindid = indexrelid)
     order by indexrelid`,
    [tables],
  );
  const all = [...constraints, ...indexes];
  for (const { drop } of all) await client.query(drop);
  return all.map(({ make }) => make);
}
