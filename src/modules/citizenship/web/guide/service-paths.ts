import type { Route } from '../../domain/facts/shape.ts';

/** The page of the service with which a route is gone. */
export const servicePaths: Readonly<Record<Route, string>> = {
  descent_minor: 'direct-descendants',
  descent_adult_abb: 'citizenship-descent',
  descent_letter_c: 'citizenship-descent',
  descent_letter_d: 'citizenship-descent',
  marriage: 'citizenship-marriage',
  marriage_oath: 'citizenship-marriage',
  benefit_of_law: 'benefit-of-law',
  transitional_1ter: 'benefit-of-law',
  reacquisition_art17: 'reacquisition',
  reacquisition_women: 'reacquisition',
  renunciation: 'renunciation',
  transmission: 'citizenship-descent',
};
