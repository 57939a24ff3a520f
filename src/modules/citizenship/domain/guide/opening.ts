import type { Goal, QuestionKey, Topic } from './answers.ts';
import type { Reader } from './ask.ts';

/** How far up a family is followed: enough for everybody alive since 1861. */
const mostGenerations = 7;

/** The questions that come first, in their order: the tree is built by them, the reasoning asks the rest. */
export function* opening(read: Reader, asOf: string): Generator<QuestionKey> {
  const goal = read.known('a', 'goal') as Goal | undefined;
  yield ask('a', 'goal');
  if (goal === undefined) return;
  yield ask('a', 'born');
  yield ask('a', 'birthplace');
  yield ask('a', 'home');
  switch (goal) {
    case 'descent':
      yield ask('a', 'filed');
      yield* filing(read);
      yield* family(read, 'a', 0);
      return;
    case 'child':
      yield* family(read, 'a', 0);
      yield* bothParents(read);
      if (bornBefore(read, 'a', asOf)) yield* declarations(read);
      return;
    case 'transmission':
      yield* family(read, 'a', 0);
      return;
    case 'marriage':
    case 'oath':
      yield* marriage(read, goal);
      return;
    case 'reacquire':
      yield* formerCitizen(read);
      return;
    case 'renounce':
      yield ask('a', 'own_status');
      if (read.is('a', 'own_status', 'became')) yield ask('a', 'became_how');
      yield ask('a', 'other');
      yield* otherCitizenship(read, 'a');
      return;
  }
}

function ask(person: string, topic: Topic): QuestionKey {
  return { person, topic };
}

/** Up the line, one person after the other, until somebody was Italian or nobody was. */
function* family(read: Reader, person: string, generation: number): Generator<QuestionKey> {
  yield ask(person, 'line');
  const line = read.known(person, 'line');
  const parents = [
    ...(line === 'father' || line === 'both' ? [`${person}f`] : []),
    ...(line === 'mother' || line === 'both' ? [`${person}m`] : []),
  ];
  for (const parent of parents) {
    yield ask(parent, 'status');
    const status = read.known(parent, 'status');
    if (status === undefined || status === 'never') continue;
    yield ask(parent, 'tie');
    if (read.is(parent, 'tie', 'recognised', 'adopted')) yield ask(parent, 'tie_on');
    if (status !== 'born_in_italy') yield ask(parent, 'birthplace');
    if (status === 'became') {
      yield ask(parent, 'became_how');
      yield ask(parent, 'became_on');
    }
    if (status === 'descends' && generation + 1 < mostGenerations)
      yield* family(read, parent, generation + 1);
    yield* otherCitizenship(read, parent);
    if (parent.endsWith('m') && mayHaveMarriedBefore1949(read, parent)) {
      yield ask(parent, 'british_husband');
      if (read.is(parent, 'british_husband', 'british', 'other')) yield ask(parent, 'wedding_abroad_on');
    }
  }
  if (line === 'mother' && mayBeBornBefore1948(read, person)) {
    yield ask(person, 'born');
    if (mayBeBornBefore1948(read, person)) yield ask(`${person}f`, 'named');
  }
}

/** What follows once somebody is said to have another citizenship. */
export function* otherCitizenship(read: Reader, person: string): Generator<QuestionKey> {
  const other = read.known(person, 'other');
  if (other === undefined || other === 'none') return;
  const bornAbroad = (read.known(person, 'birthplace') ?? 'IT') !== 'IT';
  if (other !== 'birth' || !bornAbroad || read.is(person, 'status', 'born_in_italy'))
    yield ask(person, 'other_country');
  if (other !== 'birth') yield ask(person, 'took_how');
}

function mayBeBornBefore1948(read: Reader, person: string): boolean {
  const born = read.day(person, 'born');
  if (born !== null) return born < '1948-01-01';
  const applicant = read.day('a', 'born');
  // a parent of somebody born from 1999 on was hardly born before 1948
  return applicant === null || applicant < '1999-01-01' || person.length > 2;
}

