import { type Appointment, spanOf } from '../domain/appointment.ts';
import { nextReminder } from '../domain/timing.ts';

/** When the one who booked is next reminded of a party: once for all, before the first hour. */
export function reminderOf(members: readonly Appointment[], now: Temporal.Instant): Temporal.Instant | null {
  const firm = members.filter((member) => member.state === 'booked' || member.state === 'in_charge');
  return firm.length === 0 ? null : nextReminder(spanOf(firm).startsAt, now);
}
