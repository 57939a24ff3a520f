import { addDays, type CivilDate, dayAt } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { announce } from '#platform/outbox/announce.ts';
import { type Agenda, wantedSlots } from '../domain/agenda.ts';
import { horizonOf } from '../domain/availability.ts';
import { listRunningAgendas, loadTemplate } from '../store/agendas.ts';
import { replaceSlots } from '../store/slots.ts';
import { topicOf } from './topics.ts';

/** Brings the hours of an agenda from today to the horizon to what its template says. */
export async function publishAgenda(tx: Tx, now: Temporal.Instant, agenda: Agenda): Promise<void> {
  const zone = findOffice(agenda.officeId)?.timeZone ?? 'UTC';
  const today = dayAt(now, zone);
  const horizon = horizonOf(today);
  const template = await loadTemplate(tx, agenda, today);
  const wanted = daysBetween(today, horizon)
    .flatMap((day) => wantedSlots(template, day, zone))
    .filter((slot) => Temporal.Instant.compare(slot.startsAt, now) > 0);
  await replaceSlots(
    tx,
    { officeId: agenda.officeId, agendaId: agenda.id, from: today, until: horizon, after: now },
    wanted,
  );
  await announce(tx, topicOf(agenda.officeId, agenda.id));
}

function daysBetween(from: CivilDate, until: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Every night: the hours of the day that has come within the horizon, for all agendas. */
export async function publishAgendas(deps: Deps): Promise<void> {
  const now = deps.now();
  const task = { kind: 'system', task: 'publish-agendas' } as const;
  const agendas = await deps.db.transaction(task, (tx) => listRunningAgendas(tx, dayAt(now, 'UTC')));
  for (const agenda of agendas) await deps.db.transaction(task, (tx) => publishAgenda(tx, now, agenda));
}
