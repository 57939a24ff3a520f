import type { Tx } from '#platform/database/database.ts';
import type { Person } from '../domain/account.ts';
import { codeFor, codePause, codeTries } from '../domain/one-time-code.ts';

export async function saveCorrectedPerson(
  tx: Tx,
  accountId: string,
  { givenName, familyName, bornOn, birthPlace, taxCode, personKey }: Person & { personKey: string },
): Promise<void> {
  await tx.sql(
    `update identity.account set given_name = $2, family_name = $3, born_on = $4, birth_place = $5, tax_code = $6, person_key = $7
     where id = $1`,
    [accountId, givenName, familyName, bornOn, birthPlace, taxCode, personKey],
  );
}

/** An address that a person wants in place of the own one, and whether its code was entered. */
export interface NewEmail {
  readonly value: string;
  readonly key: string;
  readonly proven: boolean;
}

/** Puts a new code in the place of the old; nothing happens before the pause is over. */
export async function replaceNewEmail(
  tx: Tx,
  accountId: string,
  { value, key, codeHash }: { value: string; key: string; codeHash: string },
  at: Temporal.Instant,
): Promise<boolean> {
  const written = await tx.sql(
    `insert into identity.email_correction as old (account_id, value, key, code_hash, sent_at, expires_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (account_id) do update set value = excluded.value, key = excluded.key, code_hash = excluded.code_hash,
       sent_at = excluded.sent_at, expires_at = excluded.expires_at, tries = 0, proven_at = null
     where old.sent_at <= $7
     returning account_id`,
    [accountId, value, key, codeHash, at, at.add(codeFor), at.subtract(codePause)],
  );
  return written.length > 0;
}

/** Counts a try before it is looked at; nothing when the code is used, too old, or its tries are spent. */
export async function takeNewEmailTry(
  tx: Tx,
  accountId: string,
  at: Temporal.Instant,
): Promise<{ readonly codeHash: string; readonly key: string } | undefined> {
  const [row] = await tx.sql<{ codeHash: string; key: string }>(
    `update identity.email_correction set tries = tries + 1
     where account_id = $1 and proven_at is null and expires_at > $2 and tries < $3
     returning code_hash as "codeHash", key`,
    [accountId, at, codeTries],
  );
  return row;
}

export async function saveNewEmailProven(tx: Tx, accountId: string, at: Temporal.Instant): Promise<void> {
  await tx.sql('update identity.email_correction set proven_at = $2 where account_id = $1', [accountId, at]);
}

export async function findNewEmail(tx: Tx, accountId: string): Promise<NewEmail | undefined> {
  const [row] = await tx.sql<NewEmail>(
    `select value, key, proven_at is not null as proven from identity.email_correction where account_id = $1`,
    [accountId],
  );
  return row;
}

export async function deleteNewEmail(tx: Tx, accountId: string): Promise<void> {
  await tx.sql('delete from identity.email_correction where account_id = $1', [accountId]);
}
