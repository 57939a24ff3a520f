import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { InadSettings } from '#platform/interoperability/inad.ts';
import { demoDomiciles } from './inad/domiciles.ts';
import { startDemoInad } from './inad/server.ts';
import type { Outbox } from './outbox.ts';

/** The outside world of the demonstration on this machine: mail, texts, digital domiciles, all by the real protocol. */
export interface DemoServers {
  readonly smtpUrl: string;
  readonly smsUrl: string;
  readonly inad: InadSettings;
  stop(): Promise<void>;
}

export async function startDemoServers(outbox: Outbox, now: () => Temporal.Instant): Promise<DemoServers> {
  const inad = await startDemoInad(demoDomiciles, now);
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: 15_000_000,
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        outbox.keep(Buffer.concat(parts));
        done();
      });
    },
  });
  smtp.on('error', () => {});
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));

  const seen = new Set<string>();
  const sms = createServer((request, response) => {
    json(request).then(
      (body) => {
        const { to, text } = body as { to: string; text: string };
        const id = String(request.headers['idempotency-key'] ?? '');
        if (!seen.has(id)) outbox.keep(asMail(to, text));
        seen.add(id);
        response.writeHead(202).end();
      },
      () => response.writeHead(400).end(),
    );
  });
  await new Promise<void>((ready) => sms.listen(0, '127.0.0.1', ready));
  const portOf = (address: unknown) => (address as AddressInfo).port;
  return {
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server.address())}`,
    smsUrl: `http://127.0.0.1:${portOf(sms.address())}/`,
    inad: inad.settings,
    async stop() {
      await inad.stop();
      await new Promise<void>((done) => smtp.close(done));
      sms.closeAllConnections();
      await new Promise((done) => sms.close(done));
    },
  };
}

/** A text message in the form of a letter, so that one mailbox shows both. */
function asMail(to: string, text: string): string {
  return [
    `To: ${to.replace(/[^+\d]/g, '')}@sms.example`,
    'From: Sportello <sms@sportello.example>',
    'Subject: SMS',
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(text).toString('base64'),
    '',
  ].join('\r\n');
}
