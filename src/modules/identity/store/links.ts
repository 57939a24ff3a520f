import { tokenHash } from '#platform/credentials/tokens.ts';
import type { Tx } from '#platform/database/database.ts';

export type LinkPurpose = 'recovery' | 'unlock' | 'contest' | 'enrolment' | 'official_unlock' | 'objection';

export interface Link {
  readonly purpose: LinkPurpose;
  readonly accountId?: string | null;
  readonly officialId?: string | null;
  readonly blockId?: string | null;
  readonly reentryId?: string | null;
}

/** Keeps the hash of a link's token; the token itself is only in the letter. */
export async function insertLink(
  tx: Tx,
  token: string,
  { purpose, accountId = null, officialId = null, blockId = null, reentryId = null }: Link,
  at: Temporal.Instant,
  until: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `insert into identity.link (token_hash, purpose, account_id, official_id, block_id, reentry_id, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tokenHash(token), purpose, accountId, officialId, blockId, reentryId, at, until],
  );
}

const columns =
  'purpose, account_id as "accountId", official_id as "officialId", block_id as "blockId", reentry_id as "reentryId"';

/** The link, while it still opens; looking does not use it up, because mail programs look too. */
export async function findLink(
  tx: Tx,
  token: string,
  purpose: LinkPurpose,
  at: Temporal.Instant,
): Promise<Link | undefined> {
  const [link] = await tx.sql<Link>(
    `select ${columns} from identity.link where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3`,
    [tokenHash(token), purpose, at],
  );
  return link;
}

/** Uses a link up; of several at once only one gets it. */
export async function useLink(
  tx: Tx,
  token: string,
  purpose: LinkPurpose,
  at: Temporal.Instant,
): Promise<Link | undefined> {
  const [link] = await tx.sql<Link>(
    `update identity.link set used_at = $3 where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3
     returning ${columns}`,
    [tokenHash(token), purpose, at],
  );
  return link;
}

/** Closes the other links of the same purpose and person. */
export async function dropLinks(
  tx: Tx,
  purpose: LinkPurpose,
  { accountId = null, officialId = null }: { accountId?: string | null; officialId?: string | null },
): Promise<void> {
  await tx.sql(
    `delete from identity.link where purpose = $1 and account_id is not distinct from $2::uuid
       and official_id is not distinct from $3::uuid and used_at is null`,
    [purpose, accountId, officialId],
  );
}
