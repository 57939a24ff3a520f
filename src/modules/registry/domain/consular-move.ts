import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { AddressAbroad, ConsularData } from './consular-entry.ts';
import { isBefore } from './correction.ts';

export type ConsularRefusal =
  /** no live entry in the register of this office */
  | { readonly code: 'no_entry' }
  /** another account has the live entry of this person */
  | { readonly code: 'entry_of_another_account' }
  /** the new address begins before the one it follows */
  | { readonly code: 'addresses_overlap' };

/** A move within the district (cambio di indirizzo): the old address ends when the new one begins. */
export function moveWithinDistrict(
  { addresses }: Pick<ConsularData, 'addresses'>,
  to: AddressAbroad,
): Outcome<ConsularData['addresses'], Extract<ConsularRefusal, { code: 'addresses_overlap' }>> {
  const last = addresses.at(-1);
  const { from } = to;
  if (last === undefined) return granted([to]);
  if (from !== undefined && last.from !== undefined && isBefore(from, last.from))
    return refused({ code: 'addresses_overlap' });
  const [first, ...others] = [
    ...addresses.slice(0, -1),
    from === undefined ? last : { ...last, until: from },
    to,
  ];
  return granted([first ?? to, ...others]);
}
