import type { CivilDate } from '#kernel/civil-date.ts';
import { query, type Tx } from '#platform/database/database.ts';
import type { Agenda, Closure, ExtraWindow, Template, WeeklyWindow } from '../domain/agenda.ts';

interface AgendaRow {
  office_id: string;
  id: string;
  name: string;
  service_ids: string[];
  minutes: number;
  days_ahead: number;
  published_at_time: string;
  ended_on: string | null;
}

function agendaOf(row: AgendaRow): Agenda {
  return {
    officeId: row.office_id,
    id: row.id,
    name: row.name,
    serviceIds: row.service_ids,
    minutes: row.minutes,
    daysAhead: row.days_ahead,
    publishedAtTime: row.published_at_time,
    endedOn: row.ended_on as CivilDate | null,
  };
}

export async function listAgendas(tx: Tx, officeId: string): Promise<Agenda[]> {
  const rows = await tx.all(
    query.selectFrom('appointments.agenda').selectAll().where('office_id', '=', officeId).orderBy('name'),
  );
  return rows.map(agendaOf);
}

/** The agendas of an office that serve a service. */
export async function listAgendasOf(tx: Tx, officeId: string, serviceId: string): Promise<Agenda[]> {
  const rows = await tx.sql<AgendaRow>(
    'select * from appointments.agenda where office_id = $1 and service_ids @> array[$2] order by name',
    [officeId, serviceId],
    'agendas-of-service',
  );
  return rows.map(agendaOf);
}

export async function findAgenda(tx: Tx, officeId: string, id: string): Promise<Agenda | undefined> {
  const row = await tx.first(
    query
      .selectFrom('appointments.agenda')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('id', '=', id),
  );
  return row && agendaOf(row);
}

/** Every agenda of every office that still makes places. */
export async function listRunningAgendas(tx: Tx, day: CivilDate): Promise<Agenda[]> {
  const rows = await tx.all(
    query
      .selectFrom('appointments.agenda')
      .selectAll()
      .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', day)]))
      .orderBy('office_id'),
  );
  return rows.map(agendaOf);
}

export async function saveAgenda(tx: Tx, agenda: Agenda): Promise<void> {
  const values = {
    name: agenda.name,
    service_ids: [...agenda.serviceIds],
    minutes: agenda.minutes,
    days_ahead: agenda.daysAhead,
    published_at_time: agenda.publishedAtTime,
    ended_on: agenda.endedOn,
  };
  await tx.change(
    query
      .insertInto('appointments.agenda')
      .values({ office_id: agenda.officeId, id: agenda.id, ...values })
      .onConflict((conflict) => conflict.columns(['office_id', 'id']).doUpdateSet(values)),
  );
}

export async function listWindows(tx: Tx, officeId: string, agendaId: string): Promise<WeeklyWindow[]> {
  const rows = await tx.all(
    query
      .selectFrom('appointments.weekly_window')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('agenda_id', '=', agendaId)
      .orderBy('weekday')
      .orderBy('starts'),
  );
  return rows.map((row) => ({
    id: row.id,
    weekday: row.weekday,
    starts: row.starts,
    ends: row.ends,
    desks: row.desks,
    fromOn: row.from_on as CivilDate,
    untilOn: row.until_on as CivilDate | null,
  }));
}

export async function insertWindow(
  tx: Tx,
  officeId: string,
  agendaId: string,
  window: WeeklyWindow,
): Promise<void> {
  await tx.change(
    query.insertInto('appointments.weekly_window').values({
      office_id: officeId,
      agenda_id: agendaId,
      id: window.id,
      weekday: window.weekday,
      starts: window.starts,
      ends: window.ends,
      desks: window.desks,
      from_on: window.fromOn,
      until_on: window.untilOn,
    }),
  );
}

export async function deleteWindow(tx: Tx, officeId: string, id: string): Promise<boolean> {
  const changed = await tx.change(
    query.deleteFrom('appointments.weekly_window').where('office_id', '=', officeId).where('id', '=', id),
  );
  return changed === 1;
}

