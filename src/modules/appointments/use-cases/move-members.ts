import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { findOffice } from '#modules/offices/public.ts';
import { findOffer } from '#modules/services/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { announce } from '#platform/outbox/announce.ts';
import { membersIn, spanOf } from '../domain/appointment.ts';
import { appointmentLifecycle, liveStates } from '../domain/appointment-lifecycle.ts';
import { type BookingReason, mayBook } from '../domain/booking-policies.ts';
import { movedPartyLetter } from '../letters/party-letters.ts';
import { savePlace } from '../store/appointments.ts';
import { lockParty, reviseParty } from '../store/parties.ts';
import { takeSeats } from '../store/party-hours.ts';
import { findSlots } from '../store/slots.ts';
import { freePlace, writeToBooker } from './free-place.ts';
import { reminderOf } from './party-reminder.ts';
import { seatLocked } from './seat-party.ts';
import { topicOf } from './topics.ts';

export type MoveMembersRefusal =
  | { readonly code: 'no_such_appointment' }
  | { readonly code: 'too_late' }
  | { readonly code: 'same_place' }
  | { readonly code: 'no_such_place' }
  | { readonly code: 'full' }
  | { readonly code: 'policies'; readonly reasons: BookingReason[] };

/** A party moves to another hour: all who are still to come, or nobody. */
export async function moveMembers(
  tx: Tx,
  deps: Deps,
  wish: { officeId: string; partyId: string; accountId: string; slotId: number },
): Promise<Outcome<{ id: string }, MoveMembersRefusal>> {
  const { officeId, accountId, slotId } = wish;
  const now = deps.now();
  const unit = await lockParty(tx, officeId, wish.partyId);
  const party = unit?.party;
  if (unit === undefined || party == null || party.accountId !== accountId)
    return refused({ code: 'no_such_appointment' });
  const live = membersIn(unit, liveStates);
  const [first] = live;
  if (first === undefined || live.some((member) => !appointmentLifecycle.allows(member.state, 'move')))
    return refused({ code: 'too_late' });
  if (live.every((member) => member.slotId === slotId)) return refused({ code: 'same_place' });

  const slot = (await findSlots(tx, officeId, [slotId])).get(slotId);
  const offer = await findOffer(tx, officeId, party.serviceId);
  if (slot === undefined || offer === undefined || !slot.serviceIds.includes(party.serviceId))
    return refused({ code: 'no_such_place' });
  const zone = findOffice(officeId)?.timeZone ?? 'UTC';
  const allowed = mayBook({
    // Who has places has passed the rules about the person; those about the day hold again.
    applicant: { active: true, bothContactsVerified: true, officeId },
    offer,
    slot: { ...slot, zone },
    now,
  });
  if (!allowed.ok) return allowed;
  const seated = await seatLocked(tx, officeId, {
    slotId,
    size: live.length,
    publishedBy: now,
    alsoLock: live.map((member) => member.slotId),
  });
  if (seated === 'no_such_place' || seated === 'full') return refused({ code: seated });

  const places = await takeSeats(tx, officeId, seated.hours, seated.seats, { held: false });
  const moved = live.map((member, index) => {
    const seat = places[index];
    if (seat === undefined) throw new Error('Fewer places than people');
    return { ...member, ...seat, state: member.state };
  });
  for (const [index, member] of live.entries()) {
    await freePlace(tx, deps, member);
    const to = moved[index] ?? member;
    await savePlace(tx, member, { ...to, nextReminderAt: null });
  }
  await reviseParty(tx, party, { nextReminderAt: reminderOf(moved, now) });
  await record(
    tx,
    ...live.map((member, index) => ({
      type: 'appointment.moved',
      subject: { kind: 'appointment', id: member.id },
      actor: { kind: 'citizen' as const, id: accountId },
      at: now,
      officeId,
      accountId,
      facts: { from: member.slotId, to: moved[index]?.slotId, party: party.id },
    })),
  );
  await announce(tx, topicOf(officeId, slot.agendaId));
  const before = spanOf(live).startsAt;
  await writeToBooker(tx, deps, accountId, (reader) =>
    movedPartyLetter(deps, { ...party, revision: party.revision + 1 }, moved, reader, before),
  );
  return granted({ id: first.id });
}
