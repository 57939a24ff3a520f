import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Principal } from '#platform/database/principal.ts';
import type { Deps } from '#platform/deps.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import type { Agenda, Closure, ExtraWindow, WeeklyWindow } from '../domain/agenda.ts';
import {
  deleteClosure,
  deleteExtraWindow,
  deleteWindow,
  findAgenda,
  insertClosure,
  insertExtraWindow,
  insertWindow,
  listAgendas,
  listWindows,
  saveAgenda,
} from '../store/agendas.ts';
import { publishAgenda } from './publish-agenda.ts';

/** Who sets up an office's agenda: the web has checked the role, the policies check the office again. */
export interface SettingUp {
  readonly as: Principal;
  readonly actor: Actor;
  readonly officeId: string;
  readonly key: string;
}

export type AgendaRefusal =
  | { readonly code: 'no_such_agenda' }
  | { readonly code: 'no_such_entry' }
  /** Another window of the agenda is open at these hours. */
  | { readonly code: 'windows_overlap' }
  | KeyReused;

type Result = Outcome<{ id: string }, AgendaRefusal>;

/** A change of an office's agenda: once for its key, with a line of history. */
export function changeAgenda<Refusal>(
  deps: Deps,
  { as, actor, officeId, key }: SettingUp,
  wish: { readonly type: string; readonly [detail: string]: unknown },
  work: (tx: Tx, now: Temporal.Instant) => Promise<Outcome<{ id: string }, Refusal>>,
): Promise<Outcome<{ id: string }, Refusal | KeyReused>> {
  const now = deps.now();
  return deps.db.transaction(as, (tx) =>
    once<{ id: string }, Refusal>(
      tx,
      { scope: 'id' in actor ? actor.id : 'visitor', key, wish, at: now },
      async () => {
        const outcome = await work(tx, now);
        if (outcome.ok) {
          await record(tx, {
            type: wish.type,
            subject: { kind: 'agenda', id: outcome.value.id },
            actor,
            at: now,
            officeId,
            facts: wish,
          });
        }
        return outcome;
      },
    ),
  );
}

/** What is wished, without the id that each try makes anew: a second click is the same wish. */
function contentOf<Entry extends { readonly id: string }>(entry: Entry): Omit<Entry, 'id'> {
  return { ...entry, id: undefined };
}

/** An agenda as an office wants it; without an id it is a new one. */
export type AgendaWish = Omit<Agenda, 'id'> & { readonly id?: string };

/** Makes an agenda, or changes its settings; its hours follow at once. */
export function setUpAgenda(deps: Deps, who: SettingUp, wish: AgendaWish): Promise<Result> {
  return changeAgenda<AgendaRefusal>(deps, who, { type: 'agenda.set-up', agenda: wish }, async (tx, now) => {
    const agenda = { ...wish, id: wish.id ?? crypto.randomUUID() };
    await saveAgenda(tx, agenda);
    await publishAgenda(tx, now, agenda);
    return granted({ id: agenda.id });
  });
}

async function withAgenda(
  tx: Tx,
  officeId: string,
  agendaId: string,
  work: (agenda: Agenda) => Promise<Result>,
): Promise<Result> {
  const agenda = await findAgenda(tx, officeId, agendaId);
  return agenda === undefined ? refused({ code: 'no_such_agenda' }) : work(agenda);
}

/** Opens desks every week at some hours. */
export function openWeekly(
  deps: Deps,
  who: SettingUp,
  agendaId: string,
  window: WeeklyWindow,
): Promise<Result> {
  return changeAgenda<AgendaRefusal>(
    deps,
    who,
    { type: 'agenda.window-opened', agendaId, window: contentOf(window) },
    (tx, now) =>
      withAgenda(tx, who.officeId, agendaId, async (agenda) => {
        const others = await listWindows(tx, who.officeId, agendaId);
        if (others.some((other) => overlap(other, window))) return refused({ code: 'windows_overlap' });
        await insertWindow(tx, who.officeId, agendaId, window);
        await publishAgenda(tx, now, agenda);
        return granted({ id: agendaId });
      }),
  );
}

