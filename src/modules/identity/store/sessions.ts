import { query, type Tx } from '#platform/database/database.ts';
import type { Means, Place } from '../domain/browser.ts';
import type { RoleAtOffice } from '../domain/official.ts';
import { seenEvery, sessionLimits } from '../domain/session.ts';

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly accountId: string | null;
  readonly officialId: string | null;
  readonly place: Place;
  readonly means: Means;
  /** How surely the person is known; the first level where nothing is said. */
  readonly level?: 1 | 2 | 3;
  /** Given where something else is kept with the session. */
  readonly id?: string;
}

export async function insertSessions(
  tx: Tx,
  sessions: readonly NewSession[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `insert into identity.session (token_hash, id, account_id, official_id, created_at, last_seen_at, ends_at, browser, system, means, level)
     select token_hash, coalesce(id, gen_random_uuid()), account_id, official_id, $4::timestamptz, $4::timestamptz,
       case when official_id is null then $5::timestamptz else $6::timestamptz end, browser, system, means, level
     from unnest($1::bytea[], $2::uuid[], $3::uuid[], $7::text[], $8::text[], $9::text[], $10::smallint[], $11::uuid[])
       as s (token_hash, account_id, official_id, browser, system, means, level, id)`,
    [
      sessions.map((each) => each.tokenHash),
      sessions.map((each) => each.accountId),
      sessions.map((each) => each.officialId),
      at,
      at.add(sessionLimits.citizen.whole),
      at.add(sessionLimits.official.whole),
      sessions.map((each) => each.place.browser),
      sessions.map((each) => each.place.system),
      sessions.map((each) => each.means),
      sessions.map((each) => each.level ?? 1),
      sessions.map((each) => each.id ?? null),
    ],
  );
}

export interface SessionRow {
  readonly hash: string;
  readonly id: string;
  readonly account_id: string | null;
  readonly account_state: string | null;
  readonly office_id: string | null;
  readonly official_id: string | null;
  readonly given_name: string;
  readonly family_name: string;
  readonly ministry: boolean | null;
  readonly roles: RoleAtOffice[] | null;
  readonly last_seen_at: Temporal.Instant;
  readonly means: Means;
  readonly level: 1 | 2 | 3;
}

/** The live sessions among these tokens, with the people they belong to; the time is noted once a minute. */
export async function readSessions(
  tx: Tx,
  hashes: readonly Buffer[],
  at: Temporal.Instant,
): Promise<SessionRow[]> {
  const rows = await tx.sql<SessionRow>(
    `select encode(s.token_hash, 'hex') as hash, s.id, s.account_id, a.state as account_state, a.office_id, s.official_id,
       coalesce(a.given_name, o.given_name) as given_name, coalesce(a.family_name, o.family_name) as family_name, o.ministry,
       case when s.official_id is not null then
         (select coalesce(json_agg(json_build_object('officeId', r.office_id, 'role', r.role) order by r.office_id), '[]')
          from identity.official_role r where r.official_id = s.official_id) end as roles,
       s.last_seen_at, s.means, s.level
     from identity.session s
     left join identity.account a on a.id = s.account_id and a.state in ('pending', 'active')
     left join identity.official o on o.id = s.official_id and o.state = 'active'
     where s.token_hash = any($1) and s.ends_at > $2
       and s.last_seen_at > case when s.official_id is null then $3::timestamptz else $4::timestamptz end
       and (a.id is not null or o.id is not null)`,
    [hashes, at, at.subtract(sessionLimits.citizen.idle), at.subtract(sessionLimits.official.idle)],
    'identity-read-sessions',
  );
  const noted = at.subtract(seenEvery);
  const unseen = rows.filter((row) => Temporal.Instant.compare(row.last_seen_at, noted) <= 0);
  if (unseen.length > 0) {
    await tx.sql(
      'update identity.session set last_seen_at = $2 where id = any($1::uuid[]) and last_seen_at < $2',
      [unseen.map((row) => row.id).sort(), at],
      'identity-note-sessions',
    );
  }
  return rows;
}

export async function endSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.change(query.deleteFrom('identity.session').where('token_hash', '=', tokenHash));
}

/** Ends every session of a person, but one where it is named. */
export async function endSessions(
  tx: Tx,
  person: { accountId: string } | { officialId: string },
  exceptId: string | null = null,
): Promise<void> {
  const [column, id] =
    'accountId' in person ? ['account_id', person.accountId] : ['official_id', person.officialId];
  await tx.sql(`delete from identity.session where ${column} = $1 and id is distinct from $2::uuid`, [
    id,
    exceptId,
  ]);
}

/** A session as the person sees it. */
export interface OwnSession extends Place {
  readonly id: string;
  readonly means: Means;
  readonly createdAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
}

/** The live sessions of a citizen, the last used first. */
export async function listSessions(tx: Tx, accountId: string, at: Temporal.Instant): Promise<OwnSession[]> {
  return tx.sql<OwnSession>(
    `select id, browser, system, means, created_at as "createdAt", last_seen_at as "lastSeenAt"
     from identity.session where account_id = $1 and ends_at > $2 and last_seen_at > $3 order by last_seen_at desc, id`,
    [accountId, at, at.subtract(sessionLimits.citizen.idle)],
  );
}

/** Ends one session of a citizen; false when there is none with this id. */
export async function endOwnSession(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const ended = await tx.sql('delete from identity.session where account_id = $1 and id = $2 returning id', [
    accountId,
    id,
  ]);
  return ended.length > 0;
}
