import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { ChangeKind } from '../domain/change.ts';
import type { PersonId } from '../domain/record.ts';

/** A change of a record as it is passed on to whoever waits for it. */
export interface FollowedChange {
  /** Grows from change to change, with gaps. */
  readonly number: number;
  readonly municipality: string;
  readonly changeId: string;
  readonly personId: PersonId;
  readonly kind: ChangeKind;
  /** Which data, in codes. */
  readonly data: readonly string[];
  /** Since when it is true. */
  readonly from: CivilDate;
  readonly at: Temporal.Instant;
  /** The accounts that are matched with the record. */
  readonly accountIds: readonly string[];
}

/** The changes after a number, in their order. */
export async function listChangesAfter(tx: Tx, number: number, most: number): Promise<FollowedChange[]> {
  return tx.sql<FollowedChange>(
    `select c.number, c.municipality, c.id as "changeId", c.person_id as "personId", c.kind, c.data,
       c.effective_from as "from", c.at,
       array(select account_id from registry.account_person a where a.person_id = c.person_id order by 1) as "accountIds"
     from registry.change c
     where c.number > $1 order by c.number limit $2`,
    [number, most],
    'registry-changes-after',
  );
}
