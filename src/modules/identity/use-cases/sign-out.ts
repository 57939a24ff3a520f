import { tokenHash } from '#platform/credentials/tokens.ts';
import { record } from '#platform/event-log/record.ts';
import { actorOf, type Who } from '#platform/web/who.ts';
import { endSession } from '../store/sessions.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';

/** Ends the sessions of these cookies; a cookie that names none is no fault. */
export async function signOut(
  { db, now }: IdentityDeps,
  { tokens, who }: { tokens: readonly string[]; who: Who },
): Promise<void> {
  await db.transaction(asIdentity, async (tx) => {
    for (const token of tokens) await endSession(tx, tokenHash(token));
    if (who.kind === 'visitor') return;
    await record(tx, {
      type: who.kind === 'citizen' ? 'account.signed-out' : 'official.signed-out',
      subject:
        who.kind === 'citizen'
          ? { kind: 'account', id: who.accountId }
          : { kind: 'official', id: who.officialId },
      actor: actorOf(who),
      at: now(),
      ...(who.kind === 'citizen' ? { accountId: who.accountId } : {}),
    });
  });
}
