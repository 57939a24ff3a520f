import type { Person, Tree } from '../facts/tree.ts';
import type { RuleId } from '../rules/rule-book.ts';
import type { Timeline } from '../status/timeline.ts';
import { type Day, firstReaching, plusMonths } from './day.ts';
import { type Detail, type Overruling, overrulingKey, type Step } from './step.ts';
import {
  type Assumptions,
  forkChoice,
  forkDay,
  forkOrder,
  type Maybe,
  type Topic,
  type UnknownChoice,
  type UnknownDay,
  type When,
} from './unknown.ts';

/** How the reasoning is run, besides the facts. */
export interface Settings {
  /** How the citizenship of a person through time is worked out. */
  readonly derive: (world: World, person: Person, towardsChildren: boolean) => Timeline;
  /** By rule and person. */
  readonly overrulings: ReadonlyMap<string, Overruling>;
  /** Rules left out, to see what each is for. */
  readonly switchedOff?: ReadonlySet<RuleId>;
  /** Before a court the case law on mothers before 1948 applies too (Cass. SU 4466/2009). */
  readonly judicial?: boolean;
}

/** One way the facts can be: the tree, with an assumption for every unknown that the reasoning has met so far. */
export class World {
  readonly steps: Step[] = [];
  private readonly timelines: Map<string, Timeline>;
  /** For papers and offices, which are listed for the likeliest case instead of asking. */
  private readonly settled: boolean;
  readonly tree: Tree;
  readonly assumed: Assumptions;
  readonly settings: Settings;

  constructor(tree: Tree, assumed: Assumptions, settings: Settings, settledFrom?: World) {
    this.tree = tree;
    this.assumed = assumed;
    this.settings = settings;
    this.settled = settledFrom !== undefined;
    this.timelines = new Map(settledFrom?.timelines);
  }

  /** The same world, which no longer forks: an open question takes its first answer. */
  settle(): World {
    return new World(this.tree, this.assumed, this.settings, this);
  }

  get asOf(): Day {
    return this.tree.asOf;
  }

  /**
   * The intervals of Italian citizenship of a person under the ordinary rules. Towards children born from 1948
   * a loss by marriage from 1948 does not count (REACQ-9), which gives a woman a second timeline.
   */
  timeline(person: Person, towardsChildren = false): Timeline {
    if (towardsChildren && this.timeline(person).lostByMarriageOn === undefined) return this.timeline(person);
    const key = towardsChildren ? `${person.id} towards children` : person.id;
    const known = this.timelines.get(key);
    if (known !== undefined) return known;
    // two people whose status would hang on each other: the circle gives neither anything
    this.timelines.set(key, { person, periods: [], carriers: [], never: [], lostByMarriageOn: undefined });
    const timeline = this.settings.derive(this, person, towardsChildren);
    this.timelines.set(key, timeline);
    return timeline;
  }

  before(a: When, b: When): boolean {
    if (typeof a === 'number' && typeof b === 'number') return a < b;
    const [lowA, highA] = this.range(a);
    const [lowB, highB] = this.range(b);
    if (highA < lowB) return true;
    if (lowA >= highB) return false;
    if (typeof b === 'number') return this.cut(a as UnknownDay, firstReaching(b, (a as UnknownDay).months));
    if (typeof a === 'number') return this.cut(b, firstReaching(a + 1, b.months));
    const key = orderKey(a, b);
    if (a.key === b.key) return a.months < b.months;
    if (this.assumed.orders.get(orderKey(b, a)) === true) return false;
    const known = this.assumed.orders.get(key);
    if (known !== undefined) return known;
    if (this.settled) return true;
    throw forkOrder(this.assumed, a, b, key);
  }

  onOrBefore(a: When, b: When): boolean {
    return !this.before(b, a);
  }

  same(a: When, b: When): boolean {
    return !this.before(a, b) && !this.before(b, a);
  }

  latest(a: When, b: When): When {
    return this.before(a, b) ? b : a;
  }

  earliest(a: When, b: When): When {
    return this.before(b, a) ? b : a;
  }

  /** The day itself where it is known in this world. */
  known(day: When | undefined): Day | undefined {
    if (day === undefined || typeof day === 'number') return day;
    const [low, high] = this.range(day);
    return low === high ? low : undefined;
  }

  value<Value extends string | boolean>(fact: Maybe<Value>): Value {
    if (typeof fact !== 'object') return fact;
    const known = this.assumed.choices.get(fact.key);
    if (known !== undefined) return known as Value;
    if (this.settled) return fact.options[0] as Value;
    throw forkChoice(this.assumed, fact as UnknownChoice<string | boolean>);
  }

  /** A yes or no that no member of the facts states. */
  ask(topic: Topic, pointer: string, person: string, about = ''): boolean {
    return this.value<boolean>({
      key: `${pointer}#${topic}${about}`,
      pointer,
      person,
      topic,
      options: [true, false],
    });
  }

  /** A rule that changes something when its conditions are met; switched off it changes nothing. */
  applies(rule: RuleId, person: string, test: boolean | (() => boolean), detail?: Detail): boolean {
    return this.consider(rule, person, test, false, detail);
  }

  /** A rule that demands something; switched off it demands nothing. */
  satisfies(rule: RuleId, person: string, test: boolean | (() => boolean), detail?: Detail): boolean {
    return this.consider(rule, person, test, true, detail);
  }

  /** A rule that only explains or informs. */
  note(rule: RuleId, person: string, detail?: Detail): void {
    this.consider(rule, person, true, true, detail);
  }

  private consider(
    rule: RuleId,
    person: string,
    test: boolean | (() => boolean),
    whenOff: boolean,
    detail: Detail | undefined,
  ): boolean {
    if (this.settings.switchedOff?.has(rule)) return whenOff;
    const overruling = this.settings.overrulings.get(overrulingKey(rule, person));
    const holds = overruling?.holds ?? (typeof test === 'boolean' ? test : test());
    this.steps.push({ rule, person, holds, ...(detail && { detail }), ...(overruling && { overruling }) });
    return holds;
  }

  private range(day: When): readonly [Day, Day] {
    if (typeof day === 'number') return [day, day];
    const [low, high] = this.assumed.days.get(day.key) ?? [day.low, day.high];
    return [plusMonths(low, day.months), plusMonths(high, day.months)];
  }

  /** Whether the unknown day falls before the threshold; if both are possible, both are tried. */
  private cut(day: UnknownDay, threshold: Day): boolean {
    if (this.settled) return true;
    const [low, high] = this.assumed.days.get(day.key) ?? [day.low, day.high];
    throw forkDay(this.assumed, day, [
      [low, threshold - 1],
      [threshold, high],
    ]);
  }
}

function orderKey(a: UnknownDay, b: UnknownDay): string {
  return `${a.key}+${a.months}<${b.key}+${b.months}`;
}
