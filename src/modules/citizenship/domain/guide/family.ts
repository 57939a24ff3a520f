import { assess } from '../assess.ts';
import type { Facts, PersonFacts } from '../facts/shape.ts';
import { type Answers, notKnown } from './answers.ts';
import { buildFacts } from './build-facts.ts';

/** Somebody in the family tree, with the citizenship as far as it is known. */
export interface Member {
  readonly id: string;
  readonly facts: PersonFacts;
  readonly citizenship: 'italian' | 'lost' | 'not_italian' | 'open';
}

/** The people named so far, the applicant first, each with today’s standing under the ordinary rules. */
export function membersOf(answers: Answers, asOf: string): Member[] {
  const facts = buildFacts(answers, { asOf }).factsFor('transmission');
  return facts.persons
    .filter(({ id }) => id !== 'c')
    .map((person) => ({ id: person.id, facts: person, citizenship: citizenshipOf(facts, person, answers) }));
}

const losses = new Set(['LOSS-1', 'LOSS-2', 'LOSS-4', 'LOSS-7', 'LOSS-9', 'LOSS-11']);

function citizenshipOf(facts: Facts, { id }: PersonFacts, answers: Answers): Member['citizenship'] {
  const outcome = assess({ ...facts, applicant: id }, { locale: 'en' });
  if (!outcome.ok || outcome.value.verdict === 'needs_information') return 'open';
  if (outcome.value.verdict === 'eligible') return 'italian';
  const lost = outcome.value.steps.some(
    ({ rule, person, holds }) => losses.has(rule) && person === id && holds === true,
  );
  if (lost) return 'lost';
  return isKnown(id, answers) ? 'not_italian' : 'open';
}

/** Whether everything that could make somebody Italian was answered. */
function isKnown(id: string, answers: Answers): boolean {
  if (id === 's') return answers['s.spouse_status'] !== undefined;
  const status = answers[id === 'a' ? 'a.own_status' : `${id}.status`];
  if (status === notKnown) return false;
  if (status !== undefined && status !== 'descends') return true;
  const line = answers[`${id}.line`];
  if (line === 'none') return true;
  const parents = line === 'both' ? ['f', 'm'] : line === 'father' ? ['f'] : line === 'mother' ? ['m'] : [];
  return parents.length > 0 && parents.every((each) => isKnown(id + each, answers));
}
