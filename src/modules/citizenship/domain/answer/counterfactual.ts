import type { Locale } from '#kernel/locale.ts';
import { growTree } from '../facts/grow-tree.ts';
import type { Facts } from '../facts/shape.ts';
import { toDay, toIso } from '../reasoning/day.ts';
import { explore } from '../reasoning/explore.ts';
import { type Judgement, judge } from '../reasoning/verdict.ts';
import type { Settings } from '../reasoning/world.ts';
import { elided, sayDay } from '../words/say.ts';
import { applicationChanges } from './application-changes.ts';
import type { Candidate, Counterfactual } from './candidate.ts';
import { familyChanges } from './family-changes.ts';

/** The first change, in the order of what costs least, after which the same reasoning says yes. */
export function counterfactualFor(
  facts: Facts,
  judgement: Judgement,
  settings: Settings,
  who: (id: string) => string,
  locale: Locale,
): Counterfactual | undefined {
  const candidates = [
    ...earlier(facts, judgement, locale),
    ...applicationChanges(facts, judgement),
    ...(facts.application.route === 'renunciation' ? [] : familyChanges(facts, judgement, who, locale)),
  ];
  const found = candidates.find((candidate) => {
    const tree = growTree(candidate.facts);
    return judge(explore(tree, candidate.facts.application.route, settings)).verdict === 'eligible';
  });
  return found && { ...found.tell, explanation: elided(found.explanation[locale]) };
}

/** The act came too early: the first day on which it succeeds. */
function earlier(facts: Facts, { leaf }: Judgement, locale: Locale): Candidate[] {
  const { earliest } = leaf.result;
  if (earliest === undefined) return [];
  const date = toIso(earliest);
  const day = sayDay(earliest, locale);
  const declares = facts.application.route === 'reacquisition_art17';
  const { filed_at: _at, filed_on: _on, declarations: _declared, ...application } = facts.application;
  const asOf = toDay(facts.as_of) < earliest ? date : facts.as_of;
  const records = application.criminal_records;
  return [
    {
      facts: {
        ...facts,
        as_of: asOf,
        application: { ...application, ...(records && { criminal_records: records }) },
      },
      tell: {
        kind: 'earliest_date',
        date,
        path: declares ? '/application/declarations' : '/application/filed_on',
      },
      explanation: declares
        ? { it: `Puoi rendere la dichiarazione dal ${day}.`, en: `You can declare from ${day}.` }
        : { it: `Puoi presentare la domanda dal ${day}.`, en: `You can apply from ${day}.` },
    },
  ];
}
