import type { Closed, Moved } from '#kernel/account-closing.ts';
import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import type { Appointment } from '../domain/appointment.ts';
import { appointmentLifecycle, liveStates } from '../domain/appointment-lifecycle.ts';
import { describedAppointment, leavingWords } from '../letters/leaving.ts';
import { cancelledLetter, type LeavingBecause } from '../letters/letters.ts';
import { saveState } from '../store/appointments.ts';
import { erasePeople, lockAppointmentsOf, lockDueErasures, planErasure } from '../store/leaving.ts';
import { cancelMembers } from './cancel-members.ts';
import { freePlace, writeToOwner } from './free-place.ts';

/** How long after an appointment that it is serving an office keeps the person, to call back and set right. */
const servedFor = { hours: 7 * 24 } as const;

const isLive = ({ state }: Appointment) => (liveStates as readonly string[]).includes(state);

/** To come, and not yet in the hands of the office. */
function canBeReleased(appointment: Appointment, at: Temporal.Instant): boolean {
  return (
    Temporal.Instant.compare(appointment.startsAt, at) > 0 &&
    appointmentLifecycle.allows(appointment.state, 'cancel_as_citizen')
  );
}

/** The first member stands for the party: its members leave together, with one letter. */
function oncePerParty(appointments: readonly Appointment[]): Appointment[] {
  return [...Map.groupBy(appointments, ({ partyId, id }) => partyId ?? id).values()].flatMap(
    ([first]) => first ?? [],
  );
}

async function release(
  tx: Tx,
  deps: Deps,
  appointment: Appointment,
  {
    accountId,
    because,
    at,
    actor,
  }: { accountId: string; because: LeavingBecause; at: Temporal.Instant; actor: Actor },
): Promise<void> {
  const { officeId, id, partyId } = appointment;
  if (partyId !== null) {
    await cancelMembers(tx, deps, { officeId, partyId, id, accountId, wholeParty: true, because, actor });
    return;
  }
  const next = appointmentLifecycle.next(appointment.state, 'cancel_as_citizen');
  if (!next.ok) throw new Error('An appointment is released that cannot be cancelled');
  const wasBooked = appointment.state === 'booked';
  await saveState(tx, appointment, next.value, { tellsCalendar: wasBooked });
  await freePlace(tx, deps, appointment);
  await record(tx, {
    type: 'appointment.cancelled',
    subject: { kind: 'appointment', id },
    actor,
    at,
    officeId,
    accountId,
    facts: { because },
  });
  const revised = { ...appointment, revision: appointment.revision + (wasBooked ? 1 : 0) };
  await writeToOwner(tx, deps, appointment, (to) =>
    cancelledLetter(deps, revised, to, { because, wasBooked }),
  );
}

/** Somebody closes the account: what is to come is given back, and the person is taken out of what is over. */
export async function closeForAccount(
  tx: Tx,
  deps: Deps,
  {
    accountId,
    at,
    actor = { kind: 'citizen', id: accountId },
  }: { accountId: string; at: Temporal.Instant; actor?: Actor },
): Promise<Closed> {
  const all = await lockAppointmentsOf(tx, accountId);
  const released = all.filter((each) => canBeReleased(each, at));
  const served = all.filter((each) => isLive(each) && !released.includes(each));
  for (const each of oncePerParty(released))
    await release(tx, deps, each, { accountId, because: 'account_closed', at, actor });
  const over = all.filter((each) => !served.includes(each));
  const absentUntil = await erasePeople(
    tx,
    over.map((each) => each.id),
    { at, absencesCount: true },
  );
  const ends: CivilDate[] = [];
  for (const each of served) {
    const end = each.endsAt.add(servedFor);
    await planErasure(tx, each, end);
    ends.push(dayAt(end, findOffice(each.officeId)?.timeZone ?? 'UTC'));
  }
  const last = ends.toSorted().at(-1);
  return {
    erased: [
      ...(released.length > 0 ? ['appointments_released'] : []),
      ...(over.length > released.length ? ['appointments_past'] : []),
    ],
    kept: [
      ...(last === undefined ? [] : [{ what: 'appointments_served', because: 'public_task', until: last }]),
      ...(absentUntil === undefined
        ? []
        : [{ what: 'absences', because: 'absence_rule', until: dayAt(absentUntil, 'Europe/Rome') }]),
      ...(over.length > 0 ? [{ what: 'appointment_numbers', because: 'statistics', until: null }] : []),
    ],
  };
}

/** Somebody moves to another office: appointments to come at the old one end, those in its hands stay. */
export async function moveForAccount(
  tx: Tx,
  deps: Deps,
  { accountId, fromOfficeId, at }: { accountId: string; fromOfficeId: string | null; at: Temporal.Instant },
): Promise<Moved> {
  const there = (await lockAppointmentsOf(tx, accountId)).filter((each) => each.officeId === fromOfficeId);
  const released = there.filter((each) => canBeReleased(each, at));
  const stays = there.filter(
    (each) => isLive(each) && !released.includes(each) && Temporal.Instant.compare(each.startsAt, at) > 0,
  );
  const actor = { kind: 'citizen', id: accountId } as const;
  for (const each of oncePerParty(released))
    await release(tx, deps, each, { accountId, because: 'office_changed', at, actor });
  return {
    ended: released.map((each) => leavingWords('ended', describedAppointment(each))),
    stays: stays.map((each) => leavingWords('stays', describedAppointment(each))),
  };
}

/** Takes the people out of appointments whose time for that has come. */
export async function eraseDuePeople(deps: Deps): Promise<number> {
  return deps.db.transaction({ kind: 'system', task: 'erase-people' }, async (tx) => {
    const due = await lockDueErasures(tx, deps.now(), 200);
    for (const each of due.filter(isLive)) {
      const event = each.state === 'checked_in' ? 'serve' : 'miss';
      const next = appointmentLifecycle.next(each.state, event);
      if (!next.ok) throw new Error('An appointment of somebody who has gone does not end');
      await saveState(tx, each, next.value);
      await record(tx, {
        type: `appointment.${event === 'serve' ? 'served' : 'missed'}`,
        subject: { kind: 'appointment', id: each.id },
        actor: { kind: 'system', id: 'erase-people' },
        at: deps.now(),
        officeId: each.officeId,
      });
    }
    // Whom nobody has marked as absent by then was not: that the office forgot them is no fault of theirs.
    for (const forgotten of [true, false]) {
      const those = due.filter((each) => isLive(each) === forgotten).map((each) => each.id);
      await erasePeople(tx, those, { at: deps.now(), absencesCount: !forgotten });
    }
    return due.length;
  });
}
