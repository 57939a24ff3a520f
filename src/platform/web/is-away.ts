import { DatabaseAway } from '../database/database.ts';

/** Whether a fault means that the database does not answer now; a page that can say something without it does. */
export function isAway(error: unknown): boolean {
  return error instanceof DatabaseAway;
}
