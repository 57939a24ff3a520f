import type { PartialDate } from '#kernel/partial-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { ConsularStanding, ConsularState } from '../domain/consular-entry.ts';
import { findAireOfRecord, findLiveEntry, listLiveStates } from '../store/consular-standing.ts';
import type { RegistryDeps } from './read-record.ts';

/** Which of the three a person has: the account alone, the consular register, AIRE (CF-10). */
export async function consularStanding(
  { db }: Pick<RegistryDeps, 'db'>,
  accountId: string,
): Promise<ConsularStanding> {
  return db.transaction({ kind: 'citizen', accountId }, (tx) => readConsularStanding(tx, accountId));
}

/** The same in a transaction that runs on behalf of the person or of the platform. */
export async function readConsularStanding(tx: Tx, accountId: string): Promise<ConsularStanding> {
  const entry = await findLiveEntry(tx, accountId);
  const record = await findAireOfRecord(tx, accountId);
  const confirmed =
    entry?.state === 'registered_with_aire' && entry.municipality !== null && entry.aireSince !== null
      ? // A day is a partial date of which everything is known.
        { municipalityId: entry.municipality, since: entry.aireSince as string as PartialDate }
      : undefined;
  const aire = confirmed ?? (record && { municipalityId: record.municipality, since: record.since });
  return {
    account: true,
    ...(entry && {
      consularRegister: { officeId: entry.officeId, since: entry.since, state: entry.state },
    }),
    ...(aire && { aire }),
  };
}

/**
 * Who of these accounts is in the consular register of an office: one statement for all of them, in a transaction on
 * behalf of that office.
 */
export async function standingsAtOffice(
  tx: Tx,
  officeId: string,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Exclude<ConsularState, 'ended'>>> {
  const rows = await listLiveStates(tx, officeId, accountIds);
  return new Map(rows.map(({ accountId, state }) => [accountId, state]));
}
