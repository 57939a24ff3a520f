import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from '#platform/database/embedded-server.ts';
import type { Logins } from '#platform/database/roles.ts';

export interface ProcessOptions {
  readonly port: number;
  readonly dataDir: string;
  readonly secret: string;
  /** Database that exists already; without it the process starts the embedded one of its data directory. */
  readonly database?: { readonly logins: Logins; readonly name: string };
  readonly env?: Readonly<Record<string, string>>;
}

/** Styles are built once for all tests, and again only when their sources change. */
export const testCache = join(import.meta.dirname, '../../node_modules/.cache/sportello');

/** The program in a process of its own, as in production: no demonstration, no timers unless asked for. */
export function startServerProcess({ port, dataDir, secret, database, env }: ProcessOptions): ChildProcess {
  return spawn(process.execPath, ['src/app/main.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      CACHE_DIR: testCache,
      // The same program is started again and again: it is compiled once.
      NODE_COMPILE_CACHE: join(testCache, 'compiled'),
      ...(database === undefined
        ? {}
        : {
            DATABASE_URL: databaseUrl(database.logins.owner, database.name),
            DATABASE_APP_URL: databaseUrl(database.logins.app, database.name),
          }),
      SPORTELLO_SECRET: secret,
      SPORTELLO_DEMO: 'off',
      SPORTELLO_JOBS: 'off',
      SMTP_URL: 'smtp://127.0.0.1:9',
      LOG_LEVEL: 'silent',
      ...env,
    },
    // Silent unless it falls over: then the reason is worth reading.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

export function databaseUrl({ user, password, host }: Connection, name: string): string {
  return `postgres://${user}:${password}@/${name}?host=${encodeURIComponent(host)}`;
}

/**
 * Ports nobody listens on, below those that systems give to outgoing connections: a port among these may be somebody's
 * end of a connection at the moment when the server wants it.
 */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const server = createServer().listen(port, '127.0.0.1');
    const free = await Promise.race([
      once(server, 'listening').then(() => true),
      once(server, 'error').then(() => false),
    ]);
    server.close();
    if (free) found.add(port);
  }
  return [...found];
}

/** Waits until a server process answers. */
export async function untilReady(port: number): Promise<void> {
  for (let attempt = 0; attempt < 900; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error(`No server on ${port}`);
}
