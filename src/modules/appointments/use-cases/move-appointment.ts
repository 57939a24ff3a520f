import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { findOffice } from '#modules/offices/public.ts';
import { findOffer } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { announce } from '#platform/outbox/announce.ts';
import { appointmentLifecycle } from '../domain/appointment-lifecycle.ts';
import { type BookingReason, mayBook } from '../domain/booking-policies.ts';
import { nextReminder } from '../domain/timing.ts';
import { movedLetter } from '../letters/letters.ts';
import { lockAppointment, savePlace } from '../store/appointments.ts';
import { findSlots } from '../store/slots.ts';
import { takeOnePlace } from '../store/walk-ins.ts';
import { freePlace, writeToOwner } from './free-place.ts';
import { moveMembers } from './move-members.ts';
import { findOwn } from './see-own.ts';
import { topicOf } from './topics.ts';

export type MoveRefusal =
  | { readonly code: 'no_such_appointment' }
  | { readonly code: 'too_late' }
  /** A place that is only held is confirmed first. */
  | { readonly code: 'confirm_first' }
  | { readonly code: 'same_place' }
  | { readonly code: 'no_such_place' }
  | { readonly code: 'full' }
  | { readonly code: 'policies'; readonly reasons: BookingReason[] }
  | KeyReused;

/**
 * The citizen moves a firm appointment to another hour of the same service, a party all together; the old place goes
 * back to others.
 */
export async function moveAppointment(
  deps: Deps,
  { id, accountId, slotId, key }: { id: string; accountId: string; slotId: number; key: string },
): Promise<Outcome<{ id: string }, MoveRefusal>> {
  const now = deps.now();
  const own = await findOwn(deps, accountId, id);
  if (own === undefined) return refused({ code: 'no_such_appointment' });
  const { officeId } = own;

  return deps.db.transaction({ kind: 'office', officeId }, (tx) =>
    once<{ id: string }, MoveRefusal>(
      tx,
      { scope: accountId, key, wish: { move: id, to: slotId }, at: now },
      async () => {
        if (own.partyId !== null) {
          return moveMembers(tx, deps, { officeId, partyId: own.partyId, accountId, slotId });
        }
        const appointment = await lockAppointment(tx, officeId, id);
        if (appointment?.accountId !== accountId) return refused({ code: 'no_such_appointment' });
        if (appointment.state === 'held') return refused({ code: 'confirm_first' });
        if (!appointmentLifecycle.allows(appointment.state, 'move')) return refused({ code: 'too_late' });
        if (appointment.slotId === slotId) return refused({ code: 'same_place' });

        const slot = (await findSlots(tx, officeId, [slotId])).get(slotId);
        const offer = await findOffer(tx, officeId, appointment.serviceId);
        if (slot === undefined || offer === undefined || !slot.serviceIds.includes(appointment.serviceId)) {
          return refused({ code: 'no_such_place' });
        }
        const zone = findOffice(officeId)?.timeZone ?? 'UTC';
        const allowed = mayBook({
          // Who has a place has passed the rules about the person; those about the day hold again.
          applicant: { active: true, bothContactsVerified: true, officeId },
          offer,
          slot: { ...slot, zone },
          now,
        });
        if (!allowed.ok) return allowed;
        const place = await takeOnePlace(tx, officeId, slotId, now);
        if (place === undefined) return refused({ code: 'full' });

        await freePlace(tx, deps, appointment);
        const moved = { ...appointment, slotId, startsAt: slot.startsAt, endsAt: slot.endsAt };
        await savePlace(tx, appointment, {
          slotId,
          place,
          startsAt: slot.startsAt,
          endsAt: slot.endsAt,
          nextReminderAt: nextReminder(slot.startsAt, now),
        });
        await record(tx, {
          type: 'appointment.moved',
          subject: { kind: 'appointment', id },
          actor: { kind: 'citizen', id: accountId },
          at: now,
          officeId,
          accountId,
          facts: { from: appointment.slotId, to: slotId },
        });
        await announce(tx, topicOf(officeId, slot.agendaId));
        await writeToOwner(tx, deps, appointment, (to) =>
          movedLetter(deps, { ...moved, revision: appointment.revision + 1 }, to, appointment.startsAt),
        );
        return granted({ id });
      },
    ),
  );
}
