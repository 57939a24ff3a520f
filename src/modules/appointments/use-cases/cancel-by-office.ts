import { granted, type Outcome } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { membersIn, spanOf } from '../domain/appointment.ts';
import { appointmentLifecycle, liveStates } from '../domain/appointment-lifecycle.ts';
import { cancelledByOfficeLetter } from '../letters/office-letters.ts';
import { saveState } from '../store/appointments.ts';
import { saveChangeOf } from '../store/displaced.ts';
import { reviseParty } from '../store/parties.ts';
import { freePlace, writeToBooker } from './free-place.ts';
import { type Changing, noteChange } from './office-changing.ts';
import { reminderOf } from './party-reminder.ts';

/** Cancels with an apology; its people choose anew before others. */
export async function cancelByOffice(
  tx: Tx,
  deps: Deps,
  changing: Changing,
): Promise<Outcome<{ kind: 'cancelled' }, never>> {
  const { unit, members, changeId, now } = changing;
  await noteChange(tx, changing, 'cancelled');
  for (const member of members) {
    const next = appointmentLifecycle.next(member.state, 'cancel_as_office');
    if (!next.ok) throw new Error('An appointment that the office may cancel cannot be cancelled');
    await saveState(tx, member, next.value, { tellsCalendar: member.state !== 'held' });
    await saveChangeOf(tx, member, changeId);
    await freePlace(tx, deps, member);
  }
  const left = membersIn(unit, liveStates).filter((member) => !members.includes(member));
  if (unit.party !== null) await reviseParty(tx, unit.party, { nextReminderAt: reminderOf(left, now) });
  const revised = members.map((member) => ({
    ...member,
    revision: member.revision + (member.state === 'held' ? 0 : 1),
  }));
  const concerned = {
    party: unit.party && { ...unit.party, revision: unit.party.revision + 1 },
    members: revised,
    change: {
      id: changeId,
      reason: changing.decision.reason,
      wasAt: spanOf(members).startsAt,
      priorityUntil: changing.priorityUntil,
    },
  };
  await writeToBooker(tx, deps, members[0]?.accountId ?? null, (reader) =>
    cancelledByOfficeLetter(deps, concerned, { gone: members, left }, reader),
  );
  return granted({ kind: 'cancelled' });
}
