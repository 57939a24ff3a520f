import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { tokenHash } from '#platform/credentials/tokens.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { apiTokenFor, apiTokenPrefix, apiTokensAtMost } from '../domain/session.ts';
import { insertApiToken, listApiTokens, revokeApiTokens } from '../store/api-tokens.ts';

/**
 * Makes a token for the API (`Authorization: Bearer …`) of an active account. It follows from the key, so that the same
 * key gives the same token again and nothing readable is kept.
 */
export async function createApiToken(
  { db, now, keys }: Deps,
  { accountId, label, key }: { accountId: string; label: string; key: string },
): Promise<Outcome<{ token: string }, { code: 'too_many_tokens' }>> {
  const at = now();
  const token = apiTokenPrefix + keys.hash('api-token', `${accountId}:${key}`);
  return db.transaction({ kind: 'citizen', accountId }, async (tx) => {
    if ((await listApiTokens(tx, accountId, at)).length >= apiTokensAtMost) {
      return refused({ code: 'too_many_tokens' });
    }
    const id = crypto.randomUUID();
    const made = await insertApiToken(
      tx,
      { id, accountId, tokenHash: tokenHash(token), label, expiresAt: at.add(apiTokenFor) },
      at,
    );
    if (made) {
      await record(tx, {
        type: 'api-token.created',
        subject: { kind: 'api-token', id },
        actor: { kind: 'citizen', id: accountId },
        at,
        accountId,
      });
    }
    return granted({ token });
  });
}

/** Takes an API token back; the next request with it is a stranger's. */
export async function revokeApiToken(
  { db, now }: Deps,
  { accountId, id }: { accountId: string; id: string },
): Promise<Outcome<null, { code: 'no_such_token' }>> {
  const at = now();
  return db.transaction({ kind: 'citizen', accountId }, async (tx) => {
    if ((await revokeApiTokens(tx, accountId, { id }, at)) === 0) return refused({ code: 'no_such_token' });
    await record(tx, {
      type: 'api-token.revoked',
      subject: { kind: 'api-token', id },
      actor: { kind: 'citizen', id: accountId },
      at,
      accountId,
    });
    return granted(null);
  });
}
