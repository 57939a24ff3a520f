import type { CivilDate } from './civil-date.ts';
import type { Text } from './locale.ts';

/** What a module keeps when an account is closed: what, by which law, until when (nothing: without an end). */
export interface Kept {
  readonly what: string;
  readonly because: string;
  readonly until: CivilDate | null;
}

/** What closing an account (chiusura dell’account) has done in one module, in codes. */
export interface Closed {
  readonly erased: readonly string[];
  readonly kept: readonly Kept[];
}

/** The sentences for the codes of a module. */
export interface ClosingWords {
  readonly erased: Readonly<Record<string, Text>>;
  readonly kept: Readonly<Record<string, Text>>;
  readonly because: Readonly<Record<string, Text>>;
}

/** What moving a person to another office does to what a module holds, as sentences for that person. */
export interface Moved {
  /** What ends with the move. */
  readonly ended: readonly Text[];
  /** What stays with the old office. */
  readonly stays: readonly Text[];
}
