import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import type { Appointment } from './appointment.ts';
import { type AppointmentState, appointmentLifecycle } from './appointment-lifecycle.ts';

/** Why somebody at the door is not let in as arrived. */
export type NotToday =
  | { readonly code: 'other_day'; readonly day: CivilDate }
  | { readonly code: 'state'; readonly state: AppointmentState };

/** Whether a person may enter now (ingresso): the right day first, then a state from which one arrives. */
export function mayEnter(
  appointment: Pick<Appointment, 'state' | 'startsAt'>,
  { now, zone }: { now: Temporal.Instant; zone: string },
): NotToday | undefined {
  const over = ['lapsed', 'cancelled_by_citizen', 'cancelled_by_office', 'served'] as const;
  const day = dayAt(appointment.startsAt, zone);
  if (day !== dayAt(now, zone) && !over.some((state) => state === appointment.state)) {
    return { code: 'other_day', day };
  }
  return appointmentLifecycle.allows(appointment.state, 'check_in')
    ? undefined
    : { code: 'state', state: appointment.state };
}
