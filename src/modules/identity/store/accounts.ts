import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { query, type Tx } from '#platform/database/database.ts';
import type { Account, AccountState } from '../domain/account.ts';

interface AccountRow {
  readonly id: string;
  readonly state: string;
  readonly office_id: string | null;
  readonly country: string;
  readonly place: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly born_on: string;
  readonly birth_place: string | null;
  readonly tax_code: string | null;
  readonly person_key: string;
  readonly locale: string;
}

function accountFrom(row: AccountRow): Account {
  return {
    id: row.id,
    state: row.state as AccountState,
    officeId: row.office_id,
    country: row.country,
    place: row.place,
    givenName: row.given_name,
    familyName: row.family_name,
    bornOn: row.born_on as CivilDate,
    birthPlace: row.birth_place,
    taxCode: row.tax_code,
    personKey: row.person_key,
    locale: row.locale as Locale,
  };
}

export async function insertAccounts(
  tx: Tx,
  accounts: readonly Account[],
  at: Temporal.Instant,
): Promise<void> {
  const column = <Key extends keyof Account>(key: Key) => accounts.map((account) => account[key]);
  await tx.sql(
    `insert into identity.account (id, state, office_id, country, place, given_name, family_name, born_on, birth_place,
       tax_code, person_key, locale, registered_at, activated_at)
     select id, state, office_id, country, place, given_name, family_name, born_on, birth_place, tax_code, person_key,
       locale, $13::timestamptz, case when state = 'active' then $13::timestamptz end
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[],
       $9::text[], $10::text[], $11::text[], $12::text[])
       as person (id, state, office_id, country, place, given_name, family_name, born_on, birth_place, tax_code, person_key, locale)`,
    [
      column('id'),
      column('state'),
      column('officeId'),
      column('country'),
      column('place'),
      column('givenName'),
      column('familyName'),
      column('bornOn'),
      column('birthPlace'),
      column('taxCode'),
      column('personKey'),
      column('locale'),
      at,
    ],
  );
}

/** The account, kept from changing until the transaction ends when it is asked for a change. */
export async function findAccount(
  tx: Tx,
  id: string,
  { forChange = false }: { forChange?: boolean } = {},
): Promise<Account | undefined> {
  const [row] = await tx.sql<AccountRow>(
    `select id, state, office_id, country, place, given_name, family_name, born_on, birth_place, tax_code, person_key, locale
     from identity.account where id = $1${forChange ? ' for update' : ''}`,
    [id],
  );
  return row && accountFrom(row);
}

export async function saveAccountState(
  tx: Tx,
  id: string,
  state: AccountState,
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `update identity.account set state = $2,
       activated_at = case when $2 = 'active' then coalesce(activated_at, $3) else activated_at end where id = $1`,
    [id, state, at],
  );
}

export async function saveResidence(
  tx: Tx,
  id: string,
  { country, place, locale }: { country: string; place: string; locale: Locale },
): Promise<void> {
  await tx.change(query.updateTable('identity.account').set({ country, place, locale }).where('id', '=', id));
}

export async function savePasswordHash(
  tx: Tx,
  accountIds: readonly string[],
  passwordHash: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `insert into identity.credential (account_id, password_hash, changed_at) select unnest($1::uuid[]), $2, $3
     on conflict (account_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at`,
    [accountIds, passwordHash, at],
  );
}

export async function findPasswordHash(tx: Tx, accountId: string): Promise<string | undefined> {
  const row = await tx.first(
    query.selectFrom('identity.credential').select('password_hash').where('account_id', '=', accountId),
  );
  return row?.password_hash;
}

/** Accounts that never entered a code, and the data of blocked registrations that nobody contests any more. */
export async function eraseAbandonedAccounts(
  tx: Tx,
  { pendingBefore, blockedBefore }: { pendingBefore: Temporal.Instant; blockedBefore: Temporal.Instant },
): Promise<number> {
  const erased = await tx.sql<{ id: string }>(
    `delete from identity.account where (state = 'pending' and registered_at < $1)
       or (state = 'blocked' and not exists (
         select 1 from identity.registration_block where account_id = account.id
           and (state = 'contested' or greatest(blocked_at, decided_at) >= $2)))
     returning id`,
    [pendingBefore, blockedBefore],
  );
  return erased.length;
}
