import type { When } from '../reasoning/unknown.ts';
import type { Walk } from './walk.ts';

/** Something that happened on a day and may open or close the citizenship; on one day the lower turn comes first. */
export interface Change {
  readonly on: When;
  readonly turn: number;
  readonly happen: (walk: Walk) => void;
}
