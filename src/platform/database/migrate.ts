import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { getConstructionPlans } from 'pg-boss';
import type { Connection } from './embedded-server.ts';

const folder = join(import.meta.dirname, '../../../migrations');
/** One number for "somebody migrates": several processes that start together take turns. */
const lock = 7_415_001;

/** Brings the database to the state that the program expects, one transaction for each file of `migrations/`. */
export async function migrate(
  connection: Connection | { readonly connectionString: string },
): Promise<string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await client.query(`
      create schema if not exists platform;
      create table if not exists platform.migration (name text primary key, applied_at timestamptz not null default now())`);
    const { rows } = await client.query<{ name: string }>('select name from platform.migration');
    const done = new Set(rows.map((row) => row.name));
    const waiting = (await readdir(folder)).filter((name) => name.endsWith('.sql') && !done.has(name)).sort();
    for (const name of waiting) await apply(client, name);
    return waiting;
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, name: string): Promise<void> {
  const text = await readFile(join(folder, name), 'utf8');
  await client.query('begin');
  try {
    await client.query(text);
    if (name === '0001_platform.sql') await createJobTables(client);
    await client.query('insert into platform.migration (name) values ($1)', [name]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed: ${(cause as Error).message}`, { cause });
  }
}

/** The tables of the job library, made by its own statements in the same transaction. */
async function createJobTables(client: pg.Client): Promise<void> {
  const plan = getConstructionPlans('jobs').replace(/^\s*BEGIN;|COMMIT;\s*$/g, '');
  await client.query(plan);
  await client.query(`
    grant usage, create on schema jobs to sportello_app;
    grant all on all tables in schema jobs to sportello_app;
    grant all on all sequences in schema jobs to sportello_app;
    grant execute on all functions in schema jobs to sportello_app`);
}
