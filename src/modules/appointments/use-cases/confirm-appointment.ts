import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Deps } from '#platform/deps.ts';
import { type Appointment, isAppointmentId } from '../domain/appointment.ts';
import { isConfirmationToken } from '../domain/confirmation-token.ts';
import { lockUnit } from '../store/parties.ts';
import { confirmHeld } from './confirm-held.ts';

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
  return deps.db.transaction({ kind: 'office', officeId }, async (tx) => {
    const unit = await lockUnit(tx, officeId, id);
    // Where the first member has left a party, the link still stands for the others.
    const waiting = unit?.members.find((member) => member.state === 'held');
    return waiting ?? unit?.members.find((member) => member.id === id);
  });
}

export type ConfirmRefusal =
  | { readonly code: 'no_such_appointment' }
  /** The time is over; the place has gone back to others. */
  | { readonly code: 'lapsed' }
  | { readonly code: 'cancelled' }
  /** The office has offered another time since: its own letter leads there. */
  | { readonly code: 'other_time_offered' };

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
  return deps.db.transaction({ kind: 'office', officeId }, async (tx) => {
    const unit = await lockUnit(tx, officeId, id);
    const appointment = unit?.members.find((member) => member.id === id);
    if (unit === undefined || appointment === undefined || appointment.accountId === null)
      return refused({ code: 'no_such_appointment' });
    const waiting = unit.members.find((member) => member.state === 'held');
    if (waiting?.changeId != null) return refused({ code: 'other_time_offered' });
    if (waiting !== undefined) return confirmHeld(tx, deps, unit);
    if (appointment.state === 'lapsed') return refused({ code: 'lapsed' });
    if (appointment.state.startsWith('cancelled')) return refused({ code: 'cancelled' });
    return granted({ id });
  });
}
