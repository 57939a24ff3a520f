import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { announce } from '#platform/outbox/announce.ts';
import { isAppointmentId, membersIn } from '../domain/appointment.ts';
import { displaceableStates } from '../domain/displaced.ts';
import { priorityDays } from '../domain/office-change.ts';
import { lockUnit } from '../store/parties.ts';
import { cancelByOffice } from './cancel-by-office.ts';
import { offerOtherTime } from './offer-other-time.ts';
import type { Changing, OfficeDecision } from './office-changing.ts';
import type { Serving } from './serve-day.ts';
import { dayTopicOf } from './topics.ts';

export type DecisionRefusal =
  | { readonly code: 'no_such_appointment' }
  /** It has been moved, cancelled or served in the meantime. */
  | { readonly code: 'not_now' }
  /** The offered places went to others in the meantime. */
  | { readonly code: 'full' }
  | { readonly code: 'no_such_place' }
  | KeyReused;

/** The office offers another time, or cancels (variazione d’ufficio): everyone concerned is told once, with the reason. */
export async function changeByOffice(
  deps: Deps,
  { as, actor, officeId }: Serving,
  { key, ...decision }: OfficeDecision,
): Promise<Outcome<{ kind: 'offered' | 'cancelled' }, DecisionRefusal>> {
  const now = deps.now();
  const attempt = { scope: 'id' in actor ? actor.id : 'visitor', key, wish: { decision }, at: now };
  if (!isAppointmentId(decision.id)) return refused({ code: 'no_such_appointment' });
  return deps.db.transaction(as, (tx) =>
    once<{ kind: 'offered' | 'cancelled' }, DecisionRefusal>(tx, attempt, () =>
      decide(tx, deps, { officeId, actor, decision: { ...decision, key }, now }),
    ),
  );
}

async function decide(
  tx: Tx,
  deps: Deps,
  { officeId, actor, decision, now }: Pick<Changing, 'officeId' | 'actor' | 'decision' | 'now'>,
): Promise<Outcome<{ kind: 'offered' | 'cancelled' }, DecisionRefusal>> {
  const unit = await lockUnit(tx, officeId, decision.id);
  const seen = unit?.members.find((member) => member.id === decision.id);
  if (unit === undefined || seen === undefined) return refused({ code: 'no_such_appointment' });
  const live = membersIn(unit, displaceableStates);
  if (!live.includes(seen) || seen.slotId !== decision.fromSlotId) return refused({ code: 'not_now' });

  const members = decision.onlyThis && decision.toSlotId === null ? [seen] : live;
  const changing: Changing = {
    officeId,
    actor,
    unit,
    members,
    changeId: crypto.randomUUID(),
    decision,
    priorityUntil: now.add({ hours: 24 * priorityDays + decision.answerHours }),
    now,
  };
  const done =
    decision.toSlotId === null
      ? await cancelByOffice(tx, deps, changing)
      : await offerOtherTime(tx, deps, changing, decision.toSlotId);
  if (!done.ok) return done;
  await record(
    tx,
    ...members.map((member) => ({
      type: done.value.kind === 'offered' ? 'appointment.offered' : 'appointment.cancelled-by-office',
      subject: { kind: 'appointment', id: member.id },
      actor,
      at: now,
      officeId,
      ...(member.accountId === null ? {} : { accountId: member.accountId }),
      facts: {
        change: changing.changeId,
        from: member.slotId,
        ...(decision.toSlotId === null ? {} : { to: decision.toSlotId }),
        ...(unit.party === null ? {} : { party: unit.party.id }),
      },
    })),
  );
  await announce(tx, dayTopicOf(officeId));
  return granted(done.value);
}
