import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { isAppointmentId, membersIn, type Unit } from '../domain/appointment.ts';
import { appointmentLifecycle } from '../domain/appointment-lifecycle.ts';
import { isOfferToken, type OfferLink, type OfficeChange } from '../domain/office-change.ts';
import { refusedOfferLetter } from '../letters/office-letters.ts';
import { saveState } from '../store/appointments.ts';
import { findChange, lockUnitOfChange, savePriorityUsed } from '../store/office-changes.ts';
import { confirmHeld } from './confirm-held.ts';
import { freePlace, writeToBooker } from './free-place.ts';

export type AnswerRefusal =
  | { readonly code: 'no_such_offer' }
  /** Nobody answered in time; the place has gone back to others. */
  | { readonly code: 'lapsed' }
  /** It was refused or cancelled before. */
  | { readonly code: 'over' };

/** What the reader of an offer's link finds: the change and those whom it concerns. */
export async function seeOffer(
  deps: Deps,
  { officeId, changeId, token }: OfferLink,
): Promise<{ change: OfficeChange; unit: Unit } | undefined> {
  if (!isAppointmentId(changeId) || !isOfferToken(deps.keys, changeId, token)) return undefined;
  return deps.db.transaction({ kind: 'office', officeId }, async (tx) => {
    const change = await findChange(tx, officeId, changeId);
    const unit = await lockUnitOfChange(tx, officeId, changeId);
    return change === undefined || change.kind !== 'offered' || unit === undefined
      ? undefined
      : { change, unit };
  });
}

/** Its people agree to the offered time: it becomes firm. Agreeing again is no fault. */
export async function acceptOffer(
  deps: Deps,
  { officeId, changeId, token }: OfferLink,
): Promise<Outcome<{ id: string }, AnswerRefusal>> {
  if (!isAppointmentId(changeId) || !isOfferToken(deps.keys, changeId, token))
    return refused({ code: 'no_such_offer' });
  return deps.db.transaction({ kind: 'office', officeId }, async (tx) => {
    const unit = await lockUnitOfChange(tx, officeId, changeId);
    const [first] = unit?.members ?? [];
    if (unit === undefined || first === undefined) return refused({ code: 'no_such_offer' });
    if (membersIn(unit, ['held']).length === 0) {
      if (first.state === 'lapsed') return refused({ code: 'lapsed' });
      return first.state.startsWith('cancelled') ? refused({ code: 'over' }) : granted({ id: first.id });
    }
    const confirmed = await confirmHeld(tx, deps, unit);
    if (confirmed.ok) await savePriorityUsed(tx, officeId, changeId, deps.now());
    return confirmed;
  });
}

/** Its people refuse the offered time; they may choose anew before others. Refusing again is no fault. */
export async function refuseOffer(
  deps: Deps,
  { officeId, changeId, token }: OfferLink,
): Promise<Outcome<{ id: string }, AnswerRefusal>> {
  if (!isAppointmentId(changeId) || !isOfferToken(deps.keys, changeId, token))
    return refused({ code: 'no_such_offer' });
  const now = deps.now();
  return deps.db.transaction({ kind: 'office', officeId }, async (tx) => {
    const change = await findChange(tx, officeId, changeId);
    const unit = await lockUnitOfChange(tx, officeId, changeId);
    const [first] = unit?.members ?? [];
    if (change === undefined || unit === undefined || first === undefined)
      return refused({ code: 'no_such_offer' });
    const held = membersIn(unit, ['held']);
    if (held.length === 0) {
      if (first.state === 'lapsed') return refused({ code: 'lapsed' });
      return first.state === 'cancelled_by_office' ? granted({ id: first.id }) : refused({ code: 'over' });
    }
    for (const member of held) {
      const next = appointmentLifecycle.next(member.state, 'cancel_as_office');
      if (!next.ok) throw new Error('An offered place cannot be refused');
      await saveState(tx, member, next.value);
      await freePlace(tx, deps, member);
    }
    const { accountId } = first;
    await record(
      tx,
      ...held.map((member) => ({
        type: 'appointment.offer-refused',
        subject: { kind: 'appointment', id: member.id },
        actor:
          accountId === null ? ({ kind: 'visitor' } as const) : ({ kind: 'citizen', id: accountId } as const),
        at: now,
        officeId,
        ...(accountId === null ? {} : { accountId }),
        facts: { change: changeId, ...(unit.party === null ? {} : { party: unit.party.id }) },
      })),
    );
    await writeToBooker(tx, deps, accountId, (reader) =>
      refusedOfferLetter(deps, { party: unit.party, members: held, change }, reader),
    );
    return granted({ id: first.id });
  });
}
