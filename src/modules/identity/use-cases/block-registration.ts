import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { record, system } from '#platform/event-log/record.ts';
import { type Account, accountLifecycle, type ContactKind } from '../domain/account.ts';
import type { BlockReason } from '../domain/registration-block.ts';
import { contestLinkFor } from '../domain/sign-in-lane.ts';
import { letters, letterTo, linkTo } from '../letters/letter.ts';
import { saveAccountState } from '../store/accounts.ts';
import { insertBlock } from '../store/blocks.ts';
import type { KeptContact } from '../store/contacts.ts';
import { insertLink } from '../store/links.ts';
import type { IdentityDeps } from './identity-deps.ts';

/**
 * Stops a registration made with somebody else's contact (blocco per utenza di terzi). Barred from registering again is
 * only the contact that its maker has proven: what they merely typed (name, tax code, the other contact) may be another
 * person's, and so may the network or the browser.
 */
export async function blockRegistration(
  tx: Tx,
  { keys, publicUrl }: IdentityDeps,
  {
    account,
    proven,
    block,
  }: { account: Account; proven: KeptContact; block: { kind: ContactKind; reason: BlockReason } },
  at: Temporal.Instant,
): Promise<void> {
  const next = accountLifecycle.next(account.state, 'block');
  if (!next.ok) throw new Error('A pending account that cannot be blocked');
  await saveAccountState(tx, account.id, next.value, at);
  const blockId = crypto.randomUUID();
  await insertBlock(
    tx,
    {
      id: blockId,
      officeId: account.officeId,
      accountId: account.id,
      contactKind: block.kind,
      reason: block.reason,
      provenKind: proven.kind,
      explanation: null,
    },
    [proven.key],
    at,
  );
  const token = keys.token();
  await insertLink(tx, token, { purpose: 'contest', blockId }, at, at.add(contestLinkFor));
  const url = linkTo.contest(publicUrl, account.locale, token);
  await enqueueMessages(tx, at, [
    letterTo(proven, account.locale, letters[account.locale].blocked(block.kind, block.reason, url)),
  ]);
  await record(tx, {
    type: 'account.registration-blocked',
    subject: { kind: 'registration-block', id: blockId },
    actor: system('identity'),
    at,
    ...(account.officeId === null ? {} : { officeId: account.officeId }),
    facts: { accountId: account.id, reason: block.reason, contact: block.kind, proven: proven.kind },
  });
}
