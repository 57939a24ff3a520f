import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { AireInitiative, AireReason } from '../domain/abroad.ts';
import type { PersonId } from '../domain/record.ts';

export interface AireRegistration {
  readonly municipality: string;
  readonly changeId: string;
  readonly personId: PersonId;
  readonly reason: AireReason;
  readonly initiative: AireInitiative;
  /** When the declaration reached the consulate. */
  readonly reachedConsulateOn: CivilDate | null;
}

export async function insertAireRegistration(tx: Tx, registration: AireRegistration): Promise<void> {
  const { municipality, changeId, personId, reason, initiative, reachedConsulateOn } = registration;
  await tx.sql(
    `insert into registry.aire_registration (municipality, change_id, person_id, reason, initiative, reached_consulate_on)
     values ($1, $2, $3, $4, $5, $6)`,
    [municipality, changeId, personId, reason, initiative, reachedConsulateOn],
  );
}

/** The entries in consular registers that wait for somebody's registration, in whatever office; the platform asks. */
export async function listWaitingEntries(
  tx: Tx,
  { personId, personKey }: { readonly personId: PersonId; readonly personKey: string },
): Promise<{ readonly officeId: string; readonly entryId: string }[]> {
  return tx.sql(
    `select office_id as "officeId", id as "entryId" from registry.consular_entry
     where state = 'waiting_for_municipality' and (person_id = $1 or person_key = $2)`,
    [personId, personKey],
  );
}
