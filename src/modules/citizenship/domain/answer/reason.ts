import type { Locale, Text } from '#kernel/locale.ts';
import { toIso } from '../reasoning/day.ts';
import type { Judgement, Verdict } from '../reasoning/verdict.ts';
import { text } from '../rules/rule.ts';
import type { RuleId } from '../rules/rule-book.ts';
import { elided, sayDay } from '../words/say.ts';
import type { ToldStep } from './told-steps.ts';

const leads: Readonly<Record<Verdict | 'review', Text>> = {
  eligible: text(['Sì.', 'Yes.']),
  not_eligible: text(['No.', 'No.']),
  needs_information: text(['Dipende da un dato che manca.', 'It depends on a fact that is missing.']),
  review: text([
    'La legge qui non è chiara: decide un funzionario.',
    'The law is not settled here: an officer decides.',
  ]),
};

/** The verdict in two or three sentences: what carries it, the effect, and the warning where the law is contested. */
export function reasonFor(
  judgement: Judgement,
  told: readonly ToldStep[],
  ask: string | undefined,
  locale: Locale,
): string {
  const { verdict, decisive, review, leaf } = judgement;
  const lead = leads[review === undefined ? verdict : 'review'][locale];
  const wanted = verdict === 'eligible' ? true : verdict === 'not_eligible' ? false : null;
  const telling = decisive
    .flatMap((rule) => told.filter((step) => step.rule === rule))
    .filter((step) => review !== undefined || ask === undefined || step.holds === wanted);
  const fitting =
    review !== undefined ? told.filter(({ rule }) => rule === review.rule) : preferred(telling, wanted);
  const because =
    fitting.length === 0
      ? [untold[verdict === 'eligible' ? 'stated' : 'nobody'][locale]]
      : fitting.slice(0, 2).map((step) => step.because);
  const from = leaf.result.effectFrom;
  const effect =
    verdict === 'eligible' && from !== undefined
      ? [
          locale === 'it'
            ? elided(`Cittadinanza dal ${sayDay(from, locale)}.`)
            : `Citizen from ${sayDay(from, locale)}.`,
        ]
      : [];
  const warning = told
    .filter(({ rule }) => rule === 'U-1')
    .slice(0, 1)
    .map((step) => step.because);
  return [lead, ...(ask === undefined ? because : [ask]), ...effect, ...warning].join(' ');
}

/** Where no rule was tried on anybody. */
const untold = {
  nobody: text([
    'Nei dati non c’è nessuno da cui possa venire la cittadinanza italiana.',
    'The facts name nobody from whom Italian citizenship could come.',
  ]),
  stated: text([
    'La cittadinanza italiana risulta dai dati, e niente l’ha tolta.',
    'The facts state the Italian citizenship, and nothing took it away.',
  ]),
};

/** Rules whose holding ends the citizenship. */
const endings: ReadonlySet<string> = new Set<RuleId>([
  'LOSS-1',
  'LOSS-2',
  'LOSS-4',
  'LOSS-7',
  'LOSS-9',
  'LOSS-10',
  'LOSS-11',
  'LOSS-AGE',
]);

function preferred(steps: readonly ToldStep[], wanted: boolean | null): readonly ToldStep[] {
  const same = steps.filter(({ holds }) => holds === wanted);
  const lineHolds = steps.some(({ rule, holds }) => rule === 'DESC-LINE' && holds === true);
  const effects = lineHolds ? [] : steps.filter(({ rule, holds }) => holds === true && endings.has(rule));
  if (wanted === false && effects.length > 0) return [...effects, ...same];
  return same.length > 0 ? same : steps;
}

export function isoOf(day: number | undefined): string | undefined {
  return day === undefined ? undefined : toIso(day);
}
