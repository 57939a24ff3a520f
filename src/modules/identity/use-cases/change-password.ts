import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Citizen } from '#platform/web/who.ts';
import type { PasswordFault } from '../domain/password-policy.ts';
import { findAccount, findPasswordHash } from '../store/accounts.ts';
import { guardLane } from './guard-lane.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';
import { findPasswordFault, replacePassword } from './recover-password.ts';

export type ChangePasswordRefusal =
  | { readonly code: 'wrong_password' }
  | { readonly code: 'password'; readonly fault: PasswordFault };

/** A signed-in person changes the password; the current one is asked for, within five tries a day. */
export async function changePassword(
  deps: IdentityDeps,
  { who, current, next }: { who: Citizen; current: string; next: string },
): Promise<Outcome<null, ChangePasswordRefusal>> {
  const { db, passwords, keys } = deps;
  const { account, kept } = await db.transaction(asIdentity, async (tx) => ({
    account: await findAccount(tx, who.accountId),
    kept: await findPasswordHash(tx, who.accountId),
  }));
  if (account === undefined) throw new Error('A session without its account');
  const fault = await findPasswordFault(deps, account, next);
  if (fault !== undefined) return refused({ code: 'password', fault });
  if (kept === undefined) {
    // Who came by a digital identity has no password yet; whatever else opened the session does not make one.
    if (who.signedInWith !== 'spid') return refused({ code: 'wrong_password' });
    const passwordHash = await passwords.hash(next, 'known_browser');
    await db.transaction(asIdentity, (tx) =>
      replacePassword(tx, deps, account, passwordHash, { keepSessionId: who.sessionId }),
    );
    return granted(null);
  }
  const changed = await guardLane(deps, keys.hash('lane', `change:${account.id}`), {
    verify: async () =>
      (await passwords.verify(kept, current, 'known_browser'))
        ? await passwords.hash(next, 'known_browser')
        : undefined,
    onMatch: async (tx, passwordHash) => {
      await replacePassword(tx, deps, account, passwordHash, { keepSessionId: who.sessionId });
      return true;
    },
    onShut: async () => {},
  });
  return changed === undefined ? refused({ code: 'wrong_password' }) : granted(null);
}

/** Whether an account opens with a password at all. */
export function hasPassword({ db }: IdentityDeps, accountId: string): Promise<boolean> {
  return db.transaction(asIdentity, async (tx) => (await findPasswordHash(tx, accountId)) !== undefined);
}
