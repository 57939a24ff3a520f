import type { Locale } from '#kernel/locale.ts';
import type { Assessment } from '../answer/assessment.ts';
import { assess } from '../assess.ts';
import { parseFacts } from '../facts/parse.ts';
import type { FactError } from '../facts/refusal.ts';
import type { Facts, Route } from '../facts/shape.ts';
import { type Answers, type Goal, keyOf, notKnown, type QuestionKey } from './answers.ts';
import { type BuiltFacts, buildFacts } from './build-facts.ts';
import { openQuestion } from './open-question.ts';
import { opening, otherCitizenship } from './opening.ts';

/** A route that was tried, with its answer. */
export interface Tried {
  readonly route: Route;
  readonly facts: Facts;
  readonly assessment: Assessment;
}

/** Where a guided assessment stands: the next question, or the answer. Worked out from the answers, never stored. */
export interface Guidance {
  readonly question: QuestionKey | undefined;
  /** Every route that fits the goal, the one that answers first; none before the goal and the family are known. */
  readonly tried: readonly Tried[];
  /** A fact without which nothing can be reckoned, and that is not known. */
  readonly stuckOn: QuestionKey | undefined;
  /** People of whom nobody knows whether they were Italian, where that decides. */
  readonly unclear: readonly string[];
  /** The question already put whose answer is still missing, where one is. */
  readonly open: QuestionKey | undefined;
  /** What was answered and counts, in the order in which it is asked. */
  readonly told: readonly QuestionKey[];
}

export interface GuideOptions {
  readonly asOf: string;
  readonly locale: Locale;
}

const eighteen = (born: string) => `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`;

/** The routes that fit what somebody wants, the most favourable first. */
function routesFor(answers: Answers, asOf: string): readonly Route[] {
  const born = answers['a.born'];
  const isDate = born !== undefined && born !== notKnown;
  const minor = isDate && asOf < eighteen(born);
  const filed = answers['a.filed'];
  switch (answers['a.goal'] as Goal | undefined) {
    case 'descent':
    case 'child':
      if (minor || !isDate) return ['descent_minor', 'transitional_1ter', 'benefit_of_law'];
      return [
        ...(filed !== undefined && filed !== 'no' ? (['descent_adult_abb'] as const) : []),
        'descent_letter_c',
        'descent_letter_d',
        ...(born >= '2007-05-25' ? (['transitional_1ter'] as const) : []),
      ];
    case 'marriage':
      return ['marriage'];
    case 'oath':
      return ['marriage_oath'];
    case 'reacquire':
      return answers['a.british_husband'] === 'british' || answers['a.british_husband'] === 'other'
        ? ['reacquisition_women', 'reacquisition_art17']
        : ['reacquisition_art17'];
    case 'renounce':
      return ['renunciation'];
    case 'transmission':
      return ['transmission'];
    case undefined:
      return [];
  }
}

const nothing = { question: undefined, tried: [], stuckOn: undefined, unclear: [], open: undefined };

const ranks = { eligible: 0, needs_information: 1, not_eligible: 2 } as const;

/** What to ask next, or what the answer is. */
export function guide(answers: Answers, { asOf, locale }: GuideOptions): Guidance {
  const isAnswered = (question: QuestionKey) => answers[keyOf(question)] !== undefined;
  const built = buildFacts(answers, { asOf });
  const first = firstQuestions(answers, asOf, isAnswered);
  const told = (order: readonly QuestionKey[]) => toldIn(order, built, answers);
  if (first.open !== undefined) return { ...nothing, question: first.open, told: told(first.asked) };
  const stuckOn = missingDay(answers);
  if (stuckOn !== undefined) return { ...nothing, stuckOn, told: told(first.asked) };
  const tried = tryRoutes(built, answers, asOf, locale);
  const done = { ...nothing, tried, told: told(first.asked) };
  const question = nextQuestion(built, tried, answers, isAnswered);
  if (question !== undefined) return { ...done, question };
  const [best] = tried;
  const open = best?.assessment.missing_fact && openQuestion(best.facts, built.asks, () => false);
  return { ...done, open, unclear: decidingUnclear(built, tried, answers, asOf, locale) };
}

/** Why answers cannot be right together. */
export function contradictions(answers: Answers, asOf: string): readonly FactError[] {
  const facts = buildFacts(answers, { asOf }).factsFor(routesFor(answers, asOf)[0] ?? 'transmission');
  const parsed = parseFacts(facts);
  return parsed.ok ? [] : parsed.refusal.errors;
}

function firstQuestions(answers: Answers, asOf: string, isAnswered: (question: QuestionKey) => boolean) {
  const { read } = buildFacts(answers, { asOf });
  const asked: QuestionKey[] = [];
  for (const question of opening(read, asOf)) {
    if (!isAnswered(question)) return { open: question, asked };
    asked.push(question);
  }
  return { open: undefined, asked };
}

