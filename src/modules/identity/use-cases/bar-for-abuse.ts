import type { Message } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { actorOf, type Official } from '#platform/web/who.ts';
import { contestLinkFor } from '../domain/sign-in-lane.ts';
import { letters, letterTo, linkTo } from '../letters/letter.ts';
import { findAccount } from '../store/accounts.ts';
import { insertBlock } from '../store/blocks.ts';
import { listContacts } from '../store/contacts.ts';
import { insertLink } from '../store/links.ts';

/**
 * Bars the contacts of an account that is about to be closed for abuse (uso abusivo): of them only keyed hashes will be
 * left. The letter with the reason and the way to contest it is handed back, to leave when the account is closed.
 */
export async function barForAbuse(
  tx: Tx,
  { keys, publicUrl }: Deps,
  {
    accountId,
    explanation,
    by,
    at,
  }: { accountId: string; explanation: string; by: Official; at: Temporal.Instant },
): Promise<Message | undefined> {
  const account = await findAccount(tx, accountId, { forChange: true });
  const verified = (await listContacts(tx, accountId)).filter((each) => each.verified);
  const box = verified.find((each) => each.kind === 'email') ?? verified[0];
  if (account === undefined || box === undefined) return undefined;
  const id = crypto.randomUUID();
  const { officeId, locale } = account;
  await insertBlock(
    tx,
    {
      id,
      officeId,
      accountId,
      contactKind: box.kind,
      reason: 'closed_for_abuse',
      provenKind: box.kind,
      explanation,
    },
    verified.map((each) => each.key),
    at,
  );
  const token = keys.token();
  await insertLink(tx, token, { purpose: 'contest', blockId: id }, at, at.add(contestLinkFor));
  await record(tx, {
    type: 'account.barred-for-abuse',
    subject: { kind: 'registration-block', id },
    actor: actorOf(by),
    at,
    accountId,
    ...(officeId === null ? {} : { officeId }),
  });
  const letter = letters[locale].closedForAbuse(explanation, linkTo.contest(publicUrl, locale, token));
  return { ...letterTo(box, locale, letter), eraseOnceSent: true };
}