function overlap(one: WeeklyWindow, other: WeeklyWindow): boolean {
  return (
    one.weekday === other.weekday &&
    one.starts < other.ends &&
    other.starts < one.ends &&
    (one.untilOn === null || other.fromOn <= one.untilOn) &&
    (other.untilOn === null || one.fromOn <= other.untilOn)
  );
}

/** Ends a weekly opening; hours in which places are given keep them. */
export function closeWeekly(deps: Deps, who: SettingUp, agendaId: string, windowId: string): Promise<Result> {
  return changeAgenda<AgendaRefusal>(
    deps,
    who,
    { type: 'agenda.window-closed', agendaId, windowId },
    (tx, now) =>
      withAgenda(tx, who.officeId, agendaId, async (agenda) => {
        if (!(await deleteWindow(tx, who.officeId, windowId))) return refused({ code: 'no_such_entry' });
        await publishAgenda(tx, now, agenda);
        return granted({ id: agendaId });
      }),
  );
}

/** Opens desks on one day beyond the weekly ones. */
export function openExtra(
  deps: Deps,
  who: SettingUp,
  agendaId: string,
  window: ExtraWindow,
): Promise<Result> {
  return changeAgenda<AgendaRefusal>(
    deps,
    who,
    { type: 'agenda.extra-opened', agendaId, window: contentOf(window) },
    (tx, now) =>
      withAgenda(tx, who.officeId, agendaId, async (agenda) => {
        await insertExtraWindow(tx, who.officeId, agendaId, window);
        await publishAgenda(tx, now, agenda);
        return granted({ id: agendaId });
      }),
  );
}

export function closeExtra(deps: Deps, who: SettingUp, agendaId: string, windowId: string): Promise<Result> {
  return changeAgenda<AgendaRefusal>(
    deps,
    who,
    { type: 'agenda.extra-closed', agendaId, windowId },
    (tx, now) =>
      withAgenda(tx, who.officeId, agendaId, async (agenda) => {
        if (!(await deleteExtraWindow(tx, who.officeId, windowId))) return refused({ code: 'no_such_entry' });
        await publishAgenda(tx, now, agenda);
        return granted({ id: agendaId });
      }),
  );
}

/** The hours of all the running agendas of an office follow what was decided for all of them. */
export async function publishAll(tx: Tx, now: Temporal.Instant, officeId: string): Promise<void> {
  const today: CivilDate = dayAt(now, findOffice(officeId)?.timeZone ?? 'UTC');
  for (const agenda of await listAgendas(tx, officeId)) {
    if (agenda.endedOn === null || agenda.endedOn > today) await publishAgenda(tx, now, agenda);
  }
}

/** Closes the office, or one agenda, on some days; appointments already given wait to be moved. */
export function closeDays(deps: Deps, who: SettingUp, closure: Closure): Promise<Result> {
  return changeAgenda<AgendaRefusal>(
    deps,
    who,
    { type: 'agenda.days-closed', closure: contentOf(closure) },
    async (tx, now) => {
      if (closure.agendaId !== null && (await findAgenda(tx, who.officeId, closure.agendaId)) === undefined) {
        return refused({ code: 'no_such_agenda' });
      }
      await insertClosure(tx, who.officeId, closure);
      await publishAll(tx, now, who.officeId);
      return granted({ id: closure.id });
    },
  );
}

export function reopenDays(deps: Deps, who: SettingUp, closureId: string): Promise<Result> {
  return changeAgenda<AgendaRefusal>(
    deps,
    who,
    { type: 'agenda.days-reopened', closureId },
    async (tx, now) => {
      if (!(await deleteClosure(tx, who.officeId, closureId))) return refused({ code: 'no_such_entry' });
      await publishAll(tx, now, who.officeId);
      return granted({ id: closureId });
    },
  );
}
