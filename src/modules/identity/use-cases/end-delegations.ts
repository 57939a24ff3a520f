import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { system } from '#platform/event-log/record.ts';
import { offerAnsweredIn } from '../domain/delegation.ts';
import {
  deleteDelegationsOf,
  lockDelegationsOf,
  lockDueDelegations,
  saveDelegation,
} from '../store/delegations.ts';
import { move } from './delegate.ts';
import { asIdentity } from './identity-deps.ts';

const atOnce = 100;

/** Ends the delegations whose time is over, and the offers that nobody has answered. */
export async function expireDelegations(deps: Deps): Promise<number> {
  const at = deps.now();
  return deps.db.transaction(asIdentity, async (tx) => {
    const offeredBefore = at.subtract({ hours: offerAnsweredIn.days * 24 });
    const due = await lockDueDelegations(tx, { at, offeredBefore }, atOnce);
    for (const delegation of due)
      await move(tx, deps, delegation, {
        event: 'expire',
        actor: system('identity-delegations'),
        change: {},
      });
    return due.length;
  });
}

/**
 * An account is closed: what its person had delegated ends and goes with it; what was delegated to them ends, and of
 * them nothing is left in it but the number of the account. Answers how many there were.
 */
export async function closeDelegations(tx: Tx, deps: Deps, accountId: string): Promise<number> {
  const all = await lockDelegationsOf(tx, accountId);
  for (const before of all) {
    // An offer that nobody has accepted goes with its owner, and nobody needs a letter about it.
    const ends = before.state === 'accepted';
    const actor = system('account-closing');
    const ended = ends ? await move(tx, deps, before, { event: 'revoke', actor, change: {} }) : before;
    if (ended.delegateId === accountId)
      await saveDelegation(tx, { ...ended, delegateEmail: null, delegateKey: null });
  }
  await deleteDelegationsOf(tx, accountId);
  return all.length;
}
