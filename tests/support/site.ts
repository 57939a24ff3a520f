import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
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
  const name = `site_${crypto.randomUUID().slice(0, 8)}`;
  const store = await makeStore(name);
  // Passkeys belong to an address: there the site must be reached under the one that it calls itself.
  const port = passkeys ? await freePort() : 0;
  const dataDir = mkdtempSync(join(tmpdir(), 'sportello-site-'));
  const { owner, app } = inject('logins');
  const url = ({ user, password, host }: typeof owner) =>
    `postgres://${user}:${password}@/${name}?host=${encodeURIComponent(host)}`;
  const config = readConfig({
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    CACHE_DIR: testCache,
    DATABASE_URL: url(owner),
    DATABASE_APP_URL: url(app),
    REQUESTS_PER_MINUTE: '100000',
    PUBLIC_URL: passkeys ? `http://localhost:${port}` : 'http://site.example',
  });
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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}
