import type { RuleId } from '../rules/rule-book.ts';
import type { Day } from './day.ts';
import type { When } from './unknown.ts';

/** What the sentence of a step speaks about, besides its person. */
export interface Detail {
  readonly day?: When | undefined;
  readonly until?: When | undefined;
  readonly other?: string | undefined;
  readonly country?: string | undefined;
}

/** An officer's decision against a step of the reasoning, with the reason that goes on record. */
export interface Overruling {
  readonly rule: string;
  readonly person: string;
  readonly holds: boolean;
  readonly reason: string;
}

/** A rule tried on a person. */
export interface Step {
  readonly rule: RuleId;
  readonly person: string;
  readonly holds: boolean;
  readonly detail?: Detail;
  readonly overruling?: Overruling;
}

export function overrulingKey(rule: string, person: string): string {
  return `${rule} ${person}`;
}

export function knownDay(when: When | undefined): Day | undefined {
  return typeof when === 'number' ? when : undefined;
}
