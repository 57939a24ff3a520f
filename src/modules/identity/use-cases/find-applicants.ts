import type { Tx } from '#platform/database/database.ts';
import type { Applicant } from '../domain/applicant.ts';
import { readApplicants } from '../store/applicants.ts';

export type { Applicant };

/**
 * The people of these accounts, in no set order; accounts that the transaction's principal may not see are left out (the
 * person sees the own, an office those of its residents, the platform all).
 */
export function findApplicants(tx: Tx, accountIds: readonly string[]): Promise<Applicant[]> {
  return readApplicants(tx, accountIds);
}
