import type { Tx } from '../database/database.ts';

/** Who did something: a person, an official, or the platform by itself. */
export type Actor =
  | { readonly kind: 'citizen'; readonly id: string }
  | { readonly kind: 'official'; readonly id: string }
  | { readonly kind: 'visitor' }
  | { readonly kind: 'system'; readonly id: string };

/** One line of history. Facts hold codes, ids and times, never what a person typed freely. */
export interface HistoryEvent {
  /** `module-word.past-tense`, as `appointment.booked`. */
  readonly type: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly actor: Actor;
  readonly at: Temporal.Instant;
  /** The office whose officials may read the line. */
  readonly officeId?: string;
  /** The citizen whom the line concerns, and who may read it. */
  readonly accountId?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

export const system = (task: string): Actor => ({ kind: 'system', id: task });

/** Writes lines of history in the transaction of the change that they tell of. */
export async function record(tx: Tx, ...events: readonly HistoryEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.sql(
    // The transaction gets its number before the lines get theirs: a sealer never sees a later line without an earlier one.
    `with mine as materialized (select pg_current_xact_id() as transaction_id)
     insert into platform.event (transaction_id, at, type, subject_kind, subject_id, office_id, account_id, actor_kind, actor_id, facts)
     select mine.transaction_id, line.* from mine, unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::jsonb[]) as line`,
    [
      events.map((event) => event.at),
      events.map((event) => event.type),
      events.map((event) => event.subject.kind),
      events.map((event) => event.subject.id),
      events.map((event) => event.officeId ?? null),
      events.map((event) => event.accountId ?? null),
      events.map((event) => event.actor.kind),
      events.map((event) => ('id' in event.actor ? event.actor.id : null)),
      events.map((event) => JSON.stringify(event.facts ?? {})),
    ],
    'record-events',
  );
}
