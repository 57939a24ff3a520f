import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { appointmentLifecycle } from '../domain/appointment-lifecycle.ts';
import { cancelledLetter } from '../letters/letters.ts';
import { lockAppointment, saveState } from '../store/appointments.ts';
import { cancelMembers } from './cancel-members.ts';
import { freePlace, writeToOwner } from './free-place.ts';
import { findOwn } from './see-own.ts';

export type CancelRefusal =
  | { readonly code: 'no_such_appointment' }
  /** The office has taken it in charge, or it is over. */
  | { readonly code: 'too_late' }
  | KeyReused;

/**
 * The citizen gives up an appointment (rinuncia all’appuntamento), until the office has taken it in charge: of a party
 * one member's, or all that can still be given up.
 */
export async function cancelAppointment(
  deps: Deps,
  {
    id,
    accountId,
    wholeParty = false,
    key,
  }: { id: string; accountId: string; wholeParty?: boolean; key: string },
): Promise<Outcome<{ id: string }, CancelRefusal>> {
  const now = deps.now();
  const own = await findOwn(deps, accountId, id);
  if (own === undefined) return refused({ code: 'no_such_appointment' });
  const { officeId } = own;

  return deps.db.transaction({ kind: 'office', officeId }, (tx) =>
    once<{ id: string }, CancelRefusal>(
      tx,
      { scope: accountId, key, wish: { cancel: id, ...(wholeParty ? { wholeParty } : {}) }, at: now },
      async () => {
        if (own.partyId !== null) {
          return cancelMembers(tx, deps, { officeId, partyId: own.partyId, id, accountId, wholeParty });
        }
        const appointment = await lockAppointment(tx, officeId, id);
        if (appointment?.accountId !== accountId) return refused({ code: 'no_such_appointment' });
        const next = appointmentLifecycle.next(appointment.state, 'cancel_as_citizen');
        if (!next.ok) return refused({ code: 'too_late' });

        const wasBooked = appointment.state === 'booked';
        await saveState(tx, appointment, next.value, { tellsCalendar: wasBooked });
        await freePlace(tx, deps, appointment);
        await record(tx, {
          type: 'appointment.cancelled',
          subject: { kind: 'appointment', id },
          actor: { kind: 'citizen', id: accountId },
          at: now,
          officeId,
          accountId,
        });
        const revised = { ...appointment, revision: appointment.revision + (wasBooked ? 1 : 0) };
        await writeToOwner(tx, deps, appointment, (to) => cancelledLetter(deps, revised, to, { wasBooked }));
        return granted({ id });
      },
    ),
  );
}
