import { createTransport } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';

/** A letter ready to be sent. */
export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A calendar file that mail programs offer to keep (METHOD as in the file). */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
  readonly files?: readonly AttachedFile[];
}

/** A file that goes with a letter. */
export interface AttachedFile {
  readonly name: string;
  /** Media type, `application/pdf`. */
  readonly type: string;
  readonly content: Uint8Array;
}

export interface Mailer {
  /** Hands a letter to the mail server; throws when it does not take it. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

export function connectMailer({ smtpUrl, sender }: { smtpUrl: string; sender: string }): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
  } satisfies SMTPPool.Options);
  const domain = sender.split('@')[1]?.replace('>', '') ?? 'sportello.example';
  return {
    async send({ id, to, subject, text, html, calendar, files = [] }) {
      await transport.sendMail({
        from: sender,
        to,
        subject,
        text,
        html,
        // The same letter sent twice after a fault carries the same id, so that mail programs show it once.
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: files.map(({ name, type, content }) => ({
          filename: name,
          contentType: type,
          content: Buffer.from(content),
        })),
        ...(calendar === undefined
          ? {}
          : { icalEvent: { method: calendar.method, content: calendar.content, filename: 'sportello.ics' } }),
      });
    },
    close: () => transport.close(),
  };
}
