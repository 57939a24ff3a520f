import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { personKeyOf } from '#modules/identity/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { announce } from '#platform/outbox/announce.ts';
import { listAgendasOf } from '../store/agendas.ts';
import { findRunningSlot } from '../store/slots.ts';
import { addPlace, insertWalkIn } from '../store/walk-ins.ts';
import type { Serving } from './serve-day.ts';
import { dayTopicOf } from './topics.ts';

export interface WalkIn {
  readonly serviceId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: CivilDate;
  readonly taxCode: string | null;
  readonly locale: Locale;
  readonly notes: string;
  readonly key: string;
}

export type WalkInRefusal =
  /** The service has no hours today. */
  | { readonly code: 'no_hours_today' }
  /** The person has a live booking of this service. */
  | { readonly code: 'already_booked' }
  | KeyReused;

/** Serves somebody who came without an appointment (senza appuntamento): checked in at once, beyond the agenda's places. */
export async function addWalkIn(
  deps: Deps,
  { as, actor, officeId }: Serving,
  { key, ...person }: WalkIn,
): Promise<Outcome<{ id: string }, WalkInRefusal>> {
  const now = deps.now();
  const zone = findOffice(officeId)?.timeZone ?? 'UTC';
  const attempt = { scope: 'id' in actor ? actor.id : 'visitor', key, wish: { walkIn: person }, at: now };
  class Undo extends Error {}
  try {
    return await deps.db.transaction(as, (tx) =>
      once<{ id: string }, WalkInRefusal>(tx, attempt, async () => {
        const agendas = await listAgendasOf(tx, officeId, person.serviceId);
        const slot = await findRunningSlot(
          tx,
          officeId,
          agendas.map((agenda) => agenda.id),
          { day: dayAt(now, zone), now },
        );
        if (slot === undefined) return refused({ code: 'no_hours_today' });
        const id = crypto.randomUUID();
        const place = await addPlace(tx, officeId, slot.id);
        const inserted = await insertWalkIn(
          tx,
          { ...person, officeId, id, slotId: slot.id, place, startsAt: slot.startsAt, endsAt: slot.endsAt },
          { personKey: personKeyOf(deps.keys, person), now },
        );
        if (!inserted) throw new Undo();
        await record(tx, {
          type: 'appointment.walked-in',
          subject: { kind: 'appointment', id },
          actor,
          at: now,
          officeId,
          facts: { service: person.serviceId },
        });
        await announce(tx, dayTopicOf(officeId));
        return granted({ id });
      }),
    );
  } catch (error) {
    if (error instanceof Undo) return refused({ code: 'already_booked' });
    throw error;
  }
}
