import { growTree } from '../facts/grow-tree.ts';
import type { Facts } from '../facts/shape.ts';
import { explore, type Leaf } from '../reasoning/explore.ts';
import { choosesBest } from '../reasoning/next-question.ts';
import type { Unknown, Topic as UnknownTopic } from '../reasoning/unknown.ts';
import { type Judgement, judge } from '../reasoning/verdict.ts';
import type { World } from '../reasoning/world.ts';
import { deriveTimeline } from '../status/derive.ts';
import { parseKey, type QuestionKey } from './answers.ts';

/** For facts that no member of their own states: what to ask the person. */
const byTopic: Partial<Record<UnknownTopic, QuestionKey['topic']>> = {
  sex: 'sex',
  birth_date: 'born',
  birth_country: 'birthplace',
  death_date: 'died_on',
  further_citizenships: 'other',
  can_claim_other_citizenship: 'claim',
  passes_to_child: 'passes',
  living_abroad: 'abroad',
  stay_in_italy: 'stay',
  recognition_letter: 'letter',
  recognition_date: 'recognised_on',
  filing_instant: 'filed_in_time',
  filing_date: 'filed_on',
};

/** What a route comes to on facts that may be open: the ways they can turn out, and the judgement over them. */
export interface Weighed {
  readonly route: Facts['application']['route'];
  readonly facts: Facts;
  readonly leaves: readonly Leaf[];
  readonly judgement: Judgement;
}

/** Only the reasoning, without papers, fees and other ways. */
export function weigh(facts: Facts): Weighed {
  const { route, office } = facts.application;
  const judicial = office?.kind === 'court' && route === 'descent_adult_abb';
  const settings = { derive: deriveTimeline, overrulings: new Map(), judicial };
  const exploration = explore(growTree(facts), route, settings);
  return { route, facts, leaves: exploration.leaves, judgement: judge(exploration) };
}

/** The question that settles most, among those not put yet and on which the answer still depends. */
export function openQuestion(
  { leaves }: Weighed,
  asks: ReadonlyMap<string, string>,
  isAnswered: (question: QuestionKey) => boolean,
): QuestionKey | undefined {
  const unknowns = new Map(leaves.flatMap(({ world }) => [...world.assumed.unknowns]));
  const askable = new Set<string>();
  for (const [key, unknown] of unknowns) {
    const question = questionFor(unknown, asks);
    if (question !== undefined && !isAnswered(question) && divides(leaves, key)) askable.add(key);
  }
  const best = choosesBest(leaves.map((leaf) => onlyWith(leaf, askable)));
  return best && questionFor(best, asks);
}

function questionFor(unknown: Unknown, asks: ReadonlyMap<string, string>): QuestionKey | undefined {
  const { person, topic, pointer, key } = unknown;
  if (topic === 'living_together') {
    const parent = key.slice(key.lastIndexOf(' ') + 1);
    return { person, topic: parent.endsWith('f') ? 'with_f' : 'with_m' };
  }
  const asked = asks.get(pointer);
  const own = byTopic[topic];
  return (asked === undefined ? undefined : parseKey(asked)) ?? (own && parseKey(`${person}.${own}`));
}

/** Whether the outcomes differ between the values that the ways take for a fact. */
function divides(leaves: readonly Leaf[], key: string): boolean {
  const outcomes = new Map<string, Set<string>>();
  for (const { world, result } of leaves) {
    const { days, choices } = world.assumed;
    const assumed = String(days.get(key)?.join(' ') ?? choices.get(key) ?? 'order');
    const known = outcomes.get(assumed) ?? new Set();
    outcomes.set(assumed, known.add(result.finding.truth));
  }
  const all = new Set([...outcomes.values()].flatMap((each) => [...each]));
  return all.size > 1;
}

/** The same way, in which only some of the unknown facts are up for a question. */
function onlyWith(leaf: Leaf, askable: ReadonlySet<string>): Leaf {
  const { assumed } = leaf.world;
  const unknowns = new Map([...assumed.unknowns].filter(([key]) => askable.has(key)));
  const world = Object.create(leaf.world, { assumed: { value: { ...assumed, unknowns } } }) as World;
  return { ...leaf, world };
}
