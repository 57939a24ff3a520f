import type { Deps } from '#platform/deps.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import type { SmsGateway } from '#platform/mail/sms-gateway.ts';
import { nextTry } from '../domain/message.ts';
import { letterOf } from '../letters/letter.ts';
import {
  eraseLastWords,
  markSent,
  markTried,
  saveAddresses,
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

/** What is asked of other modules when messages leave. */
export interface Outside {
  /** Where the files come from that go with messages. */
  readonly attachments?: AttachmentSources;
  /** The certified address where whoever an account belongs to has their digital domicile now, if they have one. */
  readonly domicileOf?: (accountId: string) => Promise<string | undefined>;
}

const batch = 20;

/** Sends the messages that are due; one that cannot be sent waits longer each time. Answers how many were tried. */
export async function dispatchMessages(
  { db, now }: Deps,
  channels: Channels,
  outside: Outside = {},
): Promise<number> {
  const dispatcher = { kind: 'system', task: 'dispatch-messages' } as const;
  const messages = await db.transaction(dispatcher, (tx) => takeDueMessages(tx, now(), batch));
  if (messages.length === 0) return 0;
  const tried = await Promise.all(messages.map((message) => attempt(message, channels, outside)));
  const left = tried.filter(({ sent }) => sent).map(({ message }) => message);
  await db.transaction(dispatcher, async (tx) => {
    await saveAddresses(
      tx,
      tried.map(({ message }) => message).filter((message) => !messages.includes(message)),
    );
    await markSent(
      tx,
      left.map((message) => message.id),
      now(),
    );
    for (const { message, sent } of tried) {
      if (!sent) await markTried(tx, message.id, nextTry(message.attempts + 1, now()));
    }
    await eraseLastWords(
      tx,
      messages.map((message) => message.id),
    );
  });
  return messages.length;
}

/** One try: where it goes, and whether it left. */
async function attempt(
  message: WaitingMessage,
  channels: Channels,
  { attachments = {}, domicileOf }: Outside,
): Promise<{ readonly message: WaitingMessage; readonly sent: boolean }> {
  let addressed = message;
  try {
    addressed = await atDomicile(message, domicileOf);
    await send(addressed, channels, attachments);
    return { message: addressed, sent: true };
  } catch {
    return { message: addressed, sent: false };
  }
}

/** The same message, to the digital domicile where it belongs there and there is one. */
async function atDomicile(
  message: WaitingMessage,
  domicileOf: Outside['domicileOf'],
): Promise<WaitingMessage> {
  const { channel, accountId, content } = message;
  if (channel !== 'mail' || content.toDomicile !== true || accountId === null) return message;
  const recipient = await domicileOf?.(accountId);
  return recipient === undefined ? message : { ...message, channel: 'pec', recipient };
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
