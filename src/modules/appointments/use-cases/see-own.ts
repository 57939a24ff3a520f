import { findApplicants } from '#modules/identity/public.ts';
import type { Deps } from '#platform/deps.ts';
import { type Appointment, isAppointmentId } from '../domain/appointment.ts';
import { findOwnAppointment, listOwnAppointments } from '../store/appointments.ts';

/** One appointment of a citizen: other people's, and ids that nobody made, are not found. */
export async function findOwn({ db }: Deps, accountId: string, id: string): Promise<Appointment | undefined> {
  if (!isAppointmentId(id)) return undefined;
  return db.transaction({ kind: 'citizen', accountId }, (tx) => findOwnAppointment(tx, accountId, id));
}

export async function listOwn({ db }: Deps, accountId: string): Promise<Appointment[]> {
  return db.transaction({ kind: 'citizen', accountId }, (tx) => listOwnAppointments(tx, accountId));
}

/** The address to which the letters of a citizen go. */
export async function findOwnEmail({ db }: Deps, accountId: string): Promise<string> {
  const [applicant] = await db.transaction({ kind: 'citizen', accountId }, (tx) =>
    findApplicants(tx, [accountId]),
  );
  return applicant?.email ?? '';
}
