import type { CivilDate } from '#kernel/civil-date.ts';
import type { PartialDate } from '#kernel/partial-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { ConsularState } from '../domain/consular-entry.ts';

type LiveState = Exclude<ConsularState, 'ended'>;

export interface LiveEntry {
  readonly officeId: string;
  readonly since: Temporal.Instant;
  readonly state: LiveState;
  readonly municipality: string | null;
  readonly aireSince: CivilDate | null;
}

/** The live entry of an account, or of the record it is matched with. */
export async function findLiveEntry(tx: Tx, accountId: string): Promise<LiveEntry | undefined> {
  const [row] = await tx.sql<LiveEntry>(
    `select office_id as "officeId", entered_at as since, state, municipality, aire_since as "aireSince"
     from registry.consular_entry
     where state <> 'ended' and (account_id = $1
       or person_id = (select person_id from registry.account_person where account_id = $1))
     order by account_id nulls last limit 1`,
    [accountId],
    'registry-live-entry',
  );
  return row;
}

/** Where the record of an account stands in AIRE, if it does. */
export async function findAireOfRecord(
  tx: Tx,
  accountId: string,
): Promise<{ readonly municipality: string; readonly since: PartialDate } | undefined> {
  const [row] = await tx.sql<{ municipality: string; since: PartialDate }>(
    `select v.municipality, v.content -> 'enrolment' ->> 'since' as since
     from registry.account_person a
     join registry.person_version v on v.person_id = a.person_id and v.known_until is null and v.valid_until is null
     where a.account_id = $1 and v.register = 'aire' and v.standing = 'enrolled'`,
    [accountId],
    'registry-aire-of-record',
  );
  return row;
}

/** Who of these accounts is in the register of an office, and with which state: one look at an index for them all. */
export async function listLiveStates(
  tx: Tx,
  officeId: string,
  accountIds: readonly string[],
): Promise<{ readonly accountId: string; readonly state: LiveState }[]> {
  return tx.sql(
    `select account_id as "accountId", state from registry.consular_entry
     where account_id = any($2::uuid[]) and state <> 'ended' and office_id = $1`,
    [officeId, accountIds],
    'registry-live-states',
  );
}
