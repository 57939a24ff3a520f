import type { CivilDate } from '#kernel/civil-date.ts';
import { fold } from '#kernel/fold.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { isBefore } from './correction.ts';
import type { PersonContent } from './person-content.ts';
import type { RegistryRecord } from './record.ts';
import { withoutPlace } from './striking.ts';

export type DuplicateRefusal =
  | { readonly code: 'no_such_other_record' }
  /** the record that stays is itself struck, a duplicate, or this very one */
  | { readonly code: 'other_not_live' }
  /** neither the names nor the tax code agree, or the dates of birth contradict each other */
  | { readonly code: 'another_person' };

type Named = Pick<RegistryRecord, 'id' | 'taxCode' | 'familyName' | 'givenName' | 'birth' | 'standing'>;

/** Whether two records can be of one person: born on the same day as far as is known, with the same names or tax code. */
export function maybeSamePerson(one: Named, other: Named): boolean {
  if (isBefore(one.birth.on, other.birth.on) || isBefore(other.birth.on, one.birth.on)) return false;
  const names = ({ familyName = '', givenName = '' }: Named) => fold(`${familyName} ${givenName}`);
  return names(one) === names(other) || (one.taxCode !== undefined && one.taxCode === other.taxCode);
}

/** Marks a record as a duplicate of the one that stays (soggetto duplicato); it is read no longer by anybody's sign-in. */
export function markAsDuplicate(
  content: PersonContent,
  stays: Named,
  on: CivilDate,
): Outcome<PersonContent, DuplicateRefusal> {
  if (stays.id === content.id || stays.standing.state !== 'enrolled')
    return refused({ code: 'other_not_live' });
  if (!maybeSamePerson(content, stays)) return refused({ code: 'another_person' });
  return granted({ ...withoutPlace(content, on), standing: { state: 'duplicate', of: stays.id } });
}
