import type { Tx } from '#platform/database/database.ts';
import type { Colleague } from '../domain/colleague.ts';
import { listColleagues, listNamesOf } from '../store/colleagues.ts';

/** Who works at an office today, by name, as the transaction’s principal may see. */
export function officialsAt(tx: Tx, officeId: string): Promise<Colleague[]> {
  return listColleagues(tx, officeId);
}

/** The names of officials, dismissed ones too, in a transaction of the platform. */
export async function namesOfOfficials(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await listNamesOf(tx, ids)).map(({ id, name }) => [id, name]));
}
