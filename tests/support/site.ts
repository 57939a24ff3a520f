import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import pg from 'pg';
import pino from 'pino';
import { inject } from 'vitest';
import { readConfig } from '#app/config.ts';
import { type Running, run } from '#app/run.ts';
import { testCache } from './server-process.ts';
import { makeStore, type TestStore } from './store.ts';

export interface TestSite extends Running {
  readonly dataDir: string;
  /** The owner's look into the site's database. */
  readonly owner: TestStore['owner'];
  /** The newest letter or text to somebody, waited for. */
  letterTo(recipient: string, subject?: RegExp): Promise<ParsedMail>;
  end(): Promise<void>;
}

/** The whole program with its demonstration, on a database of its own and a real mail server. */
export async function startSite({
  passkeys = false,
  now = () => Temporal.Now.instant(),
}: {
  passkeys?: boolean;
  now?: () => Temporal.Instant;
} = {}): Promise<TestSite> {
  const ready = await demonstration();
  const name = `site_${crypto.randomUUID().slice(0, 8)}`;
  const store = await makeStore(name, demonstrationName);
  // Passkeys belong to an address: there the site must be reached under the one that it calls itself.
  const port = passkeys ? await freePort() : 0;
  const dataDir = mkdtempSync(join(tmpdir(), 'sportello-site-'));
  cpSync(ready, dataDir, { recursive: true });
  const publicUrl = passkeys ? `http://localhost:${port}` : 'http://site.example';
  const config = configOf({ name, dataDir, port, publicUrl });
  const running = await run(config, {
    now,
    logger: pino({ level: 'silent' }),
    signInCost: { answerAfterMs: 20, triesPerAddress: 1000 },
  });
  return {
    ...running,
    dataDir,
    owner: store.owner,
    async letterTo(recipient, subject = /./) {
      const folder = join(dataDir, 'outbox');
      for (let attempt = 0; attempt < 60; attempt += 1) {
        for (const file of readdirSync(folder).sort().reverse()) {
          const mail = await simpleParser(readFileSync(join(folder, file)));
          const to = [mail.to ?? []]
            .flat()
            .map((each) => each.text)
            .join(' ');
          if (to.includes(recipient) && subject.test(mail.subject ?? '')) return mail;
        }
        await wait(250);
      }
      throw new Error(`No letter to ${recipient}`);
    },
    async end() {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const demonstrationName = 'demonstration';

/**
 * The demonstration as it stands after a first start, its letters sent: made once in a run, copied for each site.
 * Answers the folder of its files.
 */
async function demonstration(): Promise<string> {
  const folder = join(inject('folder'), demonstrationName);
  const turn = new pg.Client(inject('superuser'));
  await turn.connect();
  try {
    await turn.query('select pg_advisory_lock(2)');
    if (existsSync(folder)) return folder;
    const dataDir = `${folder}.making`;
    mkdirSync(dataDir);
    const { owner, db } = await makeStore(demonstrationName);
    const running = await run(
      configOf({ name: demonstrationName, dataDir, port: 0, publicUrl: 'http://site.example' }),
      { logger: pino({ level: 'silent' }) },
    );
    const waiting = () =>
      owner.query(
        `select 1 from notifications.message where state = 'waiting' and next_try_at <= now() limit 1`,
      );
    for (let attempt = 0; (await waiting()).rows.length > 0; attempt += 1) {
      if (attempt > 300) throw new Error('The letters of the demonstration do not leave');
      await wait(100);
    }
    await running.stop();
    await owner.end();
    await db.close();
    renameSync(dataDir, folder);
    return folder;
  } finally {
    await turn.end();
  }
}

interface SiteOptions {
  readonly name: string;
  readonly dataDir: string;
  readonly port: number;
  readonly publicUrl: string;
}

function configOf({ name, dataDir, port, publicUrl }: SiteOptions) {
  const { owner, app } = inject('logins');
  const url = ({ user, password, host }: typeof owner) =>
    `postgres://${user}:${password}@/${name}?host=${encodeURIComponent(host)}`;
  return readConfig({
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    CACHE_DIR: testCache,
    DATABASE_URL: url(owner),
    DATABASE_APP_URL: url(app),
    REQUESTS_PER_MINUTE: '100000',
    PUBLIC_URL: publicUrl,
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}
