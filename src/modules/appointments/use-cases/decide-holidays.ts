import { type CivilDate, dayAt, plainDate } from '#kernel/civil-date.ts';
import { granted, type Outcome } from '#kernel/outcome.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { KeyReused } from '#platform/idempotency/once.ts';
import { type Holiday, openHolidays } from '../domain/holiday.ts';
import {
  deleteKeptOpen,
  insertClosure,
  insertKeptOpen,
  listAgendas,
  listClosures,
  listKeptOpen,
  listWindows,
} from '../store/agendas.ts';
import { holidaysFor } from './public-holidays.ts';
import type { Serving } from './serve-day.ts';
import { changeAgenda, publishAll, type SettingUp } from './set-up-agenda.ts';

const monthsAhead = 12;

export interface SeenHolidays {
  /** Holidays about which the office has still to decide. */
  readonly open: readonly Holiday[];
  /** Holidays on which it works all the same. */
  readonly keptOpen: readonly Holiday[];
}

/** The holidays of both countries in the coming year, as far as the office's agendas would be open on them. */
export async function seeHolidays(deps: Deps, { as, officeId }: Serving): Promise<SeenHolidays> {
  return deps.db.transaction(as, (tx) => findHolidays(tx, officeId, deps.now()));
}

async function findHolidays(tx: Tx, officeId: string, now: Temporal.Instant): Promise<SeenHolidays> {
  const office = findOffice(officeId);
  if (office === undefined) return { open: [], keptOpen: [] };
  const today = dayAt(now, office.timeZone);
  const until = plainDate(today).add({ months: monthsAhead }).toString() as CivilDate;
  const all = holidaysFor(office, today, until);
  const windows = [];
  for (const agenda of await listAgendas(tx, officeId)) {
    for (const window of await listWindows(tx, officeId, agenda.id)) windows.push({ ...window, agenda });
  }
  const keptOpen = await listKeptOpen(tx, officeId, today);
  const closures = await listClosures(tx, officeId, today);
  return {
    open: openHolidays(all, { windows, closures, keptOpen }),
    keptOpen: all.filter((holiday) => keptOpen.includes(holiday.day)),
  };
}

type Result = Promise<Outcome<{ id: string }, KeyReused>>;

/** Closes the office on these holidays; days that are none, or decided already, are left alone. */
export function keepHolidays(deps: Deps, who: SettingUp, days: readonly CivilDate[]): Result {
  return changeAgenda<KeyReused>(deps, who, { type: 'agenda.holidays-kept', days }, async (tx, now) => {
    const { open } = await findHolidays(tx, who.officeId, now);
    for (const { day, name } of open.filter((holiday) => days.includes(holiday.day))) {
      await insertClosure(tx, who.officeId, {
        id: crypto.randomUUID(),
        agendaId: null,
        fromOn: day,
        untilOn: day,
        hours: null,
        desks: null,
        holiday: true,
        reason: name,
      });
    }
    await publishAll(tx, now, who.officeId);
    return granted({ id: who.officeId });
  });
}

/** The office works on these holidays: they are not proposed again. */
export function workOnHolidays(deps: Deps, who: SettingUp, days: readonly CivilDate[]): Result {
  return changeAgenda<KeyReused>(deps, who, { type: 'agenda.holidays-worked', days }, async (tx, now) => {
    const { open } = await findHolidays(tx, who.officeId, now);
    for (const { day } of open.filter((holiday) => days.includes(holiday.day)))
      await insertKeptOpen(tx, who.officeId, day);
    return granted({ id: who.officeId });
  });
}

/** The office thinks again about a holiday on which it would have worked. */
export function proposeHolidayAgain(deps: Deps, who: SettingUp, day: CivilDate): Result {
  return changeAgenda<KeyReused>(deps, who, { type: 'agenda.holiday-reconsidered', day }, async (tx) => {
    await deleteKeptOpen(tx, who.officeId, day);
    return granted({ id: who.officeId });
  });
}
