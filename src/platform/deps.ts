import type { Database } from './database/database.ts';
import type { Keys } from './keys.ts';
import type { Changes } from './outbox/changes.ts';

/** What every use case may need of the outside world; time and chance come in by here and nowhere else. */
export interface Deps {
  readonly db: Database;
  readonly now: () => Temporal.Instant;
  /** A number from 0 up to but without 1. */
  readonly chance: () => number;
  readonly keys: Keys;
  /** Address under which people reach the service, for links in letters. */
  readonly publicUrl: string;
  readonly changes: Changes;
}
