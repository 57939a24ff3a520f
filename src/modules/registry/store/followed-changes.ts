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

/** A change of somebody's record, as far as others act upon it. */
export type ChangeOfPerson = Pick<FollowedChange, 'municipality' | 'changeId' | 'kind' | 'from' | 'at'>;

/** The first change of these kinds since an instant in a record that an account or a tax code leads to. */
export async function findFirstChange(
  tx: Tx,
  wanted: {
    readonly municipality: string;
    readonly accountId: string | null;
    readonly taxCodes: readonly string[];
    readonly kinds: readonly ChangeKind[];
    readonly since: Temporal.Instant;
  },
): Promise<ChangeOfPerson | undefined> {
  const [row] = await tx.sql<ChangeOfPerson>(
    `select c.municipality, c.id as "changeId", c.kind, c.effective_from as "from", c.at from registry.change c
     where c.person_id in (
         select person_id from registry.account_person where account_id = $2
         union select person_id from registry.person_version where tax_code = any($3::text[])
         union select person_id from registry.person_version where base_tax_code = any($3::text[]))
       and c.municipality = $1 and c.kind = any($4::text[]) and c.at >= $5
     order by c.at, c.number limit 1`,
    [wanted.municipality, wanted.accountId, wanted.taxCodes, wanted.kinds, wanted.since],
    'registry-first-change',
  );
  return row;
}
