import type { CivilDate } from '#kernel/civil-date.ts';
import { granted } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Basis } from '../domain/change.ts';
import { eldest, type Member, under } from '../domain/household-change.ts';
import type { PersonId, Relation } from '../domain/record.ts';
import { listMembers } from '../store/households.ts';
import { listVersions } from '../store/records.ts';
import { type ByOfficial, takeBack, writeChange } from './change-record.ts';

/** Who has the household after somebody has left it, and what the others are to them. */
export interface Succession {
  /** The eldest, where nobody is named. */
  readonly holder?: PersonId;
  readonly relations?: Readonly<Record<PersonId, Relation>>;
}

export interface Settling extends Basis, Succession {
  readonly household: string;
  readonly from: CivilDate;
}

/** Where the holder has left a household, those who stay get a new one (DPR 223/1989 art. 21). */
export async function settleHousehold(
  tx: Tx,
  by: ByOfficial,
  settling: Settling,
  at: Temporal.Instant,
): Promise<void> {
  const { household, holder: named, relations } = settling;
  const members = await listMembers(tx, household);
  if (members.length === 0 || members.some(({ relation }) => relation === 'holder')) return;
  if (named !== undefined && !members.some(({ id }) => id === named)) takeBack({ code: 'not_of_household' });
  const holder = named ?? eldest(members)?.id ?? '';
  await writeMembers(tx, by, settling, under(members, holder, relations), at);
}

/** Writes for each who changes what they are in the household, since the day or since they are in the registry. */
export async function writeMembers(
  tx: Tx,
  by: ByOfficial,
  { household, from, act, reason }: Omit<Settling, keyof Succession>,
  changed: readonly Member[],
  at: Temporal.Instant,
): Promise<void> {
  for (const { id, relation, place } of changed) {
    const since = (await listVersions(tx, id))[0]?.trueFrom ?? from;
    await writeChange(
      tx,
      by,
      { personId: id, version: undefined, act, reason },
      {
        kind: 'household',
        data: [relation],
        from: since > from ? since : from,
        apply: (content) => granted({ ...content, membership: { householdId: household, relation, place } }),
      },
      at,
    );
  }
}
