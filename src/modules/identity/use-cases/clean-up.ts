import type { Deps } from '#platform/deps.ts';
import { pendingFor } from '../domain/account.ts';
import { contestFor } from '../domain/registration-block.ts';
import { laneWindow } from '../domain/sign-in-lane.ts';
import { eraseAbandonedAccounts } from '../store/accounts.ts';
import { asIdentity } from './identity-deps.ts';

/** Erases what has expired: codes, links, sessions, counters, registrations that were never finished. */
export async function cleanUp({ db, now }: Deps): Promise<void> {
  const at = now();
  const dayAgo = at.subtract(laneWindow);
  await db.transaction(asIdentity, async (tx) => {
    await tx.sql('delete from identity.session where ends_at <= $1', [at]);
    await tx.sql('delete from identity.one_time_code where expires_at <= $1', [dayAgo]);
    await tx.sql('delete from identity.link where expires_at <= $1', [dayAgo]);
    await tx.sql('delete from identity.send_count where began_at <= $1', [dayAgo]);
    await tx.sql(
      'delete from identity.sign_in_lane where began_at <= $1 and (locked_until is null or locked_until <= $2)',
      [dayAgo, at],
    );
    await eraseAbandonedAccounts(tx, {
      pendingBefore: at.subtract(pendingFor),
      blockedBefore: at.subtract(contestFor),
    });
  });
}
