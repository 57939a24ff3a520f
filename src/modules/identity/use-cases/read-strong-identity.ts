import { findStrongIdentity } from '../store/spid.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';

/** The digital identity that an account is connected with, where there is one. */
export function readStrongIdentity(
  { db }: Pick<IdentityDeps, 'db'>,
  accountId: string,
): Promise<{ readonly taxCode: string; readonly connectedAt: Temporal.Instant } | undefined> {
  return db.transaction(asIdentity, (tx) => findStrongIdentity(tx, accountId));
}

/** The tax code that an identity provider has vouched for, for the registry to look for. */
export async function findStrongTaxCode(
  deps: Pick<IdentityDeps, 'db'>,
  accountId: string,
): Promise<string | undefined> {
  return (await readStrongIdentity(deps, accountId))?.taxCode;
}
