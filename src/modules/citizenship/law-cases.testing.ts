import { barCases } from './bar-cases.testing.ts';
import { declarationCases } from './declaration-cases.testing.ts';
import type { LawCase } from './law-case.testing.ts';
import { lineCases } from './line-cases.testing.ts';
import { marriageCases } from './marriage-cases.testing.ts';
import { minorCases } from './minor-cases.testing.ts';
import { routeCases } from './route-cases.testing.ts';
import { transmissionCases } from './transmission-cases.testing.ts';

/** Every case of our own, for whoever tries them all. */
export const lawCases: readonly LawCase[] = [
  ...transmissionCases,
  ...lineCases,
  ...barCases,
  ...minorCases,
  ...marriageCases,
  ...declarationCases,
  ...routeCases,
];
