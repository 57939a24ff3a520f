import type { Tx } from '#platform/database/database.ts';
import type { Colleague } from '../domain/colleague.ts';
import { listColleagues } from '../store/colleagues.ts';

/** Who works at an office today, by name, as the transaction’s principal may see. */
export function officialsAt(tx: Tx, officeId: string): Promise<Colleague[]> {
  return listColleagues(tx, officeId);
}
