import type { Locale } from '#kernel/locale.ts';
import type { Route } from '../../domain/facts/shape.ts';
import type { Guidance } from '../../domain/guide/guide.ts';
import { guideWords } from '../words/words.ts';

const groups: Readonly<Record<Route, keyof (typeof guideWords)['it']['verdicts']>> = {
  descent_minor: 'minor',
  descent_adult_abb: 'descent',
  descent_letter_c: 'descent',
  descent_letter_d: 'descent',
  marriage: 'marriage',
  marriage_oath: 'oath',
  benefit_of_law: 'minor',
  transitional_1ter: 'minor',
  reacquisition_art17: 'reacquire',
  reacquisition_women: 'reacquire',
  renunciation: 'renounce',
  transmission: 'transmission',
};

/** The verdict in one sentence; where somebody’s standing is not known, it stays open. */
export function verdictOf(guidance: Guidance, locale: Locale): string {
  const [best] = guidance.tried;
  const words = guideWords[locale];
  if (guidance.stuckOn !== undefined || best === undefined) return words.result.stuckTitle;
  if (best.assessment.review !== undefined) return words.officerDecides;
  const verdict = guidance.unclear.length > 0 ? 'needs_information' : best.assessment.verdict;
  return words.verdicts[groups[best.route]][verdict];
}
