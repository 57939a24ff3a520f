import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { record } from '#platform/event-log/record.ts';
import { actorOf, type Official, principalOf } from '#platform/web/who.ts';
import { accountLifecycle } from '../domain/account.ts';
import { blockLifecycle } from '../domain/registration-block.ts';
import { letters, letterTo, linkTo } from '../letters/letter.ts';
import { findAccount, saveAccountState } from '../store/accounts.ts';
import { type Block, findBlockById, liftBars, saveDecision } from '../store/blocks.ts';
import { listContacts, saveProvenContact } from '../store/contacts.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';

export type DecisionRefusal = { readonly code: 'no_such_block' | 'decided_already' };

/**
 * An operator decides about a blocked registration: lifts the block, and the account becomes active with the contact
 * that was proven, or upholds it after a contest.
 */
export async function decideBlock(
  deps: IdentityDeps,
  { blockId, decision, by }: { blockId: string; decision: 'lift' | 'uphold'; by: Official },
): Promise<Outcome<null, DecisionRefusal>> {
  const { db, now } = deps;
  const at = now();
  const seen = await db.transaction(principalOf(by), (tx) => findBlockById(tx, blockId));
  if (seen === undefined) return refused({ code: 'no_such_block' });
  return db.transaction(asIdentity, async (tx) => {
    const block = await findBlockById(tx, blockId, { forChange: true });
    if (block === undefined) return refused({ code: 'no_such_block' });
    const next = blockLifecycle.next(block.state, decision);
    if (!next.ok || (next.value !== 'lifted' && next.value !== 'upheld')) {
      return refused({ code: 'decided_already' });
    }
    await saveDecision(tx, block.id, next.value, by.officialId, at);
    if (decision === 'lift') await liftBars(tx, block.id);
    await tellMaker(tx, deps, block, decision, at);
    await record(tx, {
      type: decision === 'lift' ? 'account.block-lifted' : 'account.block-upheld',
      subject: { kind: 'registration-block', id: block.id },
      actor: actorOf(by),
      at,
      ...(block.officeId === null ? {} : { officeId: block.officeId }),
      facts: { accountId: block.accountId, reason: block.reason },
    });
    return granted(null);
  });
}

async function tellMaker(
  tx: Tx,
  { publicUrl }: IdentityDeps,
  block: Block,
  decision: 'lift' | 'uphold',
  at: Temporal.Instant,
): Promise<void> {
  const account =
    block.accountId === null ? undefined : await findAccount(tx, block.accountId, { forChange: true });
  if (account === undefined) return;
  const proven = (await listContacts(tx, account.id)).find((contact) => contact.kind === block.provenKind);
  if (proven === undefined) throw new Error('A blocked account without its proven contact');
  const words = letters[account.locale];
  if (decision === 'lift') {
    const next = accountLifecycle.next(account.state, 'lift_block');
    if (!next.ok) throw new Error('A lifted block of an account that is not blocked');
    await saveProvenContact(tx, proven, at);
    await saveAccountState(tx, account.id, next.value, at);
  }
  const letter =
    decision === 'lift' ? words.lifted(linkTo.signIn(publicUrl, account.locale)) : words.upheld();
  await enqueueMessages(tx, at, [letterTo(proven, account.locale, letter)]);
}
