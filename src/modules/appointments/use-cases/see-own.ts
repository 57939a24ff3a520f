import { type Applicant, findApplicants } from '#modules/identity/public.ts';
import type { Deps } from '#platform/deps.ts';
import { type Appointment, isAppointmentId, type Unit } from '../domain/appointment.ts';
import { type OfferLink, type OfficeChange, offerToken } from '../domain/office-change.ts';
import { findOwnAppointment, listOwnAppointments } from '../store/appointments.ts';
import { findChange, findChangeOf } from '../store/office-changes.ts';
import { findParty, listMembers } from '../store/parties.ts';

/** One appointment of a citizen: other people's, and ids that nobody made, are not found. */
export async function findOwn({ db }: Deps, accountId: string, id: string): Promise<Appointment | undefined> {
  if (!isAppointmentId(id)) return undefined;
  return db.transaction({ kind: 'citizen', accountId }, (tx) => findOwnAppointment(tx, accountId, id));
}

/** One appointment of a citizen with those who come together with it. */
export async function findOwnUnit(
  { db }: Deps,
  accountId: string,
  id: string,
): Promise<{ appointment: Appointment; unit: Unit } | undefined> {
  if (!isAppointmentId(id)) return undefined;
  return db.transaction({ kind: 'citizen', accountId }, async (tx) => {
    const appointment = await findOwnAppointment(tx, accountId, id);
    if (appointment === undefined) return undefined;
    const { officeId, partyId } = appointment;
    if (partyId === null) return { appointment, unit: { party: null, members: [appointment] } };
    const party = await findParty(tx, officeId, partyId);
    const members = await listMembers(tx, officeId, partyId);
    return { appointment, unit: { party: party ?? null, members } };
  });
}

/** What the office did to a citizen's appointment last, with the token that lets the page answer an offer. */
export async function findOwnChange(
  { db, keys }: Deps,
  accountId: string,
  { officeId, changeId }: Appointment,
): Promise<{ change: OfficeChange; token: string } | undefined> {
  if (changeId === null) return undefined;
  return db.transaction({ kind: 'citizen', accountId }, async (tx) => {
    const change = await findChange(tx, officeId, changeId);
    return change && { change, token: offerToken(keys, changeId) };
  });
}

/** A change by its id, with the link by which its owner answers it. */
export async function findOwnOffer(
  { db, keys }: Deps,
  accountId: string,
  changeId: string,
): Promise<{ change: OfficeChange; link: OfferLink } | undefined> {
  const change = await db.transaction({ kind: 'citizen', accountId }, (tx) =>
    findChangeOf(tx, accountId, changeId),
  );
  if (change === undefined) return undefined;
  return { change, link: { officeId: change.officeId, changeId, token: offerToken(keys, changeId) } };
}

export async function listOwn({ db }: Deps, accountId: string): Promise<Appointment[]> {
  return db.transaction({ kind: 'citizen', accountId }, (tx) => listOwnAppointments(tx, accountId));
}

/** The citizen as letters are addressed. */
export async function findOwnApplicant({ db }: Deps, accountId: string): Promise<Applicant | undefined> {
  const [applicant] = await db.transaction({ kind: 'citizen', accountId }, (tx) =>
    findApplicants(tx, [accountId]),
  );
  return applicant;
}

/** The address to which the letters of a citizen go. */
export async function findOwnEmail(deps: Deps, accountId: string): Promise<string> {
  return (await findOwnApplicant(deps, accountId))?.email ?? '';
}
