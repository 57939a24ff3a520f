import { knownDay } from '../reasoning/step.ts';
import type { When } from '../reasoning/unknown.ts';

/** Only for explanations, where an unknown day is no reason to ask. */
export function knownBefore(a: When, b: When): boolean {
  const [first, second] = [knownDay(a), knownDay(b)];
  return first !== undefined && second !== undefined && first < second;
}
