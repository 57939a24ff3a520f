import type { Tx } from '#platform/database/database.ts';
import type { Applicant } from '../domain/applicant.ts';
import { holdAccountAlone, holdAccountsTogether } from '../store/accounts.ts';
import { readApplicants } from '../store/applicants.ts';
import { listContacts } from '../store/contacts.ts';

export type { Applicant };

/**
 * The people of these accounts, in no set order; accounts that the transaction's principal may not see are left out (the
 * person sees the own, an office those of its residents, the platform all).
 */
export function findApplicants(tx: Tx, accountIds: readonly string[]): Promise<Applicant[]> {
  return readApplicants(tx, accountIds);
}

/**
 * Whoever does something for accounts that outlives the transaction (books, files, declares) holds them first and reads
 * them then: an account that is being closed or moved is waited for.
 */
export function holdAccounts(tx: Tx, accountIds: readonly string[]): Promise<void> {
  return holdAccountsTogether(tx, accountIds);
}

/** Who closes an account holds it alone, before anything else is looked at. */
export function holdAccountToClose(tx: Tx, accountId: string): Promise<void> {
  return holdAccountAlone(tx, accountId);
}

/** The e-mail address and the mobile number of an account, for what was written down under them elsewhere. */
export async function findContacts(tx: Tx, accountId: string): Promise<string[]> {
  return (await listContacts(tx, accountId)).map((each) => each.value);
}

/** The e-mail address of an account, where its person has proven it. */
export async function findVerifiedEmail(tx: Tx, accountId: string): Promise<string | undefined> {
  return (await listContacts(tx, accountId)).find((each) => each.kind === 'email' && each.verified)?.value;
}
