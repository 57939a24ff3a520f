import type { Route } from '../facts/shape.ts';
import type { World } from '../reasoning/world.ts';
import { benefitOfLaw } from './benefit-of-law.ts';
import { descent } from './descent.ts';
import { marriage } from './marriage.ts';
import { reacquisition, reacquisitionOfWomen } from './reacquisition.ts';
import { renunciation } from './renunciation.ts';
import type { RouteResult } from './result.ts';
import { transitional } from './transitional.ts';
import { transmission } from './transmission.ts';

/** The decision table of each route. */
const tables: Readonly<Record<Route, (world: World) => RouteResult>> = {
  descent_minor: (world) => descent(world, 'descent_minor'),
  descent_adult_abb: (world) => descent(world, 'descent_adult_abb'),
  descent_letter_c: (world) => descent(world, 'descent_letter_c'),
  descent_letter_d: (world) => descent(world, 'descent_letter_d'),
  marriage,
  marriage_oath: marriage,
  benefit_of_law: benefitOfLaw,
  transitional_1ter: (world) => transitional(world),
  reacquisition_art17: reacquisition,
  reacquisition_women: reacquisitionOfWomen,
  renunciation,
  transmission,
};

export function runRoute(world: World, route: Route): RouteResult {
  return tables[route](world);
}
