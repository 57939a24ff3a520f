import type { Locale } from '#kernel/locale.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Channel, Message, MessageContent } from '../domain/message.ts';

export interface WaitingMessage {
  readonly id: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly accountId: string | null;
  readonly locale: Locale;
  readonly subject: string;
  readonly content: MessageContent;
  readonly attempts: number;
}

export async function insertMessages(
  tx: Tx,
  at: Temporal.Instant,
  messages: readonly Message[],
): Promise<void> {
  await tx.sql(
    `insert into notifications.message (id, channel, recipient, locale, account_id, office_id, subject, content, erase_once_sent, created_at, next_try_at)
     select *, $10::timestamptz, $10::timestamptz
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::jsonb[], $9::boolean[])`,
    [
      messages.map(() => crypto.randomUUID()),
      messages.map((message) => message.channel),
      messages.map((message) => message.to),
      messages.map((message) => message.locale),
      messages.map((message) => message.accountId ?? null),
      messages.map((message) => message.officeId ?? null),
      messages.map((message) => message.subject),
      messages.map(({ paragraphs, action, calendar, attachments, toDomicile }) =>
        JSON.stringify({ paragraphs, action, calendar, attachments, toDomicile }),
      ),
      messages.map((message) => message.eraseOnceSent ?? false),
      at,
    ],
    'enqueue-messages',
  );
}

/**
 * Takes some messages that are due, for two minutes: a dispatcher that dies in between leaves them to the next one,
 * and two dispatchers never take the same message.
 */
export async function takeDueMessages(
  tx: Tx,
  at: Temporal.Instant,
  count: number,
): Promise<WaitingMessage[]> {
  return tx.sql<WaitingMessage>(
    `update notifications.message set next_try_at = $3
     where id in (select id from notifications.message where state = 'waiting' and next_try_at <= $1
                  order by next_try_at limit $2 for update skip locked)
     returning id, channel, recipient, account_id as "accountId", locale, subject, content, attempts`,
    [at, count, at.add({ minutes: 2 })],
    'take-messages',
  );
}

/** Writes down where messages go, for those that go elsewhere than was foreseen. */
export async function saveAddresses(
  tx: Tx,
  messages: readonly Pick<WaitingMessage, 'id' | 'channel' | 'recipient'>[],
): Promise<void> {
  if (messages.length === 0) return;
  await tx.sql(
    `update notifications.message m set channel = new.channel, recipient = new.recipient
     from unnest($1::uuid[], $2::text[], $3::text[]) as new (id, channel, recipient) where m.id = new.id`,
    [
      messages.map((each) => each.id),
      messages.map((each) => each.channel),
      messages.map((each) => each.recipient),
    ],
  );
}

export async function markSent(tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  await tx.sql(
    `update notifications.message set state = 'sent', sent_at = $2, attempts = attempts + 1 where id = any($1::uuid[])`,
    [ids, at],
  );
}

/** Erases the messages of people who have gone, once they have left or failed for good. */
export async function eraseLastWords(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.sql(
    `delete from notifications.message where id = any($1::uuid[]) and erase_once_sent and state <> 'waiting'`,
    [ids],
  );
}

/** Erases what was written to an account or to contacts; what has not left yet leaves first. Answers how many wait. */
export async function eraseMessagesOf(
  tx: Tx,
  { accountId, to }: { accountId: string | null; to: readonly string[] },
): Promise<number> {
  await tx.sql(
    `delete from notifications.message where state <> 'waiting' and (account_id = $1 or recipient = any($2::text[]))`,
    [accountId, to],
  );
  const waiting = await tx.sql(
    `update notifications.message set erase_once_sent = true
     where state = 'waiting' and (account_id = $1 or recipient = any($2::text[])) returning id`,
    [accountId, to],
  );
  return waiting.length;
}

export async function markTried(tx: Tx, id: string, next: Temporal.Instant | undefined): Promise<void> {
  await tx.sql(
    `update notifications.message set attempts = attempts + 1, next_try_at = coalesce($2::timestamptz, next_try_at),
       state = case when $2::timestamptz is null then 'failed' else 'waiting' end where id = $1`,
    [id, next ?? null],
  );
}

export async function eraseOldContent(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.sql(
    `update notifications.message set content = null where content is not null and state <> 'waiting' and created_at < $1`,
    [before],
  );
}
