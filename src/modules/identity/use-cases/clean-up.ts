import type { Deps } from '#platform/deps.ts';
import { pendingFor } from '../domain/account.ts';
import { contestFor } from '../domain/registration-block.ts';
import { laneWindow } from '../domain/sign-in-lane.ts';
import { registerFor } from '../domain/strong-identity.ts';
import { eraseAbandonedAccounts } from '../store/accounts.ts';
import { eraseExpired } from '../store/expired.ts';
import { eraseFormerOffices } from '../store/former-offices.ts';
import { eraseSeenDocuments } from '../store/reentries.ts';
import { eraseOldSpidRequests } from '../store/spid.ts';
import { eraseOldRegister } from '../store/spid-register.ts';
import { asIdentity } from './identity-deps.ts';

/** Erases what has expired: codes, links, sessions, counters, registrations that were never finished. */
export async function cleanUp({ db, now }: Deps): Promise<void> {
  const at = now();
  const dayAgo = at.subtract(laneWindow);
  await db.transaction(asIdentity, async (tx) => {
    await eraseExpired(tx, { at, dayAgo });
    await eraseFormerOffices(tx, at);
    await eraseSeenDocuments(tx, at);
    await eraseOldSpidRequests(tx, at.subtract({ hours: 1 }));
    await eraseOldRegister(tx, at.toZonedDateTimeISO('UTC').subtract(registerFor).toInstant());
    await eraseAbandonedAccounts(tx, {
      pendingBefore: at.subtract(pendingFor),
      blockedBefore: at.subtract(contestFor),
    });
  });
}
