import type { Deps } from '#platform/deps.ts';
import type { Appointment } from '../domain/appointment.ts';
import { findOwn } from './see-own.ts';

const printed: readonly Appointment['state'][] = ['held', 'booked', 'in_charge', 'checked_in'];

/** The people of one's own appointment whose confirmation can be printed; nobody where it is over or off. */
export async function findPrintable(
  deps: Deps,
  accountId: string,
  id: string,
): Promise<readonly [Appointment, ...Appointment[]] | undefined> {
  const appointment = await findOwn(deps, accountId, id);
  return appointment !== undefined && printed.includes(appointment.state) ? [appointment] : undefined;
}
