import type { Deps } from '#platform/deps.ts';
import { type Appointment, membersIn } from '../domain/appointment.ts';
import { findOwnUnit } from './see-own.ts';

const printed: readonly Appointment['state'][] = ['held', 'booked', 'in_charge', 'checked_in'];

/** The people whose confirmation can be printed with one's own appointment; nobody where it is over or off. */
export async function findPrintable(
  deps: Deps,
  accountId: string,
  id: string,
): Promise<readonly [Appointment, ...Appointment[]] | undefined> {
  const own = await findOwnUnit(deps, accountId, id);
  if (own === undefined || !printed.includes(own.appointment.state)) return undefined;
  const [first, ...others] = membersIn(own.unit, printed);
  return first && [first, ...others];
}
