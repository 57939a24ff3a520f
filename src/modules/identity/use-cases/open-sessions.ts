import { randomBytes } from 'node:crypto';
import { tokenHash } from '#platform/credentials/tokens.ts';
import type { Tx } from '#platform/database/database.ts';
import { somewhere } from '../domain/browser.ts';
import { insertSessions } from '../store/sessions.ts';

export interface OpenedSession {
  readonly id: string;
  /** Value of the cookie `session` (`desk` for officials; with the prefix `__Host-` over https). */
  readonly cookie: string;
}

/** Opens a session for each account, without a password: for tests and measurements, in a transaction of the platform. */
export function openSessions(
  tx: Tx,
  accountIds: readonly string[],
  now: Temporal.Instant,
  /** Sessions as SPID opens them, of this level. */
  spidLevel?: 2 | 3,
): Promise<OpenedSession[]> {
  return open(tx, accountIds, now, (id) => ({ accountId: id, officialId: null }), spidLevel);
}

/** The same for officials. */
export function openOfficialSessions(
  tx: Tx,
  officialIds: readonly string[],
  now: Temporal.Instant,
): Promise<OpenedSession[]> {
  return open(tx, officialIds, now, (id) => ({ accountId: null, officialId: id }));
}

async function open(
  tx: Tx,
  ids: readonly string[],
  now: Temporal.Instant,
  person: (id: string) => { accountId: string | null; officialId: string | null },
  spidLevel?: 2 | 3,
): Promise<OpenedSession[]> {
  const opened = ids.map((id) => ({ id, cookie: randomBytes(24).toString('base64url') }));
  await insertSessions(
    tx,
    opened.map(({ id, cookie }) => ({
      tokenHash: tokenHash(cookie),
      ...person(id),
      place: somewhere,
      means: spidLevel === undefined ? ('password' as const) : ('spid' as const),
      level: spidLevel ?? 1,
    })),
    now,
  );
  return opened;
}
