import type { Locale } from '#kernel/locale.ts';
import type { Assessment } from '../answer/assessment.ts';
import { assess } from '../assess.ts';
import { parseFacts } from '../facts/parse.ts';
import type { FactError } from '../facts/refusal.ts';
import type { Facts, Route } from '../facts/shape.ts';
import { type Answers, goals, keyOf, notKnown, type QuestionKey } from './answers.ts';
import { type BuiltFacts, buildFacts } from './build-facts.ts';
import { openQuestion, type Weighed, weigh } from './open-question.ts';
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
  switch (goals.find((goal) => goal === answers['a.goal'])) {
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
  const done = { ...nothing, told: told(first.asked) };
  const weighed = routesFor(answers, asOf)
    .map((route) => weigh(built.factsFor(route)))
    .sort((one, other) => ranks[one.judgement.verdict] - ranks[other.judgement.verdict]);
  const question = nextQuestion(built, weighed, answers, isAnswered);
  if (question !== undefined) return { ...done, question };
  const [best] = weighed;
  const isOpen = best?.judgement.missing !== undefined;
  return {
    ...done,
    tried: weighed.map(({ route, facts }) => ({
      route,
      facts,
      assessment: answerOn(facts, answers, locale),
    })),
    open: isOpen ? openQuestion(best, built.asks, () => false) : undefined,
    unclear: decidingUnclear(built, best, answers, asOf),
  };
}

/** Why answers cannot be right together, on whichever of the routes that they open. */
export function contradictions(answers: Answers, asOf: string): readonly FactError[] {
  const { factsFor } = buildFacts(answers, { asOf });
  const open = routesFor(answers, asOf);
  for (const route of open.length === 0 ? (['transmission'] as const) : open) {
    const parsed = parseFacts(factsFor(route));
    if (!parsed.ok) return parsed.refusal.errors;
  }
  return [];
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
  if (answers['a.born'] === notKnown) return { person: 'a', topic: 'born' };
  const wedded = answers['s.union'] === 'marriage' || answers['s.union'] === 'civil_union';
  if (wedded && answers['s.wedding_on'] === notKnown) return { person: 's', topic: 'wedding_on' };
  if (answers['a.goal'] === 'oath' && answers['a.notified_on'] === notKnown)
    return { person: 'a', topic: 'notified_on' };
  return undefined;
}

const spokenTo = { it: 'tu', en: 'you' };
const yourChild = { it: 'tuo figlio', en: 'your child' };

function answerOn(facts: Facts, answers: Answers, locale: Locale): Assessment {
  const applicantIs = answers['a.goal'] === 'child' ? yourChild : spokenTo;
  const outcome = assess(facts, { locale, applicantIs });
  if (outcome.ok) return outcome.value;
  throw new Error(`Answers were kept that contradict each other: ${JSON.stringify(outcome.refusal.errors)}`);
}

function nextQuestion(
  built: BuiltFacts,
  weighed: readonly Weighed[],
  answers: Answers,
  isAnswered: (question: QuestionKey) => boolean,
): QuestionKey | undefined {
  const [best] = weighed;
  if (best === undefined) return undefined;
  for (const question of followUps(built)) if (!isAnswered(question)) return question;
  if (best.judgement.verdict === 'eligible') return lastDoubts(best, isAnswered, answers);
  for (const each of weighed) {
    if (each.judgement.missing === undefined) continue;
    const question = openQuestion(each, built.asks, isAnswered);
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
  best: Weighed,
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
function restoredLine(
  best: Weighed,
  isAnswered: (question: QuestionKey) => boolean,
): QuestionKey | undefined {
  if (!best.route.startsWith('descent') && best.route !== 'transmission') return undefined;
  return best.judgement.steps
    .filter(({ rule, holds, person }) => holds === true && lossRules.has(rule) && /^a[fm]*$/.test(person))
    .map(({ person }): QuestionKey => ({ person, topic: 'regained' }))
    .find((question) => !isAnswered(question));
}

/** Those of whom nobody knows whether they were Italian, where the answer would be another if they were. */
function decidingUnclear(
  built: BuiltFacts,
  best: Weighed | undefined,
  answers: Answers,
  asOf: string,
): readonly string[] {
  if (built.unclear.length === 0 || best === undefined || best.judgement.verdict === 'eligible') return [];
  const hopeful = buildFacts(answers, { asOf, unclearAre: 'born_in_italy' });
  const others = routesFor(answers, asOf).map((route) => weigh(hopeful.factsFor(route)).judgement.verdict);
  return others.every((verdict) => ranks[verdict] >= ranks[best.judgement.verdict]) ? [] : built.unclear;
}

function toldIn(order: readonly QuestionKey[], { read }: BuiltFacts, answers: Answers): QuestionKey[] {
  const seen = new Map<string, QuestionKey>();
  for (const question of [...order, ...read.used.values()]) {
    const key = keyOf(question);
    if (answers[key] !== undefined && !seen.has(key)) seen.set(key, question);
  }
  return [...seen.values()];
}