export async function listExtraWindows(tx: Tx, officeId: string, agendaId: string): Promise<ExtraWindow[]> {
  const rows = await tx.all(
    query
      .selectFrom('appointments.extra_window')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('agenda_id', '=', agendaId)
      .orderBy('day')
      .orderBy('starts'),
  );
  return rows.map((row) => ({
    id: row.id,
    day: row.day as CivilDate,
    starts: row.starts,
    ends: row.ends,
    desks: row.desks,
  }));
}

export async function insertExtraWindow(
  tx: Tx,
  officeId: string,
  agendaId: string,
  window: ExtraWindow,
): Promise<void> {
  await tx.change(
    query.insertInto('appointments.extra_window').values({
      office_id: officeId,
      agenda_id: agendaId,
      id: window.id,
      day: window.day,
      starts: window.starts,
      ends: window.ends,
      desks: window.desks,
    }),
  );
}

export async function deleteExtraWindow(tx: Tx, officeId: string, id: string): Promise<boolean> {
  const changed = await tx.change(
    query.deleteFrom('appointments.extra_window').where('office_id', '=', officeId).where('id', '=', id),
  );
  return changed === 1;
}

/** The closures of an office that are not over on a day. */
export async function listClosures(tx: Tx, officeId: string, since: CivilDate): Promise<Closure[]> {
  const rows = await tx.all(
    query
      .selectFrom('appointments.closure')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('until_on', '>=', since)
      .orderBy('from_on'),
    'list-closures',
  );
  return rows.map((row) => ({
    id: row.id,
    agendaId: row.agenda_id,
    fromOn: row.from_on as CivilDate,
    untilOn: row.until_on as CivilDate,
    hours: row.starts === null || row.ends === null ? null : { starts: row.starts, ends: row.ends },
    desks: row.desks,
    holiday: row.holiday,
    reason: { it: row.reason_it, en: row.reason_en },
  }));
}

export async function insertClosure(tx: Tx, officeId: string, closure: Closure): Promise<void> {
  await tx.change(
    query.insertInto('appointments.closure').values({
      office_id: officeId,
      id: closure.id,
      agenda_id: closure.agendaId,
      from_on: closure.fromOn,
      until_on: closure.untilOn,
      starts: closure.hours?.starts ?? null,
      ends: closure.hours?.ends ?? null,
      desks: closure.desks,
      holiday: closure.holiday,
      reason_it: closure.reason.it,
      reason_en: closure.reason.en,
    }),
  );
}

export async function deleteClosure(tx: Tx, officeId: string, id: string): Promise<boolean> {
  const changed = await tx.change(
    query.deleteFrom('appointments.closure').where('office_id', '=', officeId).where('id', '=', id),
  );
  return changed === 1;
}

/** The public holidays from a day on, on which an office works all the same. */
export async function listKeptOpen(tx: Tx, officeId: string, since: CivilDate): Promise<CivilDate[]> {
  const rows = await tx.all(
    query
      .selectFrom('appointments.kept_open')
      .select('day')
      .where('office_id', '=', officeId)
      .where('day', '>=', since)
      .orderBy('day'),
  );
  return rows.map((row) => row.day as CivilDate);
}

export async function insertKeptOpen(tx: Tx, officeId: string, day: CivilDate): Promise<void> {
  await tx.change(
    query
      .insertInto('appointments.kept_open')
      .values({ office_id: officeId, day })
      .onConflict((conflict) => conflict.columns(['office_id', 'day']).doNothing()),
  );
}

export async function deleteKeptOpen(tx: Tx, officeId: string, day: CivilDate): Promise<void> {
  await tx.change(
    query.deleteFrom('appointments.kept_open').where('office_id', '=', officeId).where('day', '=', day),
  );
}

export async function loadTemplate(tx: Tx, agenda: Agenda, since: CivilDate): Promise<Template> {
  const weekly = await listWindows(tx, agenda.officeId, agenda.id);
  const extra = await listExtraWindows(tx, agenda.officeId, agenda.id);
  const closures = await listClosures(tx, agenda.officeId, since);
  return {
    agenda,
    weekly,
    extra,
    closures: closures.filter((each) => each.agendaId === null || each.agendaId === agenda.id),
  };
}
