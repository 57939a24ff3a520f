import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import type { Connection } from './embedded-server.ts';
import { opening, type Principal } from './principal.ts';
import type { DB } from './tables.ts';

/** The query builder: it only writes statements, a transaction runs them. */
export const query = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A statement of the query builder with the type of its rows. */
export interface Statement<Row> {
  compile(): { readonly sql: string; readonly parameters: readonly unknown[]; readonly query: unknown };
  execute(): Promise<Row[]>;
}

/** An open transaction. */
export interface Tx {
  /** All the rows of a statement; with a name it is prepared once for each connection (hot paths). */
  all<Row>(statement: Statement<Row>, name?: string): Promise<Row[]>;
  /** The first row, or nothing. */
  first<Row>(statement: Statement<Row>, name?: string): Promise<Row | undefined>;
  /** How many rows a statement changed. */
  change(statement: Statement<unknown>): Promise<number>;
  /** Plain SQL; with a name it is prepared once for each connection (hot paths). */
  sql<Row extends object>(text: string, parameters?: readonly unknown[], name?: string): Promise<Row[]>;
}

/**
 * The server could not say whether a commit holds (a wait for the synchronous standby was broken off, or the
 * connection died in it). Only a repetition with the same idempotency key tells.
 */
export class CommitUnknown extends Error {}

/** Another transaction was quicker with something that this one relied on: undone, and done again from the start. */
export class Overtaken extends Error {
  /** What the server itself says of a serialisation failure. */
  readonly code = '40001';
}

/** The database is away for the moment: nothing was written. */
export class DatabaseAway extends Error {}

export interface Database {
  /** Runs in one transaction as somebody; a deadlock or a serialisation failure is tried again. */
  transaction<Result>(as: Principal, work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** A connection that listens to a channel, reconnected for ever; tells too when it had to reconnect. */
  listen(
    channel: string,
    onMessage: (payload: string) => void,
    onReconnect: () => void,
  ): Promise<{ close(): Promise<void> }>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connection: Connection | { readonly connectionString: string; readonly options?: string };
  readonly poolSize?: number;
  /** Called when the server does not answer: the embedded one is started again. */
  readonly onAway?: () => Promise<void>;
}

const repeatable = new Set(['40001', '40P01']);
const away = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  '08001',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
]);
/** The server answers, but cannot take the work now: disk full, no connection free, a wait that took too long. */
const overloaded = new Set(['53100', '53200', '53300', '55P03', '57014', '25P03']);
const brokenWait = /synchronous replication/;

pg.types.setTypeParser(pg.types.builtins.INT8, (value) => {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error('A number too large for a number');
  return number;
});
// Days stay days and instants become instants: a JavaScript Date would shift the former and blur the latter.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (value) =>
  Temporal.Instant.from(value.replace(' ', 'T')),
);
pg.types.setTypeParser(pg.types.builtins.TIME, (value) => value.slice(0, 5));

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

function isAway(error: unknown): boolean {
  return (
    away.has(codeOf(error)) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      String((error as Error)?.message),
    )
  );
}

function isOverloaded(error: unknown): boolean {
  return overloaded.has(codeOf(error)) || isTimeout(error);
}

function isTimeout(error: unknown): boolean {
  return /Query read timeout/.test(String((error as Error)?.message));
}

function transactionOn(client: pg.PoolClient): Tx {
  const run = async (statement: Statement<unknown>, name?: string) => {
    const compiled = statement.compile();
    const text = compiled.sql;
    const values = compiled.parameters.map(written);
    return client.query(name === undefined ? { text, values } : { text, values, name });
  };
  return {
    all: async <Row>(statement: Statement<Row>, name?: string) => (await run(statement, name)).rows as Row[],
    first: async <Row>(statement: Statement<Row>, name?: string) =>
      (await run(statement, name)).rows[0] as Row | undefined,
    change: async (statement) => (await run(statement)).rowCount ?? 0,
    sql: async <Row extends object>(text: string, parameters: readonly unknown[] = [], name?: string) => {
      const values = parameters.map(written);
      return (await client.query<Row>(name === undefined ? { text, values } : { text, values, name })).rows;
    },
  };
}

/** Temporal values go to the server as the text that they print. */
function written(value: unknown): unknown {
  if (value instanceof Temporal.Instant) return value.toString();
  if (Array.isArray(value)) return value.map(written);
  return value;
}

export function openDatabase({ connection, poolSize = 8, onAway }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    ...connection,
    max: poolSize,
    connectionTimeoutMillis: 5000,
    query_timeout: 10_000,
    statement_timeout: 8000,
    lock_timeout: 5000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: 'sportello',
  });
  pool.on('error', () => {});
  let reviving: Promise<void> | undefined;

  async function revive(): Promise<void> {
    if (onAway === undefined) return;
    reviving ??= onAway().finally(() => {
      reviving = undefined;
    });
    await reviving.catch(() => {});
  }

  async function once<Result>(as: Principal, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const client = await pool.connect();
    let broken = false;
    let committing = false;
    let doubt = false;
    const hear = (notice: { message?: string | undefined }) => {
      if (brokenWait.test(notice.message ?? '')) doubt = true;
    };
    const fail = () => {
      broken = true;
    };
    client.on('notice', hear);
    client.on('error', fail);
    try {
      await client.query(opening(as));
      const result = await work(transactionOn(client));
      committing = true;
      const { command } = await client.query('commit');
      if (command !== 'COMMIT')
        throw new Error('A statement failed and its error was swallowed: nothing was written');
      if (doubt) throw new CommitUnknown('The standby did not confirm the commit');
      return result;
    } catch (error) {
      if (error instanceof CommitUnknown) throw error;
      broken ||= isAway(error) || isTimeout(error);
      if (committing && broken)
        throw new CommitUnknown('The connection ended during the commit', { cause: error });
      if (!broken) await client.query('rollback').catch(fail);
      throw error;
    } finally {
      client.off('notice', hear);
      client.off('error', fail);
      client.release(broken);
    }
  }

  return {
    pool,
    async transaction(as, work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(as, work);
        } catch (error) {
          if (repeatable.has(codeOf(error)) && attempt < 4) continue;
          if (isAway(error)) {
            await revive();
            // Nothing was committed, so the work may simply be done again on the server that is back.
            if (onAway !== undefined && attempt < 4) continue;
            throw new DatabaseAway('The database does not answer', { cause: error });
          }
          if (isOverloaded(error)) throw new DatabaseAway('The database has no room now', { cause: error });
          throw error;
        }
      }
    },
    async listen(channel, onMessage, onReconnect) {
      let closed = false;
      let client: pg.Client | undefined;
      let timer: NodeJS.Timeout | undefined;
      const connect = async (): Promise<void> => {
        const next = new pg.Client({ ...connection, application_name: 'sportello-listen' });
        const again = () => {
          if (closed || client !== next) return;
          client = undefined;
          timer = setTimeout(() => void connect().catch(() => {}), 500);
        };
        client = next;
        next.on('error', again);
        next.on('end', again);
        next.on('notification', ({ payload }) => onMessage(payload ?? ''));
        try {
          await next.connect();
          await next.query(`listen ${pg.escapeIdentifier(channel)}`);
          onReconnect();
        } catch {
          again();
        }
      };
      await connect();
      return {
        async close() {
          closed = true;
          clearTimeout(timer);
          await client?.end().catch(() => {});
        },
      };
    },
    async close() {
      await pool.end();
    },
  };
}

/** For a library that compares instants as JavaScript dates, where the program itself reads Temporal. */
export const dateTypes = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.TIMESTAMPTZ
      ? (value: string) => new Date(value)
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};
