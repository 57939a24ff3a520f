import type { Tx } from '#platform/database/database.ts';
import { laneShutFor, laneWindow, triesPerLane } from '../domain/sign-in-lane.ts';

/** Counts a try before the password is looked at; false when the lane is shut or all its tries are under way. */
export async function takeTry(tx: Tx, lane: string, at: Temporal.Instant): Promise<boolean> {
  const taken = await tx.sql(
    `insert into identity.sign_in_lane as lane (key, tries, began_at) values ($1, 1, $2)
     on conflict (key) do update set
       tries = case when lane.began_at <= $3 or lane.locked_until <= $2 then 1 else lane.tries + 1 end,
       began_at = case when lane.began_at <= $3 or lane.locked_until <= $2 then $2 else lane.began_at end,
       locked_until = null
     where case when lane.locked_until is not null then lane.locked_until <= $2
                else lane.began_at <= $3 or lane.tries < $4 end
     returning key`,
    [lane, at, at.subtract(laneWindow), triesPerLane],
    'identity-take-try',
  );
  return taken.length > 0;
}

/** Gives back a try that was no wrong password. */
export async function returnTry(tx: Tx, lane: string): Promise<void> {
  await tx.sql(
    'update identity.sign_in_lane set tries = tries - 1 where key = $1 and tries > 0 and locked_until is null',
    [lane],
    'identity-return-try',
  );
}

/** Shuts a lane whose tries are spent; true for the one caller who shut it. */
export async function shutLane(tx: Tx, lane: string, at: Temporal.Instant): Promise<boolean> {
  const shut = await tx.sql(
    `update identity.sign_in_lane set locked_until = $2 where key = $1 and tries >= $3 and locked_until is null returning key`,
    [lane, at.add(laneShutFor), triesPerLane],
  );
  return shut.length > 0;
}
