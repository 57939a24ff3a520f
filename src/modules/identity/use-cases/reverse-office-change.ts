import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { actorOf, type Official, principalOf } from '#platform/web/who.ts';
import { mayReverse, type ReversalFault } from '../domain/office-change.ts';
import { findAccount, holdAccountAlone } from '../store/accounts.ts';
import { findOfficeChange, listOfficeChanges, saveReversal } from '../store/office-changes.ts';
import { carryOut } from './change-office.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';

export type ReversalRefusal =
  | { readonly code: 'no_such_change' | 'reason_missing' | ReversalFault }
  | KeyReused;

/**
 * An operator of either office undoes a mistaken change of office at the person's request, once, with the reason; what
 * the change has ended (appointments given to others) does not come back.
 */
export async function reverseOfficeChange(
  deps: IdentityDeps,
  { changeId, reason, by, key }: { changeId: string; reason: string; by: Official; key: string },
): Promise<Outcome<null, ReversalRefusal>> {
  const { db, now } = deps;
  const at = now();
  const why = reason.trim().slice(0, 1000);
  if (why === '') return refused({ code: 'reason_missing' });
  const seen = await db.transaction(principalOf(by), (tx) => findOfficeChange(tx, changeId));
  if (seen === undefined) return refused({ code: 'no_such_change' });
  return db.transaction(asIdentity, (tx) =>
    once<null, ReversalRefusal>(
      tx,
      { scope: `official:${by.officialId}`, key, wish: { reverse: changeId, why }, at },
      async () => {
        await holdAccountAlone(tx, seen.accountId);
        const account = await findAccount(tx, seen.accountId, { forChange: true });
        const changes = await listOfficeChanges(tx, seen.accountId);
        const change = changes.find((each) => each.id === changeId);
        if (account?.state !== 'active' || change === undefined) {
          return refused({ code: 'no_such_change' });
        }
        const allowed = mayReverse(change, { changes, currentOfficeId: account.officeId });
        if (!allowed.ok) return allowed;
        await saveReversal(tx, changeId, { by: by.officialId, reason: why }, at);
        const back = {
          id: changeId,
          toOfficeId: change.fromOfficeId,
          toCountry: change.fromCountry,
          toPlace: change.fromPlace,
        };
        await carryOut(tx, deps, account, back, actorOf(by), 'reversed');
        return granted(null);
      },
    ),
  );
}
