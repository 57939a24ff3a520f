import type { Deps } from '#platform/deps.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import type { SmsGateway } from '#platform/mail/sms-gateway.ts';
import { nextTry } from '../domain/message.ts';
import { letterOf } from '../letters/letter.ts';
import {
  eraseLastWords,
  markSent,
  markTried,
  takeDueMessages,
  type WaitingMessage,
} from '../store/messages.ts';
import { notificationWords } from '../web/words/words.ts';
import { type AttachmentSources, withFiles } from './attachments.ts';

export interface Channels {
  readonly mailer: Mailer;
  /** Certified mail, by the server of its provider. */
  readonly pec: Mailer;
  readonly sms: SmsGateway;
}

const batch = 20;

/** Sends the messages that are due; one that cannot be sent waits longer each time. Answers how many were tried. */
export async function dispatchMessages(
  { db, now }: Deps,
  channels: Channels,
  sources: AttachmentSources = {},
): Promise<number> {
  const dispatcher = { kind: 'system', task: 'dispatch-messages' } as const;
  const messages = await db.transaction(dispatcher, (tx) => takeDueMessages(tx, now(), batch));
  if (messages.length === 0) return 0;
  const results = await Promise.allSettled(messages.map((message) => send(message, channels, sources)));
  const left = messages.filter((_, index) => results[index]?.status === 'fulfilled');
  await db.transaction(dispatcher, async (tx) => {
    await markSent(
      tx,
      left.map((message) => message.id),
      now(),
    );
    for (const message of messages) {
      if (!left.includes(message)) await markTried(tx, message.id, nextTry(message.attempts + 1, now()));
    }
    await eraseLastWords(
      tx,
      messages.map((message) => message.id),
    );
  });
  return messages.length;
}

async function send(
  { id, channel, recipient, locale, subject, content }: WaitingMessage,
  channels: Channels,
  sources: AttachmentSources,
): Promise<void> {
  if (channel === 'sms') {
    await channels.sms.send({ id, to: recipient, text: content.paragraphs.join('\n') });
    return;
  }
  const mailer = channel === 'pec' ? channels.pec : channels.mailer;
  const written = await withFiles({ subject, content, locale }, sources);
  await mailer.send(letterOf({ id, to: recipient, ...written }, notificationWords[locale]));
}
