import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import { membersIn } from '../domain/appointment.ts';
import { appointmentLifecycle, liveStates } from '../domain/appointment-lifecycle.ts';
import type { LeavingBecause } from '../letters/letters.ts';
import { cancelledPartyLetter } from '../letters/party-letters.ts';
import { saveState } from '../store/appointments.ts';
import { lockParty, reviseParty } from '../store/parties.ts';
import { freePlace, writeToBooker } from './free-place.ts';
import { reminderOf } from './party-reminder.ts';

export type CancelMembersRefusal = { readonly code: 'no_such_appointment' } | { readonly code: 'too_late' };

/** One member of a party gives up, or all who still can; the others stand. One letter says so. */
export async function cancelMembers(
  tx: Tx,
  deps: Deps,
  wish: {
    officeId: string;
    partyId: string;
    id: string;
    accountId: string;
    wholeParty: boolean;
    because?: LeavingBecause;
    /** Who cancels, where it is not the citizen. */
    actor?: Actor;
  },
): Promise<Outcome<{ id: string }, CancelMembersRefusal>> {
  const { officeId, id, accountId } = wish;
  const now = deps.now();
  const unit = await lockParty(tx, officeId, wish.partyId);
  const party = unit?.party;
  if (unit === undefined || party == null || party.accountId !== accountId)
    return refused({ code: 'no_such_appointment' });

  const leaving = unit.members.filter(
    (member) =>
      (wish.wholeParty || member.id === id) && appointmentLifecycle.allows(member.state, 'cancel_as_citizen'),
  );
  if (leaving.length === 0) return refused({ code: 'too_late' });
  const left = membersIn(unit, liveStates).filter((member) => !leaving.includes(member));
  const wasBooked = leaving.some((member) => member.state === 'booked');

  for (const member of leaving) {
    const next = appointmentLifecycle.next(member.state, 'cancel_as_citizen');
    if (!next.ok) throw new Error('A member who may leave cannot');
    await saveState(tx, member, next.value, { tellsCalendar: member.state === 'booked' });
    await freePlace(tx, deps, member);
  }
  if (wasBooked) await reviseParty(tx, party, { nextReminderAt: reminderOf(left, now) });
  await record(
    tx,
    ...leaving.map((member) => ({
      type: 'appointment.cancelled',
      subject: { kind: 'appointment', id: member.id },
      actor: wish.actor ?? { kind: 'citizen' as const, id: accountId },
      at: now,
      officeId,
      accountId,
      facts: { party: party.id, ...(wish.because && { because: wish.because }) },
    })),
  );
  const revised = { ...party, revision: party.revision + (wasBooked ? 1 : 0) };
  await writeToBooker(tx, deps, accountId, (reader) =>
    cancelledPartyLetter(deps, revised, { gone: leaving, left }, reader, {
      wasBooked,
      because: wish.because,
    }),
  );
  return granted({ id });
}
