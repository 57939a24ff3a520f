import type { Locale } from '#kernel/locale.ts';
import { query, type Tx } from '#platform/database/database.ts';
import type { RoleAtOffice } from '../domain/official.ts';

export type OfficialState = 'invited' | 'active' | 'dismissed';

export interface OfficialRecord {
  readonly id: string;
  readonly state: OfficialState;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly emailKey: string;
  readonly ministry: boolean;
  readonly locale: Locale;
}

const columns =
  'id, state, given_name as "givenName", family_name as "familyName", email, email_key as "emailKey", ministry, locale';

/** False when an official with this address is already there. */
export async function insertOfficial(
  tx: Tx,
  official: OfficialRecord,
  at: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx.sql(
    `insert into identity.official (id, state, given_name, family_name, email, email_key, ministry, locale, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (email_key) where state <> 'dismissed' do nothing returning id`,
    [
      official.id,
      official.state,
      official.givenName,
      official.familyName,
      official.email,
      official.emailKey,
      official.ministry,
      official.locale,
      at,
    ],
  );
  return rows.length > 0;
}

export async function findOfficial(
  tx: Tx,
  id: string,
  { forChange = false }: { forChange?: boolean } = {},
): Promise<OfficialRecord | undefined> {
  const [row] = await tx.sql<OfficialRecord>(
    `select ${columns} from identity.official where id = $1${forChange ? ' for update' : ''}`,
    [id],
  );
  return row;
}

export async function listRoles(tx: Tx, officialId: string): Promise<RoleAtOffice[]> {
  return tx.sql<RoleAtOffice>(
    'select office_id as "officeId", role from identity.official_role where official_id = $1 order by office_id',
    [officialId],
  );
}

/** The officials whom the asking official may see, dismissed ones last. */
export async function listOfficials(tx: Tx): Promise<(OfficialRecord & { roles: RoleAtOffice[] })[]> {
  return tx.sql<OfficialRecord & { roles: RoleAtOffice[] }>(
    `select ${columns}, (select coalesce(json_agg(json_build_object('officeId', r.office_id, 'role', r.role) order by r.office_id), '[]')
       from identity.official_role r where r.official_id = official.id) as roles
     from identity.official order by (state = 'dismissed'), family_name, given_name, id limit 1000`,
  );
}

export async function saveRole(tx: Tx, officialId: string, { officeId, role }: RoleAtOffice): Promise<void> {
  await tx.sql(
    `insert into identity.official_role (office_id, official_id, role) values ($1, $2, $3)
     on conflict (office_id, official_id) do update set role = excluded.role`,
    [officeId, officialId, role],
  );
}

export async function removeRole(tx: Tx, officialId: string, officeId: string): Promise<boolean> {
  const removed = await tx.change(
    query
      .deleteFrom('identity.official_role')
      .where('official_id', '=', officialId)
      .where('office_id', '=', officeId),
  );
  return removed > 0;
}

export async function removeRoles(tx: Tx, officialId: string): Promise<void> {
  await tx.change(query.deleteFrom('identity.official_role').where('official_id', '=', officialId));
}

export async function saveOfficialState(
  tx: Tx,
  id: string,
  state: OfficialState,
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `update identity.official set state = $2, dismissed_at = case when $2 = 'dismissed' then $3::timestamptz end where id = $1`,
    [id, state, at],
  );
}

export async function saveOfficialCredential(
  tx: Tx,
  officialId: string,
  { passwordHash, totpSecret, totpStep }: { passwordHash: string; totpSecret: string; totpStep: number },
): Promise<void> {
  await tx.sql(
    `insert into identity.official_credential (official_id, password_hash, totp_secret, totp_step) values ($1, $2, $3, $4)
     on conflict (official_id) do update set password_hash = excluded.password_hash, totp_secret = excluded.totp_secret,
       totp_step = excluded.totp_step`,
    [officialId, passwordHash, totpSecret, totpStep],
  );
}

export async function removeOfficialCredential(tx: Tx, officialId: string): Promise<void> {
  await tx.change(query.deleteFrom('identity.official_credential').where('official_id', '=', officialId));
}

export interface OfficialCandidate extends OfficialRecord {
  readonly passwordHash: string;
  readonly totpSecret: string;
  readonly totpStep: number;
}

/** The active official with this address and what signing in is checked against. */
export async function findOfficialByEmail(tx: Tx, emailKey: string): Promise<OfficialCandidate | undefined> {
  const [row] = await tx.sql<OfficialCandidate>(
    `select ${columns}, password_hash as "passwordHash", totp_secret as "totpSecret", totp_step as "totpStep"
     from identity.official join identity.official_credential on official_id = id where email_key = $1 and state = 'active'`,
    [emailKey],
  );
  return row;
}

/** Uses the code of a time step up; of two sign-ins with the same code one gets it. */
export async function useTotpStep(tx: Tx, officialId: string, step: number): Promise<boolean> {
  const used = await tx.sql(
    'update identity.official_credential set totp_step = $2 where official_id = $1 and totp_step < $2 returning official_id',
    [officialId, step],
  );
  return used.length > 0;
}

/** Whether anybody can administer the installation, or has been invited to. */
export async function hasOfficials(tx: Tx): Promise<boolean> {
  const [row] = await tx.sql<{ any: boolean }>(
    `select exists (select 1 from identity.official where state <> 'dismissed') as any`,
  );
  return row?.any === true;
}

/** Officials by their ids, as the reader may see them. */
export async function listOfficialsById(tx: Tx, ids: readonly string[]): Promise<OfficialRecord[]> {
  return tx.sql<OfficialRecord>(
    `select ${columns} from identity.official where id = any($1::uuid[]) order by id`,
    [ids],
    'officials-by-id',
  );
}
