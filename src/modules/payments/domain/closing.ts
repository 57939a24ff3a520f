import type { CivilDate } from '#kernel/civil-date.ts';
import type { Cents } from '#kernel/money.ts';

/** The closing of a day at the counter (chiusura di cassa). */
export interface DayClosing {
  readonly officeId: string;
  readonly day: CivilDate;
  readonly closedAt: Temporal.Instant;
  readonly closedBy: string;
  readonly receipts: number;
  readonly voided: number;
  readonly total: Cents;
  /** What the terminal says it has collected. */
  readonly terminal: Cents;
  readonly differenceReason: string | null;
}

/** An amount as people type it, `1.234,50` or `1234.50`, in cents; nothing where it is none. */
export function parseAmount(raw: string): Cents | undefined {
  const text = raw.replace(/[\s€’']/g, '');
  // Thousands with points, then decimals after a comma; or the other way round; or no thousands at all.
  const [, whole, decimals = ''] =
    /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(text) ??
    /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(text) ??
    /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text) ??
    [];
  if (whole === undefined) return undefined;
  const cents = Number(whole.replace(/[.,]/g, '')) * 100 + Number(decimals.padEnd(2, '0'));
  return cents <= 2_000_000_000 ? (cents as Cents) : undefined;
}
