import type { Tx } from '#platform/database/database.ts';

/** Sessions that have ended, and codes, links and counters a day after they stopped counting. */
export async function eraseExpired(
  tx: Tx,
  { at, dayAgo }: { at: Temporal.Instant; dayAgo: Temporal.Instant },
): Promise<void> {
  await tx.sql('delete from identity.session where ends_at <= $1', [at]);
  await tx.sql('delete from identity.one_time_code where expires_at <= $1', [dayAgo]);
  await tx.sql('delete from identity.link where expires_at <= $1', [dayAgo]);
  await tx.sql('delete from identity.passkey_challenge where expires_at <= $1', [at]);
  await tx.sql('delete from identity.send_count where began_at <= $1', [dayAgo]);
  await tx.sql(
    'delete from identity.sign_in_lane where began_at <= $1 and (locked_until is null or locked_until <= $2)',
    [dayAgo, at],
  );
}
