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
  readonly browsers_forgotten: number;
  readonly former_office_id: string | null;
  readonly activated_at: Temporal.Instant | null;
}

/** An account as it is kept, with what it has come to know since its registration. */
export interface KeptAccount extends Account {
  /** How often the person has made strangers of all known browsers. */
  readonly browsersForgotten: number;
  /** The office of an account that the same person closed shortly before. */
  readonly formerOfficeId: string | null;
  readonly activatedAt: Temporal.Instant | null;
}

function accountFrom(row: AccountRow): KeptAccount {
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
    browsersForgotten: row.browsers_forgotten,
    formerOfficeId: row.former_office_id,
    activatedAt: row.activated_at,
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

/** The account unless it is closed, kept from changing until the transaction ends when it is asked for a change. */
export async function findAccount(
  tx: Tx,
  id: string,
  { forChange = false }: { forChange?: boolean } = {},
): Promise<KeptAccount | undefined> {
  const [row] = await tx.sql<AccountRow>(
    `select id, state, office_id, country, place, given_name, family_name, born_on, birth_place, tax_code, person_key, locale,
       browsers_forgotten, former_office_id, activated_at
     from identity.account where id = $1 and state <> 'closed'${forChange ? ' for update' : ''}`,
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

/** Where somebody lives from now on, and the office that follows from it. */
export async function saveOffice(
  tx: Tx,
  id: string,
  { officeId, country, place }: { officeId: string | null; country: string; place: string },
): Promise<void> {
  await tx.sql('update identity.account set office_id = $2, country = $3, place = $4 where id = $1', [
    id,
    officeId,
    country,
    place,
  ]);
}

/** Makes strangers of all the browsers that know an account. */
export async function forgetBrowsers(tx: Tx, id: string): Promise<void> {
  await tx.sql('update identity.account set browsers_forgotten = browsers_forgotten + 1 where id = $1', [id]);
}

/** Those who act for accounts hold them together until the transaction ends: nobody closes or moves them meanwhile. */
export async function holdAccountsTogether(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.sql('select identity.hold_accounts($1::uuid[])', [ids], 'identity-hold-accounts');
}

/** Who closes or moves an account holds it alone. */
export async function holdAccountAlone(tx: Tx, id: string): Promise<void> {
  await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 12))', [id]);
}

/** Leaves of an account its id and its dates. */
export async function emptyAccount(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.sql(
    `update identity.account set state = 'closed', closed_at = $2, country = null, place = null, given_name = null,
       family_name = null, born_on = null, birth_place = null, tax_code = null, person_key = null, former_office_id = null
     where id = $1`,
    [id, at],
  );
  for (const table of [
    'contact',
    'credential',
    'one_time_code',
    'session',
    'api_token',
    'link',
    'passkey',
    'passkey_challenge',
    'office_change',
    'reentry',
    'email_correction',
    'strong_identity',
  ] as const) {
    await tx.sql(`delete from identity.${table} where account_id = $1`, [id]);
  }
  await tx.sql('update identity.registration_block set contest = null where account_id = $1', [id]);
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
