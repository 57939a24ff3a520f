import { plusMonths } from './day.ts';
import type { When } from './unknown.ts';

/** A day some months later, known or not. */
export function later(day: When, months: number): When {
  return typeof day === 'number' ? plusMonths(day, months) : { ...day, months: day.months + months };
}
