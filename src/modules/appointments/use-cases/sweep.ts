import type { Deps } from '#platform/deps.ts';
import { record, system } from '#platform/event-log/record.ts';
import { announce } from '#platform/outbox/announce.ts';
import { membersIn } from '../domain/appointment.ts';
import { appointmentLifecycle } from '../domain/appointment-lifecycle.ts';
import { nextReminder } from '../domain/timing.ts';
import { lapsedLetter, reminderLetter } from '../letters/letters.ts';
import { lapsedPartyLetter, reminderPartyLetter } from '../letters/party-letters.ts';
import { lockDueReminders, lockLapsed, saveNextReminder, saveState } from '../store/appointments.ts';
import {
  listMembers,
  lockLapsedParties,
  lockPartiesToRemind,
  lockParty,
  savePartyReminder,
} from '../store/parties.ts';
import { releasePlaces } from '../store/slots.ts';
import { freePlace, writeToBooker, writeToOwner } from './free-place.ts';
import { reminderOf } from './party-reminder.ts';
import { topicOf } from './topics.ts';

const batch = 200;

/** Gives up provisional places that nobody confirmed in time, and tells their owners. */
export async function lapseHolds(deps: Deps): Promise<number> {
  const now = deps.now();
  return deps.db.transaction({ kind: 'system', task: 'lapse-holds' }, async (tx) => {
    const lapsed = await lockLapsed(tx, now, batch);
    for (const appointment of lapsed) {
      const next = appointmentLifecycle.next(appointment.state, 'lapse');
      if (!next.ok) continue;
      await saveState(tx, appointment, next.value);
      await freePlace(tx, deps, appointment);
      await record(tx, {
        type: 'appointment.lapsed',
        subject: { kind: 'appointment', id: appointment.id },
        actor: system('lapse-holds'),
        at: now,
        officeId: appointment.officeId,
        ...(appointment.accountId === null ? {} : { accountId: appointment.accountId }),
      });
      await writeToOwner(tx, deps, appointment, (to) => lapsedLetter(deps, appointment, to));
    }
    return lapsed.length;
  });
}

/** The same for parties: all their unconfirmed places at once, and one letter. */
export async function lapseParties(deps: Deps): Promise<number> {
  const now = deps.now();
  return deps.db.transaction({ kind: 'system', task: 'lapse-holds' }, async (tx) => {
    const parties = await lockLapsedParties(tx, now, batch);
    for (const { officeId, id, accountId } of parties) {
      const unit = await lockParty(tx, officeId, id);
      const lapsed = (unit === undefined ? [] : membersIn(unit, ['held'])).filter(
        ({ heldUntil }) => heldUntil !== null && Temporal.Instant.compare(heldUntil, now) <= 0,
      );
      if (lapsed.length === 0) continue;
      for (const member of lapsed) {
        const next = appointmentLifecycle.next(member.state, 'lapse');
        if (!next.ok) throw new Error('A held place cannot lapse');
        await saveState(tx, member, next.value);
        await freePlace(tx, deps, member);
        await record(tx, {
          type: 'appointment.lapsed',
          subject: { kind: 'appointment', id: member.id },
          actor: system('lapse-holds'),
          at: now,
          officeId,
          accountId,
          facts: { party: id },
        });
      }
      await writeToBooker(tx, deps, accountId, (reader) => lapsedPartyLetter(deps, lapsed, reader));
    }
    return parties.length;
  });
}

/** Makes freed places public whose moment has come. */
export async function releaseFreedPlaces(deps: Deps): Promise<number> {
  return deps.db.transaction({ kind: 'system', task: 'release-places' }, async (tx) => {
    const released = await releasePlaces(tx, deps.now());
    await announce(tx, ...released.map(({ officeId, agendaId }) => topicOf(officeId, agendaId)));
    return released.reduce((total, each) => total + each.places, 0);
  });
}

/** Reminds the owners of appointments that are near. */
export async function remindOwners(deps: Deps): Promise<number> {
  const now = deps.now();
  return deps.db.transaction({ kind: 'system', task: 'remind' }, async (tx) => {
    const due = await lockDueReminders(tx, now, batch);
    for (const appointment of due) {
      if (Temporal.Instant.compare(appointment.startsAt, now) > 0) {
        await writeToOwner(tx, deps, appointment, (to) => reminderLetter(deps, appointment, to));
      }
      await saveNextReminder(tx, appointment, nextReminder(appointment.startsAt, now));
    }
    return due.length;
  });
}

/** Reminds those who booked for parties that are near: once for all members. */
export async function remindParties(deps: Deps): Promise<number> {
  const now = deps.now();
  return deps.db.transaction({ kind: 'system', task: 'remind' }, async (tx) => {
    const due = await lockPartiesToRemind(tx, now, batch);
    for (const party of due) {
      const members = await listMembers(tx, party.officeId, party.id);
      const coming = membersIn({ party, members }, ['booked', 'in_charge']).filter(
        (member) => Temporal.Instant.compare(member.startsAt, now) > 0,
      );
      if (coming.length > 0) {
        await writeToBooker(tx, deps, party.accountId, (reader) => reminderPartyLetter(deps, coming, reader));
      }
      await savePartyReminder(tx, party, reminderOf(coming, now));
    }
    return due.length;
  });
}
