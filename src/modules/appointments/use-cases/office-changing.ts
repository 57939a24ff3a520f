import type { Text } from '#kernel/locale.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Actor } from '#platform/event-log/record.ts';
import { type Appointment, spanOf, type Unit } from '../domain/appointment.ts';
import { insertChange } from '../store/office-changes.ts';

/** What the office does with an appointment that it cannot keep, and with those who come together with it. */
export interface OfficeDecision {
  readonly id: string;
  /** The hour in which the official saw it: an appointment that has moved since is left alone. */
  readonly fromSlotId: number;
  /** The hour offered instead; without one the appointment is cancelled and its people choose anew. */
  readonly toSlotId: number | null;
  /** Of a party this person only, where it is cancelled. */
  readonly onlyThis: boolean;
  readonly reason: Text;
  /** Hours for which the offered place is held. */
  readonly answerHours: number;
  readonly key: string;
}

/** A decision on its way: whom it concerns and under which number it is kept. */
export interface Changing {
  readonly officeId: string;
  readonly actor: Actor;
  readonly unit: Unit;
  /** Those of the unit whom the change concerns. */
  readonly members: readonly Appointment[];
  readonly changeId: string;
  readonly decision: OfficeDecision;
  readonly priorityUntil: Temporal.Instant;
  readonly now: Temporal.Instant;
}

/** Writes down what the office did and why, before the appointments refer to it. */
export async function noteChange(
  tx: Tx,
  { officeId, changeId, members, decision, priorityUntil, now }: Changing,
  kind: 'offered' | 'cancelled',
): Promise<void> {
  const [first] = members;
  if (first === undefined) throw new Error('A change that concerns nobody');
  await insertChange(
    tx,
    {
      officeId,
      id: changeId,
      kind,
      serviceId: first.serviceId,
      accountId: first.accountId,
      people: members.length,
      wasAt: spanOf(members).startsAt,
      reason: decision.reason,
      priorityUntil,
    },
    now,
  );
}