function missingDay(answers: Answers): QuestionKey | undefined {
  const wedded = answers['s.union'] === 'marriage' || answers['s.union'] === 'civil_union';
  if (wedded && answers['s.wedding_on'] === notKnown) return { person: 's', topic: 'wedding_on' };
  if (answers['a.goal'] === 'oath' && answers['a.notified_on'] === notKnown)
    return { person: 'a', topic: 'notified_on' };
  return undefined;
}

function tryRoutes(built: BuiltFacts, answers: Answers, asOf: string, locale: Locale): Tried[] {
  return routesFor(answers, asOf)
    .map((route) => {
      const facts = built.factsFor(route);
      const outcome = assess(facts, { locale });
      if (!outcome.ok)
        throw new Error(
          `Answers were kept that contradict each other: ${JSON.stringify(outcome.refusal.errors)}`,
        );
      return { route, facts, assessment: outcome.value };
    })
    .sort((one, other) => ranks[one.assessment.verdict] - ranks[other.assessment.verdict]);
}

function nextQuestion(
  built: BuiltFacts,
  tried: readonly Tried[],
  answers: Answers,
  isAnswered: (question: QuestionKey) => boolean,
): QuestionKey | undefined {
  const [best] = tried;
  if (best === undefined) return undefined;
  for (const question of followUps(built)) if (!isAnswered(question)) return question;
  if (best.assessment.verdict === 'eligible') return lastDoubts(best, isAnswered, answers);
  for (const { facts, assessment } of tried) {
    if (assessment.verdict !== 'needs_information' || assessment.missing_fact === undefined) continue;
    const question = openQuestion(facts, built.asks, isAnswered);
    if (question !== undefined) return question;
  }
  return restoredLine(best, isAnswered);
}

/** Questions that an answer to the reasoning’s own questions opens. */
function* followUps({ read, factsFor }: BuiltFacts): Generator<QuestionKey> {
  for (const { id } of factsFor('transmission').persons) {
    if (read.raw(id, 'other') !== undefined) yield* otherCitizenship(read, id);
    const homesClosed =
      read.is(id, 'with_f', 'no') || read.is(id, 'with_m', 'no') || read.is(id, 'abroad', 'no');
    if (homesClosed && id.length === 2) yield { person: id, topic: 'stay' };
    if (read.is(id, 'stay', 'yes')) {
      yield { person: id, topic: 'stay_from' };
      yield { person: id, topic: 'stay_to' };
    }
    if (read.is(id, 'renounced', 'yes')) yield { person: id, topic: 'renounced_on' };
    if (read.is(id, 'regained', 'yes')) yield { person: id, topic: 'regained_on' };
  }
}

/** Before a yes: whether somebody of the line, who had another citizenship, formally renounced the Italian one. */
function lastDoubts(
  best: Tried,
  isAnswered: (question: QuestionKey) => boolean,
  answers: Answers,
): QuestionKey | undefined {
  if (!best.route.startsWith('descent') && best.route !== 'transmission') return undefined;
  return best.facts.persons
    .filter(({ id }) => id.length > 1 && ['birth', 'later', 'both'].includes(answers[`${id}.other`] ?? ''))
    .filter(({ id }) => answers[`${id}.status`] !== 'never')
    .map(({ id }): QuestionKey => ({ person: id, topic: 'renounced' }))
    .find((question) => !isAnswered(question));
}

const lossRules = new Set(['LOSS-1', 'LOSS-2', 'LOSS-4', 'LOSS-7', 'LOSS-9', 'LOSS-11']);

/** Before a no that rests on a loss: whether the person took the Italian citizenship back. */
function restoredLine(best: Tried, isAnswered: (question: QuestionKey) => boolean): QuestionKey | undefined {
  if (!best.route.startsWith('descent') && best.route !== 'transmission') return undefined;
  return best.assessment.steps
    .filter(({ rule, holds, person }) => holds === true && lossRules.has(rule) && /^a[fm]*$/.test(person))
    .map(({ person }): QuestionKey => ({ person, topic: 'regained' }))
    .find((question) => !isAnswered(question));
}

/** Those of whom nobody knows whether they were Italian, where the answer would be another if they were. */
function decidingUnclear(
  built: BuiltFacts,
  tried: readonly Tried[],
  answers: Answers,
  asOf: string,
  locale: Locale,
): readonly string[] {
  const [best] = tried;
  if (built.unclear.length === 0 || best === undefined || best.assessment.verdict === 'eligible') return [];
  const hopeful = buildFacts(answers, { asOf, unclearAre: 'born_in_italy' });
  const better = tryRoutes(hopeful, answers, asOf, locale)[0]?.assessment.verdict;
  return better === best.assessment.verdict ? [] : built.unclear;
}

function toldIn(order: readonly QuestionKey[], { read }: BuiltFacts, answers: Answers): QuestionKey[] {
  const seen = new Map<string, QuestionKey>();
  for (const question of [...order, ...read.used.values()]) {
    const key = keyOf(question);
    if (answers[key] !== undefined && !seen.has(key)) seen.set(key, question);
  }
  return [...seen.values()];
}
