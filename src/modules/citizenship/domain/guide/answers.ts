/** What somebody has answered, by question: `af.born` is the birth of the applicant’s father. */
export type Answers = Readonly<Record<string, string>>;

/** Always an answer; the fact stays open and the assessment says whether it matters. */
export const notKnown = 'unknown';

export const goals = [
  'descent',
  'child',
  'marriage',
  'oath',
  'reacquire',
  'renounce',
  'transmission',
] as const;
export type Goal = (typeof goals)[number];

/** How a question is answered. */
export type Input =
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'date'; readonly instead?: string }
  | { readonly kind: 'country' };

const choice = <const Choices extends readonly string[]>(...choices: Choices) =>
  ({ kind: 'choice', choices }) as const;
const yesNo = choice('yes', 'no');
const date = { kind: 'date' } as const;

const bornItalian = ['born_in_italy', 'registered', 'became'] as const;

/** Everything that can be asked of somebody, and how. */
export const topics = {
  goal: choice(...goals),
  born: date,
  birthplace: { kind: 'country' },
  home: { kind: 'country' },
  sex: choice('female', 'male'),
  line: choice('father', 'mother', 'both', 'none'),
  status: choice(...bornItalian, 'descends', 'never'),
  own_status: choice(...bornItalian, 'never'),
  tie: choice('birth', 'recognised', 'adopted'),
  tie_on: date,
  named: yesNo,
  alive: yesNo,
  died_on: date,
  passes: yesNo,
  other: choice('none', 'birth', 'later', 'both'),
  other_country: { kind: 'country' },
  took_how: choice('asked', 'marriage', 'with_parents', 'automatic'),
  took_on: date,
  claim: yesNo,
  became_how: choice('old_marriage', 'marriage', 'residence', 'with_parents', 'benefit', 'regained'),
  became_on: date,
  british_husband: choice('no', 'british', 'other'),
  wedding_abroad_on: date,
  renounced: yesNo,
  renounced_on: date,
  regained: yesNo,
  regained_on: date,
  abroad: yesNo,
  with_f: yesNo,
  with_m: yesNo,
  stay: yesNo,
  stay_from: date,
  stay_to: { kind: 'date', instead: 'ongoing' },
  stay_proof: yesNo,
  letter: choice('none_needed', 'a', 'a_bis', 'b', 'c', 'd'),
  recognised_on: date,
  filed: choice('no', 'application', 'appointment', 'court'),
  filed_on: { kind: 'date', instead: 'not_yet' },
  filed_in_time: yesNo,
  complete: yesNo,
  communicated: yesNo,
  appointment_on: date,
  declared: yesNo,
  declared_on: date,
  union: choice('marriage', 'civil_union', 'none'),
  wedding_on: date,
  wedding_country: { kind: 'country' },
  transcribed: yesNo,
  ended: choice('no', 'divorce', 'annulment', 'dissolution', 'legal_separation', 'death'),
  ended_on: date,
  spouse_status: choice('from_birth', 'became', 'no'),
  children: yesNo,
  same_address: yesNo,
  reason: yesNo,
  language: choice(
    'PLIDA',
    'CertIt',
    'CILS',
    'CELI',
    'CoL',
    'lower',
    'other',
    'agreement',
    'permit',
    'school',
    'none',
  ),
  convictions: choice('none', 'lesser', 'italy', 'abroad', 'state'),
  adopted_on: date,
  notified_on: date,
  oath_on: { kind: 'date', instead: 'not_yet' },
} as const satisfies Record<string, Input>;

export type Topic = keyof typeof topics;

/** A question about a person: `s` is the spouse, `a` the applicant, every further letter a father or a mother. */
export interface QuestionKey {
  readonly person: string;
  readonly topic: Topic;
}

export function keyOf({ person, topic }: QuestionKey): string {
  return `${person}.${topic}`;
}

const shape = /^(a[fm]{0,8}|s)\.([a-z_]+)$/;

export function parseKey(key: string): QuestionKey | undefined {
  const [, person, topic] = shape.exec(key) ?? [];
  return person !== undefined && topic !== undefined && Object.hasOwn(topics, topic)
    ? { person, topic: topic as Topic }
    : undefined;
}

/** Whether a value answers a question; dates and countries are read by whoever takes the answer. */
export function isAnswer(topic: Topic, value: string): boolean {
  if (value === notKnown) return topic !== 'goal';
  const input: Input = topics[topic];
  switch (input.kind) {
    case 'choice':
      return input.choices.includes(value);
    case 'date':
      return value === input.instead || /^\d{4}-\d{2}-\d{2}$/.test(value);
    case 'country':
      return /^[A-Z]{2}$/.test(value);
  }
}
