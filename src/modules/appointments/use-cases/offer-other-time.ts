import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { announce } from '#platform/outbox/announce.ts';
import { spanOf } from '../domain/appointment.ts';
import { appointmentLifecycle } from '../domain/appointment-lifecycle.ts';
import { offerToken } from '../domain/office-change.ts';
import { farAway } from '../domain/party.ts';
import { heldUntil } from '../domain/timing.ts';
import { offeredLetter } from '../letters/office-letters.ts';
import { saveOffered } from '../store/displaced.ts';
import { reviseParty } from '../store/parties.ts';
import { takeSeats } from '../store/party-hours.ts';
import { findSlots } from '../store/slots.ts';
import { freePlace, writeToBooker } from './free-place.ts';
import { type Changing, noteChange } from './office-changing.ts';
import { seatLocked } from './seat-party.ts';
import { topicOf } from './topics.ts';

/** Holds places at another time for those of a unit who are concerned, all together, until they have answered. */
export async function offerOtherTime(
  tx: Tx,
  deps: Deps,
  changing: Changing,
  toSlotId: number,
): Promise<Outcome<{ kind: 'offered' }, { readonly code: 'full' | 'no_such_place' }>> {
  const { officeId, unit, members, changeId, decision, now } = changing;
  const slot = (await findSlots(tx, officeId, [toSlotId])).get(toSlotId);
  const [first] = members;
  if (
    slot === undefined ||
    first === undefined ||
    !slot.serviceIds.includes(first.serviceId) ||
    Temporal.Instant.compare(slot.startsAt, now) <= 0
  )
    return refused({ code: 'no_such_place' });
  // What the office offers may be a place that the public does not see yet.
  const seated = await seatLocked(tx, officeId, {
    slotId: toSlotId,
    size: members.length,
    publishedBy: farAway,
    alsoLock: members.map((member) => member.slotId),
  });
  if (seated === 'full' || seated === 'no_such_place') return refused({ code: seated });

  await noteChange(tx, changing, 'offered');
  const places = await takeSeats(tx, officeId, seated.hours, seated.seats, { held: true });
  const until = heldUntil(now, decision.answerHours * 60, slot.startsAt);
  const offered = [];
  for (const [index, member] of members.entries()) {
    const next = appointmentLifecycle.next(member.state, 'offer_other_time');
    const seat = places[index];
    if (!next.ok || seat === undefined)
      throw new Error('An appointment that could be offered another time cannot');
    await freePlace(tx, deps, member);
    await saveOffered(tx, member, seat, { heldUntil: until, changeId });
    offered.push({ ...member, ...seat, state: next.value, changeId, revision: member.revision + 1 });
  }
  if (unit.party !== null) await reviseParty(tx, unit.party, { nextReminderAt: null });
  const concerned = {
    party: unit.party && { ...unit.party, revision: unit.party.revision + 1 },
    members: offered,
    change: {
      id: changeId,
      reason: decision.reason,
      wasAt: spanOf(members).startsAt,
      priorityUntil: changing.priorityUntil,
    },
  };
  const token = offerToken(deps.keys, changeId);
  await writeToBooker(tx, deps, first.accountId, (reader) =>
    offeredLetter(deps, concerned, members, reader, { until, token }),
  );
  await announce(tx, topicOf(officeId, slot.agendaId));
  return granted({ kind: 'offered' });
}
