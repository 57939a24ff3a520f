import type { Person } from '#modules/identity/public.ts';
import type { Tx } from '#platform/database/database.ts';

/**
 * The live appointments of a corrected person: the name that the counter calls, and the key by which a second booking
 * is recognised. Where another account of the same person has one already, both stay as they were given.
 */
export async function saveCorrectedOwner(
  tx: Tx,
  accountId: string,
  key: { readonly before: string; readonly after: string },
  person: Person,
): Promise<number> {
  const changed = await tx.sql<{ id: string }>(
    `update appointments.appointment mine set person_key = $3, given_name = $4, family_name = $5, born_on = $6
     where account_id = $1 and person_key = $2 and state in ('held', 'booked', 'in_charge', 'checked_in')
       and not exists (select 1 from appointments.appointment other
         where other.service_id = mine.service_id and other.person_key = $3 and other.id <> mine.id
           and other.state in ('held', 'booked', 'in_charge', 'checked_in'))
     returning id`,
    [accountId, key.before, key.after, person.givenName, person.familyName, person.bornOn],
  );
  return changed.length;
}
