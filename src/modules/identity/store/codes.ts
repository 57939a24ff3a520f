import type { Tx } from '#platform/database/database.ts';
import type { ContactKind } from '../domain/account.ts';
import { type CodePurpose, codeFor, codePause, codeTries } from '../domain/one-time-code.ts';

export interface SentCode {
  readonly contactKind: ContactKind;
  readonly contactValue: string;
  readonly contactKey: string;
  readonly codeHash: string;
}

/** Puts a new code in the place of the old; nothing happens before the pause is over. */
export async function replaceCode(
  tx: Tx,
  accountId: string,
  purpose: CodePurpose,
  code: SentCode,
  at: Temporal.Instant,
): Promise<boolean> {
  const written = await tx.sql(
    `insert into identity.one_time_code as old
       (account_id, purpose, contact_kind, contact_value, contact_key, code_hash, sent_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (account_id, purpose) do update set contact_kind = excluded.contact_kind, contact_value = excluded.contact_value,
       contact_key = excluded.contact_key, code_hash = excluded.code_hash, sent_at = excluded.sent_at,
       expires_at = excluded.expires_at, tries = 0, used_at = null
     where old.sent_at <= $9
     returning account_id`,
    [
      accountId,
      purpose,
      code.contactKind,
      code.contactValue,
      code.contactKey,
      code.codeHash,
      at,
      at.add(codeFor),
      at.subtract(codePause),
    ],
  );
  return written.length > 0;
}

/** Counts a try before it is looked at; nothing when the code is used, too old, or its tries are spent. */
export async function takeCodeTry(
  tx: Tx,
  accountId: string,
  purpose: CodePurpose,
  at: Temporal.Instant,
): Promise<SentCode | undefined> {
  const [code] = await tx.sql<SentCode>(
    `update identity.one_time_code set tries = tries + 1
     where account_id = $1 and purpose = $2 and used_at is null and expires_at > $3 and tries < $4
     returning contact_kind as "contactKind", contact_value as "contactValue", contact_key as "contactKey", code_hash as "codeHash"`,
    [accountId, purpose, at, codeTries],
  );
  return code;
}

export async function useCode(
  tx: Tx,
  accountId: string,
  purpose: CodePurpose,
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql('update identity.one_time_code set used_at = $3 where account_id = $1 and purpose = $2', [
    accountId,
    purpose,
    at,
  ]);
}

export interface CodeOnItsWay {
  readonly contactKind: ContactKind;
  readonly contactValue: string;
  readonly sentAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

export async function findCode(
  tx: Tx,
  accountId: string,
  purpose: CodePurpose,
): Promise<CodeOnItsWay | undefined> {
  const [code] = await tx.sql<CodeOnItsWay>(
    `select contact_kind as "contactKind", contact_value as "contactValue", sent_at as "sentAt", expires_at as "expiresAt"
     from identity.one_time_code where account_id = $1 and purpose = $2 and used_at is null`,
    [accountId, purpose],
  );
  return code;
}

/** Counts one sending to a contact; false when the day's number is reached. */
export async function countSend(tx: Tx, key: string, atMost: number, at: Temporal.Instant): Promise<boolean> {
  const dayAgo = at.subtract({ hours: 24 });
  const counted = await tx.sql(
    `insert into identity.send_count as old (key, sends, began_at) values ($1, 1, $2)
     on conflict (key) do update set sends = case when old.began_at <= $3 then 1 else old.sends + 1 end,
       began_at = case when old.began_at <= $3 then excluded.began_at else old.began_at end
     where old.began_at <= $3 or old.sends < $4
     returning key`,
    [key, at, dayAgo, atMost],
  );
  return counted.length > 0;
}
