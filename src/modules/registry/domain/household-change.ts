import type { PersonId, Relation } from './record.ts';

/** Somebody of a household (famiglia anagrafica) with the place that they have in it. */
export interface Member {
  readonly id: PersonId;
  readonly relation: Relation;
  readonly place: number;
  readonly bornOn: string;
}

export type HouseholdRefusal =
  | { readonly code: 'no_household' }
  /** somebody who was named is not of this household */
  | { readonly code: 'not_of_household' }
  | { readonly code: 'nobody_moves' }
  /** a household has one holder (intestatario), and a new one begins with its holder */
  | { readonly code: 'one_holder' }
  /** nobody enrolled has this code, or has no household, or is of the household that is left */
  | { readonly code: 'no_household_to_join' };

const spouse: Partial<Record<Relation, Relation>> = {
  child: 'child',
  stepchild: 'child',
  parent: 'parent_in_law',
  parent_in_law: 'parent',
  grandchild: 'grandchild',
  child_in_law: 'child_in_law',
};
const child: Partial<Record<Relation, Relation>> = {
  spouse: 'parent',
  civil_partner: 'parent',
  child: 'sibling',
  stepchild: 'sibling',
  parent: 'grandparent',
};

/** What somebody is to the new holder, from what both were to the one before; where that does not tell, a relative. */
const relationsBy: Partial<Record<Relation, Partial<Record<Relation, Relation>>>> = {
  spouse,
  civil_partner: spouse,
  child,
  stepchild: child,
  parent: { parent: 'spouse', sibling: 'child', spouse: 'child_in_law', child: 'grandchild' },
  sibling: { sibling: 'sibling', parent: 'parent', grandparent: 'grandparent' },
  parent_in_law: { parent_in_law: 'spouse', spouse: 'child', civil_partner: 'child', child: 'grandchild' },
};

/** What the holder before is to the new one, from what the new one was to them. */
const inverse: Partial<Record<Relation, Relation>> = {
  spouse: 'spouse',
  civil_partner: 'civil_partner',
  child: 'parent',
  parent: 'child',
  sibling: 'sibling',
  grandchild: 'grandparent',
  grandparent: 'grandchild',
  child_in_law: 'parent_in_law',
  parent_in_law: 'child_in_law',
};

export function relationTo(holder: Relation, member: Relation): Relation {
  const known = member === 'holder' ? inverse[holder] : relationsBy[holder]?.[member];
  if (known !== undefined) return known;
  return holder === 'cohabitant' || member === 'cohabitant' ? 'cohabitant' : 'other_relative';
}

/** Whom the office enters as holder where nobody is named: the eldest (DPR 223/1989 art. 21). */
export function eldest(members: readonly Member[]): Member | undefined {
  return members.toSorted((one, other) => (one.bornOn < other.bornOn ? -1 : 1))[0];
}

/** The household under a new holder, who has the first place; those who change, in an order in which places never clash. */
export function under(
  members: readonly Member[],
  holderId: PersonId,
  relations: Readonly<Record<PersonId, Relation>> = {},
): Member[] {
  const holder = members.find(({ id }) => id === holderId);
  if (holder === undefined) return [];
  const last = members.reduce((most, { place }) => Math.max(most, place), 0);
  return members
    .map((member): Member => {
      if (member.id === holderId) return { ...member, relation: 'holder', place: 1 };
      const said = relations[member.id];
      const relation =
        said ??
        (holder.relation === 'holder' ? member.relation : relationTo(holder.relation, member.relation));
      return { ...member, relation, place: member.place === 1 ? last + 1 : member.place };
    })
    .filter((member) => {
      const before = members.find(({ id }) => id === member.id);
      return before?.relation !== member.relation || before.place !== member.place;
    })
    .toSorted((one, other) => other.place - one.place);
}
