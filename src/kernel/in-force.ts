import type { CivilDate } from './civil-date.ts';

/** A value that law or a decision fixes for a period; both days belong to it, no `until` means "still in force". */
export interface Dated<Value> {
  readonly from: CivilDate;
  readonly until?: CivilDate;
  readonly value: Value;
  /** Where the value is laid down (fonte normativa). */
  readonly source: string;
}

/** The entry in force on a day. A gap in the table is our error, never "the latest value". */
export function inForceOn<Value>(table: readonly Dated<Value>[], day: CivilDate): Dated<Value> {
  const entry = table.find((each) => each.from <= day && (each.until === undefined || day <= each.until));
  if (entry === undefined) throw new Error(`No value in force on ${day}`);
  return entry;
}
