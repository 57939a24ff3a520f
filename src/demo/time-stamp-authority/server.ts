import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { SealKey } from '#platform/seal/seal-key.ts';
import { type Answering, answerTimeStamp } from './answer.ts';

/** What the authority of the demonstration does wrong, one after the other, before it answers as it should. */
export type Failure = 'down' | 'late' | 'garbage' | Exclude<Answering['fault'], undefined>;

export interface TimeStampServer {
  readonly url: string;
  /** How often it was asked. */
  readonly asked: number;
  /** The next questions meet these failures. */
  fail(...failures: Failure[]): void;
  stop(): Promise<void>;
}

/** A time-stamp authority that speaks RFC 3161 over HTTP, with every way to fail that a client must bear. */
export async function startTimeStampAuthority(
  key: SealKey,
  {
    now = () => Temporal.Now.instant(),
    lateMs = 6000,
  }: { now?: () => Temporal.Instant; lateMs?: number } = {},
): Promise<TimeStampServer> {
  const failures: Failure[] = [];
  let asked = 0;
  const server = createServer(async (request, response) => {
    asked += 1;
    const failure = failures.shift();
    const question = await buffer(request);
    if (failure === 'down') return void response.writeHead(503).end();
    if (failure === 'late') await wait(lateMs, undefined, { ref: false });
    const fault = failure === 'late' || failure === 'garbage' ? undefined : failure;
    const answer =
      failure === 'garbage' ? Buffer.from('ok') : await answerTimeStamp({ question, key, at: now(), fault });
    return void response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    get asked() {
      return asked;
    },
    fail: (...next) => void failures.push(...next),
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
