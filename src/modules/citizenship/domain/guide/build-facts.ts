import type { ApplicationFacts, Facts, PersonFacts, Route, UnionFacts } from '../facts/shape.ts';
import { type Answers, keyOf } from './answers.ts';
import { Reader } from './ask.ts';
import { buildApplication, buildUnion } from './build-application.ts';
import { buildPerson } from './build-person.ts';

export interface BuiltFacts {
  readonly read: Reader;
  /** Which question fills a member, by pointer into the facts. */
  readonly asks: ReadonlyMap<string, string>;
  /** People of whom nobody knows whether they were Italian. */
  readonly unclear: readonly string[];
  factsFor(route: Route): Facts;
}

interface Options {
  readonly asOf: string;
  /** What is taken of people of whom nobody knows whether they were Italian. */
  readonly unclearAre?: 'born_in_italy' | 'never';
}

/** The facts of a family from the answers so far; what is not answered stays open, to be asked where it matters. */
export function buildFacts(answers: Answers, { asOf, unclearAre = 'never' }: Options): BuiltFacts {
  const read = new Reader(answers);
  const unclear: string[] = [];
  const persons: PersonFacts[] = [];
  const asks = new Map<string, string>();
  const goal = read.known('a', 'goal');

  const add = (
    id: string,
    status: string | undefined,
    sex: PersonFacts['sex'],
    parents: PersonFacts['parents'],
  ) => {
    const built = buildPerson(read, id, { status, sex, parents }, asOf);
    for (const [pointer, key] of built.asks) asks.set(`/persons/${persons.length}${pointer}`, key);
    persons.push(built.facts);
  };
  const grow = (id: string): void => {
    const parents = parentsOf(read, id, goal);
    const status = id === 'a' ? read.known('a', 'own_status') : statusOf(read, id, unclear, unclearAre);
    add(id, status, sexOf(read, id), parents);
    for (const parent of parents) grow(parent.id);
  };
  grow('a');
  const unions: UnionFacts[] = [];
  const union = goal === 'marriage' || goal === 'oath' ? buildUnion(read) : undefined;
  if (union !== undefined) {
    unions.push(union);
    add('s', read.known('s', 'spouse_status') === 'from_birth' ? 'registered' : spouse(read), null, []);
    if (read.is('s', 'children', 'yes'))
      add(
        'c',
        undefined,
        null,
        ['a', 's'].map((id) => ({ id, kind: 'birth' })),
      );
  }
  for (const [pointer, key] of applicationAsks) asks.set(pointer, key);
  return {
    read,
    asks,
    unclear,
    factsFor: (route): Facts => ({
      as_of: asOf,
      rules_profile: 'law_in_force',
      applicant: 'a',
      persons,
      unions,
      application: buildApplication(read, route) satisfies ApplicationFacts,
    }),
  };
}

function spouse(read: Reader): string | undefined {
  return read.is('s', 'spouse_status', 'became') ? 'became' : undefined;
}

function statusOf(
  read: Reader,
  id: string,
  unclear: string[],
  unclearAre: 'born_in_italy' | 'never',
): string | undefined {
  if (!read.is(id, 'status', 'unknown')) return read.known(id, 'status');
  unclear.push(id);
  return unclearAre;
}

function sexOf(read: Reader, id: string): PersonFacts['sex'] {
  if (id === 'a') return (read.known('a', 'sex') as PersonFacts['sex'] | undefined) ?? null;
  return id.endsWith('f') ? 'male' : 'female';
}

/** Those through whom the line may come; beside them those whom the law looks at too. */
function parentsOf(read: Reader, id: string, goal: string | undefined): PersonFacts['parents'] {
  if (id !== 'a' && !read.is(id, 'status', 'descends')) return [];
  const line = read.known(id, 'line');
  if (line === undefined || line === 'none') return [];
  const father = line !== 'mother' || read.is(`${id}f`, 'named', 'yes');
  const mother = line !== 'father' || (goal === 'child' && read.is(`${id}m`, 'named', 'yes'));
  return [...(father ? [linkTo(read, `${id}f`)] : []), ...(mother ? [linkTo(read, `${id}m`)] : [])];
}

function linkTo(read: Reader, parent: string): PersonFacts['parents'][number] {
  const tie = read.known(parent, 'tie');
  if (tie === 'recognised' || tie === 'adopted')
    return {
      id: parent,
      kind: tie === 'adopted' ? 'adoption' : 'recognition',
      established_on: read.day(parent, 'tie_on'),
    };
  return { id: parent, kind: 'birth' };
}

const applicationAsks = Object.entries({
  '/application/filed_at': keyOf({ person: 'a', topic: 'filed_in_time' }),
  '/application/filed_on': keyOf({ person: 'a', topic: 'filed_on' }),
  '/application/documents_complete': keyOf({ person: 'a', topic: 'complete' }),
  '/application/appointment/communicated_at': keyOf({ person: 'a', topic: 'communicated' }),
  '/application/appointment/on': keyOf({ person: 'a', topic: 'appointment_on' }),
  '/application/oath_on': keyOf({ person: 'a', topic: 'oath_on' }),
  '/application/language/certificate': keyOf({ person: 'a', topic: 'language' }),
  '/application/language/level': keyOf({ person: 'a', topic: 'language' }),
  '/application/language/exemption': keyOf({ person: 'a', topic: 'language' }),
  '/application/convictions/0/statutory_maximum_months': keyOf({ person: 'a', topic: 'convictions' }),
  '/application/convictions/0/penalty_imposed_months': keyOf({ person: 'a', topic: 'convictions' }),
  '/application/decree/adopted_on': keyOf({ person: 'a', topic: 'adopted_on' }),
  '/application/decree/notified_on': keyOf({ person: 'a', topic: 'notified_on' }),
  '/unions/0/date': keyOf({ person: 's', topic: 'wedding_on' }),
  '/unions/0/ended/date': keyOf({ person: 's', topic: 'ended_on' }),
  '/unions/0/transcribed_in_italy_on': keyOf({ person: 's', topic: 'transcribed' }),
  '/unions/0/same_address': keyOf({ person: 's', topic: 'same_address' }),
  '/unions/0/separate_address_reason_documented': keyOf({ person: 's', topic: 'reason' }),
});
