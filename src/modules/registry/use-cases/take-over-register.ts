import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import type { ConsularData } from '../domain/consular-entry.ts';
import type { PersonId } from '../domain/record.ts';
import { insertEntries } from '../store/consular-entries.ts';

/** Somebody whom an office has in its register already. */
export interface KnownInRegister {
  readonly accountId?: string | null;
  readonly personId?: PersonId | null;
  readonly data: ConsularData;
  /** Since when the municipality has confirmed AIRE; nothing while it has not. */
  readonly aireSince?: CivilDate;
  /** Since when the person is in the register; from now on where it is not known. */
  readonly knownSince?: Temporal.Instant;
}

/**
 * Takes over the register that an office has kept elsewhere (presa in carico dello schedario), many people at once;
 * answers how many entries were made. Whoever is in a register already stays there, so that it may be repeated.
 */
export async function takeOverRegister(
  tx: Tx,
  {
    officeId,
    people,
    source,
    actor,
    at,
  }: {
    readonly officeId: string;
    readonly people: readonly KnownInRegister[];
    readonly source: string;
    readonly actor: Actor;
    readonly at: Temporal.Instant;
  },
): Promise<number> {
  if (people.length === 0) return 0;
  const entries = people.map(({ accountId = null, personId = null, data, aireSince, knownSince = at }) => ({
    ...data,
    officeId,
    id: crypto.randomUUID(),
    accountId,
    personId,
    enteredAt: knownSince,
    source,
    ...(aireSince && { aireSince, aireSource: source }),
  }));
  const made = new Set(await insertEntries(tx, entries));
  await record(
    tx,
    ...entries
      .filter(({ id }) => made.has(id))
      .map(({ id, accountId }) => ({
        type: 'registry.consular-entry-made',
        subject: { kind: 'consular-entry', id },
        actor,
        at,
        officeId,
        ...(accountId !== null && { accountId }),
        facts: { source, from: [] },
      })),
  );
  return made.size;
}
