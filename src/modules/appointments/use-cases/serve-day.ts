import { type CivilDate, plainDate } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Principal } from '#platform/database/principal.ts';
import type { Deps } from '#platform/deps.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { announce } from '#platform/outbox/announce.ts';
import { type Appointment, isAppointmentId, keepTogether } from '../domain/appointment.ts';
import {
  type AppointmentEvent,
  type AppointmentState,
  appointmentLifecycle,
} from '../domain/appointment-lifecycle.ts';
import { lockAppointment, saveState } from '../store/appointments.ts';
import { countExpected, listExpected } from '../store/expected.ts';
import { dayTopicOf } from './topics.ts';

/** An official at work; the web has checked the role, the policies check the office again. */
export interface Serving {
  readonly as: Principal;
  readonly actor: Actor;
  readonly officeId: string;
}

/** A day of an office, from its first moment to the first of the next. */
function bounds(officeId: string, day: CivilDate): [Temporal.Instant, Temporal.Instant] {
  const start = plainDate(day).toZonedDateTime(findOffice(officeId)?.timeZone ?? 'UTC');
  return [start.toInstant(), start.add({ days: 1 }).toInstant()];
}

/** Those who come on a day (lista del giorno), in the order of the hours. */
export async function listDay(deps: Deps, { as, officeId }: Serving, day: CivilDate): Promise<Appointment[]> {
  const expected = await deps.db.transaction(as, (tx) =>
    listExpected(tx, officeId, ...bounds(officeId, day)),
  );
  return keepTogether(expected);
}

/** How many still come on a day, and how many wait at the counter. */
export async function countDay(
  deps: Deps,
  { as, officeId }: Serving,
  day: CivilDate,
): Promise<{ expected: number; waiting: number }> {
  const counts = await deps.db.transaction(as, (tx) => countExpected(tx, officeId, ...bounds(officeId, day)));
  const sum = (...states: AppointmentState[]) =>
    states.reduce((total, state) => total + (counts.get(state) ?? 0), 0);
  return { expected: sum('booked', 'held', 'in_charge'), waiting: sum('checked_in') };
}

/** What a clerk does with an appointment. */
export type Handling = 'take_in_charge' | 'check_in' | 'serve' | 'miss';

const eventTypes: Record<Handling, string> = {
  take_in_charge: 'appointment.taken-in-charge',
  check_in: 'appointment.checked-in',
  serve: 'appointment.served',
  miss: 'appointment.missed',
};

export type HandlingRefusal =
  | { readonly code: 'no_such_appointment' }
  /** Somebody has done it already, or it does not fit the state. */
  | { readonly code: 'not_now'; readonly state: string }
  /** Nobody has missed an hour that has not begun. */
  | { readonly code: 'not_yet' }
  | KeyReused;

/** Takes in charge, checks in, serves, or notes an absence. */
export async function handleAppointment(
  deps: Deps,
  { as, actor, officeId }: Serving,
  { id, handling, key }: { id: string; handling: Handling; key: string },
): Promise<Outcome<{ state: string }, HandlingRefusal>> {
  if (!isAppointmentId(id)) return refused({ code: 'no_such_appointment' });
  const now = deps.now();
  return deps.db.transaction(as, (tx) =>
    once<{ state: string }, HandlingRefusal>(
      tx,
      { scope: 'id' in actor ? actor.id : 'visitor', key, wish: { handling, id }, at: now },
      async () => {
        const appointment = await lockAppointment(tx, officeId, id);
        if (appointment === undefined) return refused({ code: 'no_such_appointment' });
        const next = appointmentLifecycle.next(appointment.state, handling as AppointmentEvent);
        if (!next.ok) return refused({ code: 'not_now', state: appointment.state });
        if (handling === 'miss' && Temporal.Instant.compare(now, appointment.startsAt) < 0) {
          return refused({ code: 'not_yet' });
        }
        await saveState(tx, appointment, next.value, handling === 'check_in' ? { checkedInAt: now } : {});
        await record(tx, {
          type: eventTypes[handling],
          subject: { kind: 'appointment', id },
          actor,
          at: now,
          officeId,
          ...(appointment.accountId === null ? {} : { accountId: appointment.accountId }),
        });
        await announce(tx, dayTopicOf(officeId));
        return granted({ state: next.value });
      },
    ),
  );
}

/** One appointment of the office, or nothing. */
export async function seeExpected(
  deps: Deps,
  { as, officeId }: Serving,
  id: string,
): Promise<Appointment | undefined> {
  if (!isAppointmentId(id)) return undefined;
  return deps.db.transaction(as, (tx) => lockAppointment(tx, officeId, id));
}
