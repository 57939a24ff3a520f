import { query, type Tx } from '#platform/database/database.ts';
import type { AccountState, ContactKind } from '../domain/account.ts';

export interface KeptContact {
  readonly accountId: string;
  readonly kind: ContactKind;
  readonly value: string;
  readonly key: string;
  readonly verified: boolean;
}

export async function insertContacts(
  tx: Tx,
  contacts: readonly KeptContact[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `insert into identity.contact (account_id, kind, value, key, verified_at)
     select account_id, kind, value, key, case when verified then $6::timestamptz end
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[]) as c (account_id, kind, value, key, verified)`,
    [
      contacts.map((each) => each.accountId),
      contacts.map((each) => each.kind),
      contacts.map((each) => each.value),
      contacts.map((each) => each.key),
      contacts.map((each) => each.verified),
      at,
    ],
  );
}

export async function listContacts(tx: Tx, accountId: string): Promise<KeptContact[]> {
  const rows = await tx.all(
    query.selectFrom('identity.contact').selectAll().where('account_id', '=', accountId).orderBy('kind'),
  );
  return rows.map((row) => ({
    accountId: row.account_id,
    kind: row.kind as ContactKind,
    value: row.value,
    key: row.key,
    verified: row.verified_at !== null,
  }));
}

/** Nobody else verifies or bars this contact until the transaction ends. */
export async function lockContact(tx: Tx, ...keys: readonly string[]): Promise<void> {
  for (const key of [...new Set(keys)].sort()) {
    await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 3))', [key]);
  }
}

/** The account to which a verified contact belongs. */
export async function findContactOwner(tx: Tx, key: string): Promise<string | undefined> {
  const row = await tx.first(
    query
      .selectFrom('identity.contact')
      .select('account_id')
      .where('key', '=', key)
      .where('verified_at', 'is not', null),
  );
  return row?.account_id;
}

/** Writes a contact as proven: its value may be another than before. */
export async function saveProvenContact(
  tx: Tx,
  contact: Omit<KeptContact, 'verified'>,
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `insert into identity.contact (account_id, kind, value, key, verified_at) values ($1, $2, $3, $4, $5)
     on conflict (account_id, kind) do update set value = excluded.value, key = excluded.key, verified_at = excluded.verified_at`,
    [contact.accountId, contact.kind, contact.value, contact.key, at],
  );
}

/** New contacts in the place of the old, to be proven. */
export async function replaceContacts(
  tx: Tx,
  accountId: string,
  contacts: readonly KeptContact[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.change(query.deleteFrom('identity.contact').where('account_id', '=', accountId));
  await tx.change(query.deleteFrom('identity.one_time_code').where('account_id', '=', accountId));
  await insertContacts(tx, contacts, at);
}

export interface Candidate {
  readonly accountId: string;
  readonly state: AccountState;
  readonly passwordHash: string;
  readonly owner: boolean;
  readonly browsersForgotten: number;
}

/**
 * The accounts that one may mean when signing in with a contact: its owner first, then those that named it without
 * having proven it, of which only few are tried.
 */
export async function listCandidates(tx: Tx, key: string): Promise<Candidate[]> {
  return tx.sql<Candidate>(
    `(select a.id as "accountId", a.state, c.password_hash as "passwordHash", true as owner,
        a.browsers_forgotten as "browsersForgotten"
      from identity.contact k join identity.account a on a.id = k.account_id join identity.credential c on c.account_id = a.id
      where k.key = $1 and k.verified_at is not null and a.state = 'active')
     union all
     (select a.id, a.state, c.password_hash, false, a.browsers_forgotten
      from identity.contact k join identity.account a on a.id = k.account_id join identity.credential c on c.account_id = a.id
      where k.key = $1 and k.verified_at is null and a.state in ('active', 'pending')
      order by a.state, a.registered_at desc limit 3)`,
    [key],
    'identity-candidates',
  );
}
