import { civilDate } from '#kernel/civil-date.ts';
import { type Dated, inForceOn } from '#kernel/in-force.ts';
import { type Day, toDay, toIso } from '../reasoning/day.ts';

/** Years for the declaration of art. 4(1-bis)(b), by the day of the declaration. */
export const benefitYears: readonly Dated<number>[] = [
  { from: civilDate('2025-05-24'), until: civilDate('2025-12-31'), value: 1, source: 'L. 74/2025' },
  { from: civilDate('2026-01-01'), value: 3, source: 'L. 199/2025' },
];

/** Last day of the declaration of art. 1(1-ter), by the day on which the law is read. */
export const transitionalDeadlines: readonly Dated<Day>[] = [
  {
    from: civilDate('2025-05-24'),
    until: civilDate('2026-02-28'),
    value: toDay('2026-05-31'),
    source: 'art. 1(1-ter) DL 36/2025 (L. 74/2025)',
  },
  { from: civilDate('2026-03-01'), value: toDay('2029-05-31'), source: 'DL 200/2025 (L. 26/2026)' },
];

/** The deadline printed on the consular page, which the later law has overtaken. */
const printedDeadline = toDay('2026-05-31');

/** The window of the reopened art. 17; both days belong to it. */
export const reacquisitionWindow = { from: toDay('2025-07-01'), until: toDay('2027-12-31') } as const;

/** Months for the declaration made on a day; before the route existed, those of its first day. */
export function benefitMonths(actOn: Day): number {
  return 12 * inForceOn(benefitYears, toIso(Math.max(actOn, toDay('2025-05-24')))).value;
}

export function transitionalDeadline(profile: 'law_in_force' | 'seed_page', asOf: Day): Day {
  return profile === 'seed_page' ? printedDeadline : inForceOn(transitionalDeadlines, toIso(asOf)).value;
}
