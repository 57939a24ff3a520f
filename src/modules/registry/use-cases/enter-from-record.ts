import { type CivilDate, plainDate } from '#kernel/civil-date.ts';
import { findApplicants } from '#modules/identity/public.ts';
import { system } from '#platform/event-log/record.ts';
import { fromRecord } from '../domain/from-record.ts';
import type { PersonId } from '../domain/record.ts';
import { findOwnEntry } from '../store/find-entries.ts';
import { insertReadings } from '../store/readings.ts';
import { findRecord } from '../store/records.ts';
import type { RegistryDeps } from './read-record.ts';
import { takeOverRegister } from './take-over-register.ts';

/** AIRE’s confirmation is as old as the entry at least. */
function beginningOf(day: CivilDate): Temporal.Instant {
  return plainDate(day).toZonedDateTime('Europe/Rome').toInstant();
}

/**
 * Somebody who has proved who they are, whom the municipality has in AIRE with the very office of the account, and who is
 * in no consular register here yet: the confirmation that CF-4 asks for was given long ago, so they need not ask again.
 */
export async function enterFromRecord(
  { db, now }: RegistryDeps,
  { accountId, personId }: { readonly accountId: string; readonly personId: PersonId },
): Promise<void> {
  const at = now();
  await db.transaction({ kind: 'system', task: 'registry-matching' }, async (tx) => {
    if ((await findOwnEntry(tx, accountId)) !== undefined) return;
    const record = await findRecord(tx, personId);
    const known = record && fromRecord(record);
    const [applicant] = await findApplicants(tx, [accountId]);
    if (known === undefined || applicant?.officeId !== known.consulate) return;
    const { data, aireSince } = known;
    const made = await takeOverRegister(tx, {
      officeId: known.consulate,
      people: [{ accountId, personId, data, aireSince, knownSince: beginningOf(aireSince) }],
      source: 'ANPR',
      actor: system('registry-matching'),
      at,
    });
    if (made > 0)
      await insertReadings(tx, [
        { personId, at, by: { kind: 'system', name: 'registry' }, why: 'consular_register' },
      ]);
  });
}
