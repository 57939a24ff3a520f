import type { Day } from './day.ts';

/** What a missing fact is about; each topic has a question and a proof in both languages. */
export type Topic =
  | 'birth_date'
  | 'birth_country'
  | 'death_date'
  | 'sex'
  | 'filiation_date'
  | 'adoption_date'
  | 'naturalisation_date'
  | 'acquisition_date'
  | 'renunciation_date'
  | 'reacquisition_date'
  | 'foreign_loss_date'
  | 'manner_of_acquisition'
  | 'voluntary'
  | 'further_citizenships'
  | 'can_claim_other_citizenship'
  | 'passes_to_child'
  | 'stateless'
  | 'residence_date'
  | 'living_together'
  | 'living_abroad'
  | 'stay_in_italy'
  | 'proof_of_stay'
  | 'recognition_letter'
  | 'recognition_date'
  | 'filing_instant'
  | 'filing_date'
  | 'documents_complete'
  | 'appointment_communicated'
  | 'appointment_day'
  | 'transcription'
  | 'same_address'
  | 'separate_address_reason'
  | 'language_certificate'
  | 'language_level'
  | 'language_exemption'
  | 'statutory_maximum'
  | 'penalty_imposed'
  | 'criminal_record_date'
  | 'oath_date';

interface About {
  /** Tells two unknowns of the same pointer apart. */
  readonly key: string;
  readonly pointer: string;
  readonly person: string;
  readonly topic: Topic;
}

/** A day that is not known, somewhere between two days, perhaps some months later. */
export interface UnknownDay extends About {
  readonly low: Day;
  readonly high: Day;
  readonly months: number;
}

/** A fact that is not known and has one of a few values. */
export interface UnknownChoice<Value> extends About {
  readonly options: readonly Value[];
}

export type When = Day | UnknownDay;
export type Maybe<Value extends string | boolean> = Value | UnknownChoice<Value>;
export type Unknown = UnknownDay | UnknownChoice<string | boolean>;

/** What one branch of the search takes for granted about the unknown facts. */
export interface Assumptions {
  readonly days: ReadonlyMap<string, readonly [Day, Day]>;
  readonly choices: ReadonlyMap<string, string | boolean>;
  readonly orders: ReadonlyMap<string, boolean>;
  readonly unknowns: ReadonlyMap<string, Unknown>;
}

export const nothingAssumed: Assumptions = {
  days: new Map(),
  choices: new Map(),
  orders: new Map(),
  unknowns: new Map(),
};

/** Thrown when the reasoning needs a fact that is not known: each alternative is then tried. */
export class Fork {
  readonly alternatives: readonly Assumptions[];
  constructor(alternatives: readonly Assumptions[]) {
    this.alternatives = alternatives;
  }
}

export function forkDay(
  assumed: Assumptions,
  day: UnknownDay,
  parts: readonly (readonly [Day, Day])[],
): Fork {
  const unknowns = new Map(assumed.unknowns).set(day.key, day);
  return new Fork(
    parts.map((part) => ({ ...assumed, unknowns, days: new Map(assumed.days).set(day.key, part) })),
  );
}

export function forkChoice(assumed: Assumptions, choice: UnknownChoice<string | boolean>): Fork {
  const unknowns = new Map(assumed.unknowns).set(choice.key, choice);
  return new Fork(
    choice.options.map((option) => ({
      ...assumed,
      unknowns,
      choices: new Map(assumed.choices).set(choice.key, option),
    })),
  );
}

export function forkOrder(assumed: Assumptions, a: UnknownDay, b: UnknownDay, key: string): Fork {
  const unknowns = new Map(assumed.unknowns).set(a.key, a).set(b.key, b);
  return new Fork(
    [true, false].map((value) => ({ ...assumed, unknowns, orders: new Map(assumed.orders).set(key, value) })),
  );
}
