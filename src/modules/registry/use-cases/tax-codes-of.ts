import type { Tx } from '#platform/database/database.ts';
import type { PersonId } from '../domain/record.ts';
import { listTaxCodesOf } from '../store/finding.ts';

/** Every tax code that a person's record has or had, for a task of the platform that finds what names one of them. */
export function taxCodesOf(tx: Tx, personId: PersonId): Promise<string[]> {
  return listTaxCodesOf(tx, personId);
}
