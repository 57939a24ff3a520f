import type { Locale } from '#kernel/locale.ts';
import { granted, type Outcome } from '#kernel/outcome.ts';
import type { Assessment } from './answer/assessment.ts';
import { counterfactualFor } from './answer/counterfactual.ts';
import { listFees } from './answer/list-fees.ts';
import { nextRoutes } from './answer/next-routes.ts';
import { bookingFor, officeFor } from './answer/office-and-booking.ts';
import { isoOf, reasonFor } from './answer/reason.ts';
import { tellStep } from './answer/told-steps.ts';
import { listDocuments } from './documents/list-documents.ts';
import { growTree } from './facts/grow-tree.ts';
import { parseFacts } from './facts/parse.ts';
import type { FactsRefused } from './facts/refusal.ts';
import type { Facts } from './facts/shape.ts';
import type { Tree } from './facts/tree.ts';
import { explore } from './reasoning/explore.ts';
import { type Overruling, overrulingKey } from './reasoning/step.ts';
import type { Unknown } from './reasoning/unknown.ts';
import { type Judgement, judge } from './reasoning/verdict.ts';
import type { Settings } from './reasoning/world.ts';
import { type RuleId, ruleBook, rulesVersion } from './rules/rule-book.ts';
import { deriveTimeline } from './status/derive.ts';
import { relationsIn } from './words/people.ts';
import { questions } from './words/questions.ts';
import { fill } from './words/say.ts';

export interface AssessOptions {
  readonly locale: Locale;
  /** What an officer decided against single steps. */
  readonly overrulings?: readonly Overruling[];
  /** What the applicant is called at the head of a step: people who ask for themselves are spoken to. */
  readonly applicantIs?: Readonly<Record<Locale, string>>;
  /** Rules left out, to see what each is for. */
  readonly switchedOff?: ReadonlySet<RuleId>;
}

/** Whether and how Italian citizenship can be recognised, acquired, reacquired or renounced on these facts. */
export function assess(facts: unknown, options: AssessOptions): Outcome<Assessment, FactsRefused> {
  const parsed = parseFacts(facts);
  return parsed.ok ? granted(answer(parsed.value, options)) : parsed;
}

function answer(
  facts: Facts,
  { locale, overrulings = [], switchedOff, applicantIs }: AssessOptions,
): Assessment {
  const tree = growTree(facts);
  const { route } = facts.application;
  const settings: Settings = {
    derive: deriveTimeline,
    overrulings: new Map(overrulings.map((each) => [overrulingKey(each.rule, each.person), each])),
    ...(switchedOff && { switchedOff }),
    judicial: facts.application.office?.kind === 'court' && route === 'descent_adult_abb',
  };
  const judgement = judge(explore(tree, route, settings));
  const { verdict, missing, review, leaf } = judgement;
  const who = relationsIn(tree, locale);
  const heading = (id: string) => (id === facts.applicant && applicantIs ? applicantIs[locale] : who(id));
  const steps = judgement.steps.map((step) => tellStep(step, { who, heading }, locale));
  const asked = missing && tellMissing(missing, who, locale);
  const deadline = isoOf(leaf.result.deadline);
  const counterfactual =
    verdict === 'not_eligible' ? counterfactualFor(facts, judgement, settings, who, locale) : undefined;
  return {
    verdict,
    decisive_rules: judgement.decisive,
    reason: reasonFor(judgement, steps, asked?.question, locale),
    steps,
    ...(asked && { missing_fact: asked }),
    ...(review && { review: { rule: review.rule, reason: ruleBook[review.rule].says[locale] } }),
    ...(deadline && { deadline }),
    ...practicalities(tree, judgement, locale),
    next_routes: verdict === 'eligible' ? [] : nextRoutes(leaf.world, route, locale),
    ...(counterfactual && { counterfactual }),
    rules_version: rulesVersion,
  };
}

function practicalities(
  tree: Tree,
  { leaf }: Judgement,
  locale: Locale,
): Pick<Assessment, 'documents' | 'fees' | 'office' | 'booking'> {
  const { route } = tree.facts.application;
  const world = leaf.world.settle();
  const office = officeFor(world, route);
  return {
    documents: listDocuments(world, route, locale),
    fees: listFees(world, route, locale),
    office,
    booking: bookingFor(world, route, office, locale),
  };
}

function tellMissing(
  missing: Unknown,
  who: (id: string) => string,
  locale: Locale,
): NonNullable<Assessment['missing_fact']> {
  const { question, proof } = questions[missing.topic];
  return {
    person: missing.person,
    path: missing.pointer,
    question: fill(question[locale], { who: () => who(missing.person) }),
    proof: proof[locale],
  };
}
