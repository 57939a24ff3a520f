import type { Database, Tx } from './database.ts';
import type { Principal } from './principal.ts';

/** Carries the result of a rehearsal past the rollback. */
class Rehearsed extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('A rehearsal is over');
    this.result = result;
  }
}

/**
 * Does something and undoes it: what a page foretells is what would happen, found by the same statements. The work must
 * change nothing but the database.
 */
export async function rehearse<Result>(
  db: Database,
  as: Principal,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  try {
    await db.transaction(as, async (tx) => {
      throw new Rehearsed(await work(tx));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.result as Result;
    throw error;
  }
  throw new Error('A rehearsal was carried out');
}
