import type { Day } from '../reasoning/day.ts';
import type { Maybe, When } from '../reasoning/unknown.ts';
import type { ApplicationFacts, Facts, How, PersonFacts, UnionFacts } from './shape.ts';

export interface ParentLink {
  readonly parent: Person;
  readonly kind: 'birth' | 'recognition' | 'judgment' | 'adoption';
  /** Day from which the law knows the parent; for `birth` the birth. */
  readonly since: When;
}

export interface CitizenshipEvent {
  readonly on: When;
  readonly type: 'acquired' | 'lost' | 'renounced' | 'reacquired';
  readonly citizenship: string;
  readonly how: Maybe<How>;
  readonly voluntary: Maybe<boolean>;
}

export interface Stay {
  readonly pointer: string;
  readonly country: string;
  readonly from: When;
  /** Infinity: the person still lives there. */
  readonly to: When;
  readonly household: readonly string[];
  readonly proof: 'documented' | 'undocumented';
}

export interface Person {
  readonly id: string;
  readonly pointer: string;
  readonly facts: PersonFacts;
  readonly sex: Maybe<'female' | 'male'>;
  readonly born: When;
  readonly bornInItaly: Maybe<boolean>;
  readonly died: When | undefined;
  readonly emancipatedOn: Day | undefined;
  readonly parents: ParentLink[];
  readonly children: Person[];
  readonly events: readonly CitizenshipEvent[];
  readonly eventsComplete: boolean;
  readonly stays: readonly Stay[];
  readonly staysComplete: boolean;
  readonly unions: Union[];
}

export interface Union {
  readonly pointer: string;
  readonly facts: UnionFacts;
  readonly kind: 'marriage' | 'civil_union';
  readonly partners: readonly [Person, Person];
  readonly on: Day;
  readonly ended: { readonly on: Day; readonly how: NonNullable<UnionFacts['ended']>['how'] } | undefined;
}

/** The facts as the reasoning reads them: linked, with days as numbers and every null as something to be asked. */
export interface Tree {
  readonly asOf: Day;
  readonly facts: Facts;
  readonly applicant: Person;
  readonly persons: ReadonlyMap<string, Person>;
  readonly application: ApplicationFacts;
}
