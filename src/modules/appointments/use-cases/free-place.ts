import { type Applicant, findApplicants } from '#modules/identity/public.ts';
import { enqueueMessages, type Message } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { announce } from '#platform/outbox/announce.ts';
import type { Appointment } from '../domain/appointment.ts';
import { publicAgainAt } from '../domain/timing.ts';
import { findSlots, withholdPlace } from '../store/slots.ts';
import { dayTopicOf, topicOf } from './topics.ts';

/** Gives the place of an appointment back: it becomes public after a time drawn by chance. */
export async function freePlace(tx: Tx, deps: Deps, appointment: Appointment): Promise<void> {
  const { officeId, slotId } = appointment;
  await withholdPlace(tx, officeId, slotId, {
    wasHeld: appointment.state === 'held',
    publicAt: publicAgainAt(deps.now(), deps.chance()),
  });
  const slot = (await findSlots(tx, officeId, [slotId])).get(slotId);
  await announce(tx, dayTopicOf(officeId), ...(slot === undefined ? [] : [topicOf(officeId, slot.agendaId)]));
}

/** Writes to the owner of an appointment, where it has one. */
export async function writeToOwner(
  tx: Tx,
  deps: Deps,
  appointment: Appointment,
  letter: (to: string) => Message,
): Promise<void> {
  if (appointment.accountId === null) return;
  const [applicant] = await findApplicants(tx, [appointment.accountId]);
  if (applicant !== undefined) await enqueueMessages(tx, deps.now(), [letter(applicant.email)]);
}

/** Writes to the one who booked a party. */
export async function writeToBooker(
  tx: Tx,
  deps: Deps,
  accountId: string | null,
  letter: (reader: Applicant) => Message,
): Promise<void> {
  if (accountId === null) return;
  const [applicant] = await findApplicants(tx, [accountId]);
  if (applicant !== undefined) await enqueueMessages(tx, deps.now(), [letter(applicant)]);
}
