import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { record } from '#platform/event-log/record.ts';
import type { Citizen } from '#platform/web/who.ts';
import { forgetBrowsers } from '../store/accounts.ts';
import { revokeApiTokens } from '../store/api-tokens.ts';
import { endOwnSession, endSessions, listSessions, type OwnSession } from '../store/sessions.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';

export type { OwnSession };

/** Where the person is signed in (sessioni e dispositivi). */
export function readSessions({ db, now }: IdentityDeps, accountId: string): Promise<OwnSession[]> {
  // The rows bear the hashes of tokens: nobody but the platform reads them.
  return db.transaction(asIdentity, (tx) => listSessions(tx, accountId, now()));
}

/** Signs one device out; other people's sessions are not found. */
export async function endOneSession(
  { db, now }: IdentityDeps,
  { accountId, id }: { accountId: string; id: string },
): Promise<Outcome<null, { code: 'no_such_session' }>> {
  return db.transaction(asIdentity, async (tx) => {
    if (!(await endOwnSession(tx, accountId, id))) return refused({ code: 'no_such_session' });
    await record(tx, {
      type: 'account.session-ended',
      subject: { kind: 'account', id: accountId },
      actor: { kind: 'citizen', id: accountId },
      at: now(),
      accountId,
    });
    return granted(null);
  });
}

/**
 * Signs out everywhere else, API tokens included; asked to, makes strangers of all the browsers that know the account,
 * this one too: the next wrong passwords from them count in the lane of strangers.
 */
export async function signOutEverywhere(
  { db, now }: IdentityDeps,
  { who, forget }: { who: Citizen; forget: boolean },
): Promise<void> {
  const { accountId, sessionId } = who;
  await db.transaction(asIdentity, async (tx) => {
    await endSessions(tx, { accountId }, sessionId);
    await revokeApiTokens(tx, accountId, 'all', now());
    if (forget) await forgetBrowsers(tx, accountId);
    await record(tx, {
      type: 'account.signed-out-everywhere',
      subject: { kind: 'account', id: accountId },
      actor: { kind: 'citizen', id: accountId },
      at: now(),
      accountId,
      facts: { browsersForgotten: forget },
    });
  });
}