function mayHaveMarriedBefore1949(read: Reader, person: string): boolean {
  const born = read.day(person, 'born');
  if (born !== null) return born < '1935-01-01';
  const child = read.day(person.slice(0, -1), 'born') ?? read.day('a', 'born');
  const years = person.length > 2 ? 25 * (person.length - 2) : 0;
  return child === null || Number(child.slice(0, 4)) - years < 1975;
}

function* filing(read: Reader): Generator<QuestionKey> {
  const filed = read.known('a', 'filed');
  if (filed === 'appointment') yield ask('a', 'appointment_on');
  if (filed !== undefined && filed !== 'no') yield ask('a', 'filed_on');
}

function* bothParents(read: Reader): Generator<QuestionKey> {
  const line = read.known('a', 'line');
  if (line === 'father' || line === 'mother') yield ask(line === 'father' ? 'am' : 'af', 'named');
  for (const parent of ['af', 'am']) {
    const counts =
      line === 'both' || line === (parent === 'af' ? 'father' : 'mother') || read.is(parent, 'named', 'yes');
    if (counts && line !== undefined && line !== 'none') yield ask(parent, 'alive');
  }
}

function* declarations(read: Reader): Generator<QuestionKey> {
  yield ask('a', 'declared');
  if (!read.is('a', 'declared', 'yes')) return;
  for (const parent of ['af', 'am']) if (read.is(parent, 'alive', 'yes')) yield ask(parent, 'declared_on');
}

function bornBefore(read: Reader, person: string, day: string): boolean {
  const born = read.day(person, 'born');
  return born !== null && born < day;
}

function* marriage(read: Reader, goal: 'marriage' | 'oath'): Generator<QuestionKey> {
  yield ask('s', 'union');
  if (!read.is('s', 'union', 'marriage', 'civil_union')) return;
  yield ask('s', 'wedding_on');
  if (read.is('s', 'wedding_on', 'unknown')) return;
  yield ask('s', 'wedding_country');
  yield ask('s', 'spouse_status');
  if (read.is('s', 'spouse_status', 'became')) yield ask('s', 'became_on');
  if (read.is('s', 'spouse_status', 'no')) return;
  yield ask('s', 'ended');
  if (read.is('s', 'ended', 'divorce', 'annulment', 'dissolution', 'legal_separation', 'death'))
    yield ask('s', 'ended_on');
  yield ask('s', 'children');
  yield ask('a', 'filed_on');
  if (!read.is('s', 'wedding_country', 'IT')) yield ask('s', 'transcribed');
  yield ask('a', 'language');
  yield ask('a', 'convictions');
  if (goal === 'oath') {
    yield ask('a', 'adopted_on');
    yield ask('a', 'notified_on');
    yield ask('a', 'oath_on');
  }
}

function* formerCitizen(read: Reader): Generator<QuestionKey> {
  yield ask('a', 'own_status');
  if (read.is('a', 'own_status', 'never')) return;
  if (read.is('a', 'own_status', 'became')) yield ask('a', 'became_how');
  yield ask('a', 'sex');
  if (!read.is('a', 'sex', 'male') && mayHaveMarriedBefore1949(read, 'a')) {
    yield ask('a', 'british_husband');
    if (read.is('a', 'british_husband', 'british', 'other')) {
      yield ask('a', 'wedding_abroad_on');
      return;
    }
  }
  yield ask('a', 'other');
  yield* otherCitizenship(read, 'a');
  if (read.is('a', 'took_how', 'with_parents')) yield* family(read, 'a', 0);
  if (read.is('a', 'other', 'birth', 'both') || read.is('a', 'took_how', 'marriage', 'automatic')) {
    yield ask('a', 'renounced');
    if (read.is('a', 'renounced', 'yes')) yield ask('a', 'renounced_on');
  }
}
