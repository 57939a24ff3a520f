import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Connection } from './embedded-server.ts';

/** The two logins of a database: one owns the tables, the other one is bound by the policies. */
export interface Logins {
  readonly owner: Connection;
  readonly app: Connection;
}

/**
 * Makes the logins and the database of the embedded server where they are missing. The passwords lie in the data
 * directory, readable by its owner alone.
 */
export async function prepareDatabase(
  superuser: Connection,
  dataDir: string,
  database = 'sportello',
): Promise<Logins> {
  const file = join(dataDir, 'logins.json');
  if (!existsSync(file)) {
    const secret = () => randomBytes(24).toString('base64url');
    writeFileSync(file, JSON.stringify({ owner: secret(), app: secret() }), { mode: 0o600 });
  }
  const passwords = JSON.parse(readFileSync(file, 'utf8')) as { owner: string; app: string };
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    await ensureLogin(client, 'sportello_owner', passwords.owner, 'createrole');
    await ensureLogin(
      client,
      'sportello_app',
      passwords.app,
      'nosuperuser nobypassrls nocreaterole nocreatedb',
    );
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rows.length === 0) {
      await client.query(`create database ${pg.escapeIdentifier(database)} owner sportello_owner`);
    }
  } finally {
    await client.end();
  }
  const login = (user: string, password: string) => ({ host: superuser.host, user, password, database });
  return { owner: login('sportello_owner', passwords.owner), app: login('sportello_app', passwords.app) };
}

async function ensureLogin(
  client: pg.Client,
  name: string,
  password: string,
  attributes: string,
): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  const verb = rows.length === 0 ? 'create' : 'alter';
  await client.query(`${verb} role ${name} login ${attributes} password ${pg.escapeLiteral(password)}`);
}

/**
 * Refuses a login that the policies would not bind: a superuser, a role that bypasses row-level security, or the
 * owner of the tables.
 */
export async function assertBoundByPolicies(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; free: boolean }>(
    `select current_user as name, rolsuper or rolbypassrls
       or exists (select 1 from pg_tables where schemaname = 'platform' and tableowner = current_user) as free
     from pg_roles where rolname = current_user`,
  );
  if (rows[0]?.free !== false) {
    throw new Error(
      `The database role ${rows[0]?.name} is not bound by row-level security: the program runs as sportello_app only.`,
    );
  }
}
