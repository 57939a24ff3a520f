import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server as others run them: letters arrive over SMTP, and while it is away it takes none. */
export interface TestMailServer {
  readonly smtpUrl: string;
  readonly arrived: ParsedMail[];
  /** While it is set, every letter is put off with a temporary failure (4.3.0). */
  away: boolean;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<TestMailServer> {
  const arrived: ParsedMail[] = [];
  const receive = async (stream: Readable, done: (error?: Error) => void) => {
    const mail = await simpleParser(stream);
    if (server.away) return done(Object.assign(new Error('4.3.0 try again later'), { responseCode: 451 }));
    arrived.push(mail);
    return done();
  };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: 12_000_000,
    onData(stream, _session, done) {
      void receive(stream, done);
    },
  });
  smtp.on('error', () => {});
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
  const { port } = smtp.server.address() as AddressInfo;
  const server: TestMailServer = {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    arrived,
    away: false,
    stop: () => new Promise<void>((done) => smtp.close(() => done())),
  };
  return server;
}
