import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { remember } from '#platform/credentials/device-cookie.ts';
import { record } from '#platform/event-log/record.ts';
import { findAccount } from '../store/accounts.ts';
import { findLink, type LinkPurpose, useLink } from '../store/links.ts';
import { asIdentity, browserName, type IdentityDeps } from './identity-deps.ts';

/** Whether a link of a letter still opens; looking does not use it up. */
export function linkOpens({ db, now }: IdentityDeps, token: string, purpose: LinkPurpose): Promise<boolean> {
  return db.transaction(asIdentity, async (tx) => (await findLink(tx, token, purpose, now())) !== undefined);
}

/** The unlock link of a letter makes this browser a known one of the account, and does nothing else. */
export async function unlockBrowser(
  { db, now, keys }: IdentityDeps,
  { token, purpose }: { token: string; purpose: 'unlock' | 'official_unlock' },
): Promise<Outcome<{ deviceCookie: string }, { code: 'link_expired' }>> {
  const at = now();
  return db.transaction(asIdentity, async (tx) => {
    const link = await useLink(tx, token, purpose, at);
    const personId = link?.accountId ?? link?.officialId;
    if (personId === undefined || personId === null) return refused({ code: 'link_expired' });
    const account = purpose === 'unlock' ? await findAccount(tx, personId) : undefined;
    if (purpose === 'unlock' && account === undefined) return refused({ code: 'link_expired' });
    await record(tx, {
      type: purpose === 'unlock' ? 'account.browser-unlocked' : 'official.browser-unlocked',
      subject: { kind: purpose === 'unlock' ? 'account' : 'official', id: personId },
      actor: { kind: 'visitor' },
      at,
      ...(purpose === 'unlock' ? { accountId: personId } : {}),
    });
    // A new nonce: the tries that this browser has spent on the account are not to follow it.
    return granted({
      deviceCookie: remember(keys, undefined, account === undefined ? personId : browserName(account)),
    });
  });
}
