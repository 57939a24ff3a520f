import type { PublicPasskey } from '#platform/credentials/passkeys.ts';
import { tokenHash } from '#platform/credentials/tokens.ts';
import type { Tx } from '#platform/database/database.ts';
import type { ChallengePurpose, Holder, Passkey } from '../domain/passkey.ts';

const columnOf = (holder: Holder): readonly [string, string] =>
  'accountId' in holder ? ['account_id', holder.accountId] : ['official_id', holder.officialId];

/** Keeps the hash of a question to a device. */
export async function insertChallenge(
  tx: Tx,
  challenge: string,
  { purpose, holder }: { purpose: ChallengePurpose; holder: Holder | undefined },
  until: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `insert into identity.passkey_challenge (challenge_hash, purpose, account_id, official_id, expires_at)
     values ($1, $2, $3, $4, $5)`,
    [
      tokenHash(challenge),
      purpose,
      holder !== undefined && 'accountId' in holder ? holder.accountId : null,
      holder !== undefined && 'officialId' in holder ? holder.officialId : null,
      until,
    ],
  );
}

/** Takes a question away with its first answer; false when it was never asked, or not this person, or too long ago. */
export async function takeChallenge(
  tx: Tx,
  challenge: string,
  { purpose, holder }: { purpose: ChallengePurpose; holder: Holder | undefined },
  at: Temporal.Instant,
): Promise<boolean> {
  const taken = await tx.sql(
    `delete from identity.passkey_challenge where challenge_hash = $1 and purpose = $2 and expires_at > $3
       and account_id is not distinct from $4::uuid and official_id is not distinct from $5::uuid
     returning challenge_hash`,
    [
      tokenHash(challenge),
      purpose,
      at,
      holder !== undefined && 'accountId' in holder ? holder.accountId : null,
      holder !== undefined && 'officialId' in holder ? holder.officialId : null,
    ],
  );
  return taken.length > 0;
}

/** False when the device's key is there already. */
export async function insertPasskey(
  tx: Tx,
  { id, holder, label, key }: { id: string; holder: Holder; label: string; key: PublicPasskey },
  at: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx.sql(
    `insert into identity.passkey (id, account_id, official_id, credential_id, public_key, sign_count, transports, label, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (credential_id) do nothing returning id`,
    [
      id,
      'accountId' in holder ? holder.accountId : null,
      'officialId' in holder ? holder.officialId : null,
      key.credentialId,
      key.publicKey,
      key.signCount,
      key.transports,
      label,
      at,
    ],
  );
  return rows.length > 0;
}

export async function listPasskeys(tx: Tx, holder: Holder): Promise<(Passkey & PublicPasskey)[]> {
  const [column, id] = columnOf(holder);
  return tx.sql<Passkey & PublicPasskey>(
    `select id, label, created_at as "createdAt", last_used_at as "lastUsedAt", credential_id as "credentialId",
       public_key as "publicKey", sign_count as "signCount", transports
     from identity.passkey where ${column} = $1 order by created_at, id`,
    [id],
  );
}

export interface FoundPasskey extends PublicPasskey {
  readonly id: string;
  readonly accountId: string | null;
  readonly officialId: string | null;
}

/** The passkey that a device speaks of, kept from a second use at once. */
export async function findPasskey(tx: Tx, credentialId: string): Promise<FoundPasskey | undefined> {
  const [row] = await tx.sql<FoundPasskey>(
    `select id, account_id as "accountId", official_id as "officialId", credential_id as "credentialId",
       public_key as "publicKey", sign_count as "signCount", transports
     from identity.passkey where credential_id = $1 for update`,
    [credentialId],
  );
  return row;
}

export async function notePasskeyUse(
  tx: Tx,
  id: string,
  signCount: number,
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql('update identity.passkey set sign_count = $2, last_used_at = $3 where id = $1', [
    id,
    signCount,
    at,
  ]);
}

export async function renamePasskey(tx: Tx, holder: Holder, id: string, label: string): Promise<boolean> {
  const [column, holderId] = columnOf(holder);
  const rows = await tx.sql(
    `update identity.passkey set label = $3 where id = $1 and ${column} = $2 returning id`,
    [id, holderId, label],
  );
  return rows.length > 0;
}

export async function removePasskeys(tx: Tx, holder: Holder, which: 'all' | { id: string }): Promise<number> {
  const [column, holderId] = columnOf(holder);
  const rows = await tx.sql(
    `delete from identity.passkey where ${column} = $1 and ($2::uuid is null or id = $2) returning id`,
    [holderId, which === 'all' ? null : which.id],
  );
  return rows.length;
}
