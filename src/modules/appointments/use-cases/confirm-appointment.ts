import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { announce } from '#platform/outbox/announce.ts';
import { type Appointment, isAppointmentId } from '../domain/appointment.ts';
import { appointmentLifecycle } from '../domain/appointment-lifecycle.ts';
import { isConfirmationToken } from '../domain/confirmation-token.ts';
import { nextReminder } from '../domain/timing.ts';
import { bookedLetter } from '../letters/letters.ts';
import { lockAppointment, saveState } from '../store/appointments.ts';
import { findSlots, settlePlace } from '../store/slots.ts';
import { writeToOwner } from './free-place.ts';
import { dayTopicOf, topicOf } from './topics.ts';

export interface Confirmation {
  readonly officeId: string;
  readonly id: string;
  readonly token: string;
}

/** What the reader of a confirmation link finds. */
export async function findByToken(
  deps: Deps,
  { officeId, id, token }: Confirmation,
): Promise<Appointment | undefined> {
  if (!isAppointmentId(id) || !isConfirmationToken(deps.keys, { id }, token)) return undefined;
  return deps.db.transaction({ kind: 'office', officeId }, (tx) => lockAppointment(tx, officeId, id));
}

export type ConfirmRefusal =
  | { readonly code: 'no_such_appointment' }
  /** The time is over; the place has gone back to others. */
  | { readonly code: 'lapsed' }
  | { readonly code: 'cancelled' };

/**
 * The citizen confirms the place that was held (conferma dell’appuntamento), with the link of the letter. Confirming
 * again what is confirmed is no fault.
 */
export async function confirmAppointment(
  deps: Deps,
  { officeId, id, token }: Confirmation,
): Promise<Outcome<{ id: string }, ConfirmRefusal>> {
  if (!isAppointmentId(id) || !isConfirmationToken(deps.keys, { id }, token))
    return refused({ code: 'no_such_appointment' });
  const now = deps.now();
  return deps.db.transaction({ kind: 'office', officeId }, async (tx) => {
    const appointment = await lockAppointment(tx, officeId, id);
    if (appointment === undefined || appointment.accountId === null)
      return refused({ code: 'no_such_appointment' });
    if (appointment.state === 'lapsed') return refused({ code: 'lapsed' });
    if (appointment.state.startsWith('cancelled')) return refused({ code: 'cancelled' });

    const next = appointmentLifecycle.next(appointment.state, 'confirm');
    if (!next.ok) return granted({ id });
    if (appointment.heldUntil !== null && Temporal.Instant.compare(appointment.heldUntil, now) <= 0) {
      return refused({ code: 'lapsed' });
    }

    await saveState(tx, appointment, next.value, {
      nextReminderAt: nextReminder(appointment.startsAt, now),
      tellsCalendar: true,
    });
    await settlePlace(tx, officeId, appointment.slotId);
    await record(tx, {
      type: 'appointment.booked',
      subject: { kind: 'appointment', id },
      actor: { kind: 'citizen', id: appointment.accountId },
      at: now,
      officeId,
      accountId: appointment.accountId,
    });
    const revised = { ...appointment, revision: appointment.revision + 1 };
    await writeToOwner(tx, deps, appointment, (to) => bookedLetter(deps, revised, to));
    const slot = (await findSlots(tx, officeId, [appointment.slotId])).get(appointment.slotId);
    await announce(
      tx,
      dayTopicOf(officeId),
      ...(slot === undefined ? [] : [topicOf(officeId, slot.agendaId)]),
    );
    return granted({ id });
  });
}
