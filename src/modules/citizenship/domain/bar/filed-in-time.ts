import { toDay } from '../reasoning/day.ts';
import { type Finding, no, yes } from '../reasoning/finding.ts';
import type { World } from '../reasoning/world.ts';
import { firstLateInstant } from '../rules/law-days.ts';
import type { RuleId } from '../rules/rule-book.ts';

export interface Filed {
  readonly finding: Finding;
  /** The appointment at which the application still has to be filed. */
  readonly deadline?: number | undefined;
}

/** Letters a, a-bis and b: filed, or summoned, by 23:59 in Rome on 27 March 2025. */
export function filedInTime(world: World): Filed {
  const { application, applicant } = world.tree;
  const court = application.office?.kind === 'court';
  const who = applicant.id;
  if (court) {
    const inTime = world.applies('DESC-B', who, () => wasFiledInTime(world));
    return { finding: inTime ? yes('DESC-B', 'DESC-OLDLAW') : no('DESC-B') };
  }
  const toOffice = application.office?.kind !== 'ministry_portal';
  const letterA = () =>
    toOffice && wasFiledInTime(world) && world.satisfies('DESC-DOC', who, () => areComplete(world));
  if (world.applies('DESC-A', who, letterA)) {
    return { finding: yes('DESC-A', 'DESC-OLDLAW', 'DESC-DOC') };
  }
  const day = appointmentDay(world);
  if (world.applies('DESC-ABIS', who, () => day !== undefined && toOffice && keptAppointment(world, day))) {
    const pending = application.filed_at === undefined && application.filed_on === undefined;
    return { finding: yes('DESC-ABIS', 'DESC-OLDLAW'), deadline: pending ? day : undefined };
  }
  world.applies('DESC-B', who, false);
  const incomplete = application.documents_complete === false;
  const rules: RuleId[] = ['DESC-A', 'DESC-ABIS', 'DESC-B', ...(incomplete ? (['DESC-DOC'] as const) : [])];
  return { finding: no(...rules) };
}

function wasFiledInTime(world: World): boolean {
  const { filed_at: at, filed_on: on } = world.tree.application;
  const ask = () => world.ask('filing_instant', '/application/filed_at', world.tree.applicant.id);
  if (typeof at === 'string') return Date.parse(at) < firstLateInstant;
  if (at === null) return on != null && on > '2025-03-27' ? false : ask();
  if (on === undefined) return false;
  if (on === null || on === '2025-03-27') return ask();
  return on < '2025-03-27';
}

function areComplete(world: World): boolean {
  const complete = world.tree.application.documents_complete;
  if (complete === null)
    return world.ask('documents_complete', '/application/documents_complete', world.tree.applicant.id);
  return complete === true;
}

function appointmentDay(world: World): number | undefined {
  const on = world.tree.application.appointment?.on;
  if (on === undefined) return undefined;
  if (on !== null) return toDay(on);
  const filed = filingDay(world);
  const sameDay = world.ask('appointment_day', '/application/appointment/on', world.tree.applicant.id);
  return sameDay ? (filed ?? world.asOf) : Number.NEGATIVE_INFINITY;
}

function keptAppointment(world: World, day: number): boolean {
  const { application, applicant } = world.tree;
  if (application.appointment?.addressee !== applicant.id) return false;
  const { communicated_at: communicated } = application.appointment;
  if (communicated !== null && Date.parse(communicated) >= firstLateInstant) return false;
  if (communicated === null) {
    const pointer = '/application/appointment/communicated_at';
    if (!world.ask('appointment_communicated', pointer, applicant.id)) return false;
  }
  const { filed_at: at, filed_on: on } = application;
  if (at === undefined && on === undefined) return day >= world.asOf;
  const filed = filingDay(world);
  const sameDay =
    filed === undefined ? world.ask('filing_date', '/application/filed_at', applicant.id) : filed === day;
  return sameDay && world.satisfies('DESC-DOC', applicant.id, () => areComplete(world));
}

/** The civil day of the filing, as the clock at the office showed it. */
function filingDay(world: World): number | undefined {
  const { filed_at: at, filed_on: on } = world.tree.application;
  if (typeof at === 'string') return toDay(at.slice(0, 10));
  return typeof on === 'string' ? toDay(on) : undefined;
}
