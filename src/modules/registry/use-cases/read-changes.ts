import type { RecordChange } from '../domain/change.ts';
import type { Reader } from '../domain/reading.ts';
import type { PersonId } from '../domain/record.ts';
import type { Version } from '../domain/two-times.ts';
import { findPersonOfAccount } from '../store/account-links.ts';
import { listChanges, listTimes } from '../store/changes.ts';
import { log, principalOf, type RegistryDeps } from './read-record.ts';

export interface RecordHistory {
  /** What was changed, latest first. */
  readonly changes: readonly RecordChange[];
  /** Every version with its two times: `readRecord` with `at` and `knownAt` reads what it said. */
  readonly versions: readonly (Omit<Version<unknown>, 'content'> & { readonly changeId: string | null })[];
}

/** What was known when of a record, and which acts changed it. */
export async function readChanges(
  { db, now }: RegistryDeps,
  { personId, reader }: { readonly personId: PersonId; readonly reader: Reader },
): Promise<RecordHistory> {
  return db.transaction(principalOf(reader), async (tx) => {
    const own = reader.kind === 'self' ? await findPersonOfAccount(tx, reader.accountId) : undefined;
    if (reader.kind === 'self' && own !== personId) return { changes: [], versions: [] };
    const versions = await listTimes(tx, personId);
    if (versions.length === 0) return { changes: [], versions };
    await log(tx, [personId], reader, own, now());
    return { changes: await listChanges(tx, personId), versions };
  });
}
