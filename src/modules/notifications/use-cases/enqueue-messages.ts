import type { Tx } from '#platform/database/database.ts';
import type { Message } from '../domain/message.ts';
import { insertMessages } from '../store/messages.ts';

/** Puts messages on their way in the transaction of the change that they tell of: both happen or neither. */
export async function enqueueMessages(
  tx: Tx,
  at: Temporal.Instant,
  messages: readonly Message[],
): Promise<void> {
  if (messages.some(({ channel, attachments = [] }) => channel === 'sms' && attachments.length > 0))
    throw new Error('A text message takes no files');
  if (messages.length > 0) await insertMessages(tx, at, messages);
}
