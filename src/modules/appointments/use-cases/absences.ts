import type { CivilDate } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { findApplicants } from '#modules/identity/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import { type AbsenceRule, findOffer } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { announce } from '#platform/outbox/announce.ts';
import { pausedUntil } from '../domain/absences.ts';
import { isAppointmentId } from '../domain/appointment.ts';
import { listMissed, saveExcused } from '../store/absences.ts';
import { lockAppointment } from '../store/appointments.ts';
import type { Serving } from './serve-day.ts';
import { dayTopicOf } from './topics.ts';

/** What somebody should know about absences before booking: the rule, and a pause that runs. */
export interface AbsenceNotice {
  readonly rule: AbsenceRule;
  readonly pausedUntil: CivilDate | undefined;
}

export async function seeAbsences(
  deps: Deps,
  { officeId, serviceId, accountId }: { officeId: string; serviceId: string; accountId: string },
): Promise<AbsenceNotice | undefined> {
  const at = { now: deps.now(), zone: findOffice(officeId)?.timeZone ?? 'UTC' };
  return deps.db.transaction({ kind: 'citizen', accountId }, async (tx) => {
    const rule = (await findOffer(tx, officeId, serviceId))?.absences ?? null;
    const [applicant] = await findApplicants(tx, [accountId]);
    if (rule === null || applicant === undefined) return undefined;
    const missed = await listMissed(tx, officeId, serviceId, [applicant.personKey]);
    return { rule, pausedUntil: pausedUntil(rule, missed.get(applicant.personKey) ?? [], at) };
  });
}

export type ExcuseRefusal =
  | { readonly code: 'no_such_appointment' }
  /** Nobody was noted as absent, or the absence is excused already. */
  | { readonly code: 'not_now'; readonly state: string }
  | KeyReused;

/** The office excuses an absence (giustifica l’assenza): it no longer counts for a pause. */
export async function excuseAbsence(
  deps: Deps,
  { as, actor, officeId }: Serving,
  { id, key }: { id: string; key: string },
): Promise<Outcome<{ id: string }, ExcuseRefusal>> {
  if (!isAppointmentId(id)) return refused({ code: 'no_such_appointment' });
  const now = deps.now();
  const attempt = { scope: 'id' in actor ? actor.id : 'visitor', key, wish: { excuse: id }, at: now };
  return deps.db.transaction(as, (tx) =>
    once<{ id: string }, ExcuseRefusal>(tx, attempt, async () => {
      const appointment = await lockAppointment(tx, officeId, id);
      if (appointment === undefined) return refused({ code: 'no_such_appointment' });
      if (appointment.state !== 'no_show' || appointment.excusedAt !== null)
        return refused({ code: 'not_now', state: appointment.state });
      await saveExcused(tx, appointment, now);
      await record(tx, {
        type: 'appointment.absence-excused',
        subject: { kind: 'appointment', id },
        actor,
        at: now,
        officeId,
        ...(appointment.accountId === null ? {} : { accountId: appointment.accountId }),
      });
      await announce(tx, dayTopicOf(officeId));
      return granted({ id });
    }),
  );
}
