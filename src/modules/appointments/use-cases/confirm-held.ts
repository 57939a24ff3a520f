import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { announce } from '#platform/outbox/announce.ts';
import { membersIn, type Unit } from '../domain/appointment.ts';
import { appointmentLifecycle } from '../domain/appointment-lifecycle.ts';
import { nextReminder } from '../domain/timing.ts';
import { bookedLetter } from '../letters/letters.ts';
import { bookedPartyLetter } from '../letters/party-letters.ts';
import { saveState } from '../store/appointments.ts';
import { reviseParty } from '../store/parties.ts';
import { findSlots, settlePlace } from '../store/slots.ts';
import { writeToBooker, writeToOwner } from './free-place.ts';
import { reminderOf } from './party-reminder.ts';
import { dayTopicOf, topicOf } from './topics.ts';

/** Makes the provisional places of a locked unit firm, all together, with one letter. */
export async function confirmHeld(
  tx: Tx,
  deps: Deps,
  unit: Unit,
): Promise<Outcome<{ id: string }, { readonly code: 'lapsed' }>> {
  const now = deps.now();
  const held = membersIn(unit, ['held']);
  const [first] = held;
  if (first === undefined) throw new Error('Nothing is held that could be confirmed');
  if (held.some((each) => each.heldUntil !== null && Temporal.Instant.compare(each.heldUntil, now) <= 0))
    return refused({ code: 'lapsed' });
  const { officeId, accountId } = first;
  const { party } = unit;

  for (const member of held) {
    const next = appointmentLifecycle.next(member.state, 'confirm');
    if (!next.ok) throw new Error('A held place cannot be confirmed');
    await saveState(tx, member, next.value, {
      nextReminderAt: party === null ? nextReminder(member.startsAt, now) : null,
      tellsCalendar: true,
    });
    await settlePlace(tx, officeId, member.slotId);
  }
  await record(
    tx,
    ...held.map((member) => ({
      type: 'appointment.booked',
      subject: { kind: 'appointment', id: member.id },
      actor:
        accountId === null ? ({ kind: 'visitor' } as const) : ({ kind: 'citizen', id: accountId } as const),
      at: now,
      officeId,
      ...(accountId === null ? {} : { accountId }),
      ...(party === null ? {} : { facts: { party: party.id } }),
    })),
  );
  if (party === null) {
    await writeToOwner(tx, deps, first, (to) =>
      bookedLetter(deps, { ...first, revision: first.revision + 1 }, to),
    );
  } else {
    const firm = held.map((member) => ({ ...member, state: 'booked' as const }));
    await reviseParty(tx, party, { nextReminderAt: reminderOf(firm, now) });
    await writeToBooker(tx, deps, accountId, (reader) =>
      bookedPartyLetter(deps, { ...party, revision: party.revision + 1 }, held, reader),
    );
  }
  const slots = await findSlots(
    tx,
    officeId,
    held.map((member) => member.slotId),
  );
  await announce(
    tx,
    dayTopicOf(officeId),
    ...[...slots.values()].map((slot) => topicOf(officeId, slot.agendaId)),
  );
  return granted({ id: first.id });
}
