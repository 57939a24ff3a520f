import { unknownDay } from '../facts/unknown-days.ts';
import { toDay } from '../reasoning/day.ts';
import type { When } from '../reasoning/unknown.ts';
import type { World } from '../reasoning/world.ts';

/** The day of the application; where nothing is filed yet, the day of the assessment. */
export function filingDay(world: World): { readonly day: When; readonly filed: boolean } {
  const { filed_on: on, filed_at: at } = world.tree.application;
  if (typeof on === 'string') return { day: toDay(on), filed: true };
  if (typeof at === 'string') return { day: toDay(at.slice(0, 10)), filed: true };
  if (on === undefined && at === undefined) return { day: world.asOf, filed: false };
  const day = unknownDay(null, {
    pointer: on === null ? '/application/filed_on' : '/application/filed_at',
    person: world.tree.applicant.id,
    topic: 'filing_date',
    low: toDay('1992-08-16'),
    high: world.asOf,
  });
  return { day, filed: true };
}
