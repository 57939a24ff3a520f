import type { Tx } from '#platform/database/database.ts';
import { returnTry, shutLane, takeTry } from '../store/lanes.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';

export interface LaneWork<Match, Result> {
  /** Looks at the password; nothing when it is wrong. Not called when the lane is shut. */
  readonly verify: () => Promise<Match | undefined>;
  /** What follows from the right password; nothing when it does not count after all (the account has changed meanwhile). */
  readonly onMatch: (tx: Tx, match: Match) => Promise<Result | undefined>;
  /** Called once when this try has shut the lane. */
  readonly onShut: (tx: Tx) => Promise<void>;
}

/**
 * Looks at a password within the tries of a lane. A try is counted before it is looked at, so that a thousand at once
 * get no more than five; one that was right, or could not be looked at, is given back.
 */
export async function guardLane<Match, Result>(
  { db, now }: IdentityDeps,
  lane: string,
  { verify, onMatch, onShut }: LaneWork<Match, Result>,
): Promise<Result | undefined> {
  const at = now();
  if (!(await db.transaction(asIdentity, (tx) => takeTry(tx, lane, at)))) return undefined;
  let match: Match | undefined;
  try {
    match = await verify();
  } catch (error) {
    await db.transaction(asIdentity, (tx) => returnTry(tx, lane));
    throw error;
  }
  return db.transaction(asIdentity, async (tx) => {
    const result = match === undefined ? undefined : await onMatch(tx, match);
    if (result !== undefined) await returnTry(tx, lane);
    else if (await shutLane(tx, lane, at)) await onShut(tx);
    return result;
  });
}

/** Strangers to an account share one lane, which exists whether the account does or not. */
export function strangersLane(deps: IdentityDeps, realm: 'citizen' | 'official', identifier: string): string {
  return deps.keys.hash('lane', `${realm}:strangers:${identifier}`);
}

/** A browser that knows the account has a lane of its own. */
export function deviceLane(deps: IdentityDeps, personId: string, nonce: string): string {
  return deps.keys.hash('lane', `device:${personId}:${nonce}`);
}
