import type { PersonFacts } from '../facts/shape.ts';
import type { Topic } from './answers.ts';
import type { Reader } from './ask.ts';

type Residence = PersonFacts['residences'][number];

interface BuiltStay {
  readonly stay: Residence;
  readonly from: Topic;
  readonly to: Topic;
}

/** Where somebody lived, as far as the questions asked for it; each day with the question that fills it. */
export function residencesOf(
  read: Reader,
  id: string,
  born: string | null,
  country: string | null,
  asOf: string,
): BuiltStay[] {
  const stays: BuiltStay[] = [];
  const add = (stay: Residence, from: Topic, to: Topic) => stays.push({ stay, from, to });
  const abroad = read.known(id, 'other_country') ?? (country === 'IT' ? null : country) ?? 'XX';
  if (read.is(id, 'stay', 'yes')) {
    const documented = read.known(id, 'stay_proof');
    const ongoing = read.is(id, 'stay_to', 'ongoing');
    add(
      {
        country: 'IT',
        from: read.day(id, 'stay_from'),
        ...(ongoing ? {} : { to: read.day(id, 'stay_to') }),
        proof: documented === 'yes' ? 'historical_certificate' : documented === 'no' ? 'none' : null,
      },
      'stay_from',
      'stay_to',
    );
  }
  const took = read.day(id, 'took_on');
  if (read.is(id, 'abroad', 'yes', 'no')) {
    const place = read.is(id, 'abroad', 'yes') ? abroad : 'IT';
    add(
      took === null ? { country: place, from: born } : { country: place, from: took, to: took },
      'took_on',
      'took_on',
    );
  }
  const child = id.slice(0, -1);
  if (id.length > 2 && read.is(child, id.endsWith('f') ? 'with_f' : 'with_m', 'yes'))
    add(childhood(abroad, read.day(child, 'born'), asOf, child), 'born', 'born');
  if (id === 'a')
    for (const [topic, parent] of [
      ['with_f', 'af'],
      ['with_m', 'am'],
    ] as const)
      if (read.is('a', topic, 'yes')) add(childhood(abroad, born, asOf, parent), 'born', 'born');
  const home = id === 'a' ? read.known('a', 'home') : undefined;
  if (home !== undefined)
    add({ country: home, from: read.day('a', 'filed_on') ?? asOf }, 'filed_on', 'filed_on');
  return stays;
}

/** The years in which a child who lived with a parent is taken to have done so. */
function childhood(country: string, born: string | null, asOf: string, other: string): Residence {
  if (born === null) return { country, from: null, with: [other] };
  const adult = `${Number(born.slice(0, 4)) + 21}-12-31`;
  return { country, from: born, to: adult < asOf ? adult : asOf, with: [other] };
}

/** "No" to a question about a home is told by a history of homes that is complete without it. */
export function residencesKnown(read: Reader, id: string): boolean {
  const child = id.slice(0, -1);
  const withChild: Topic = id.endsWith('f') ? 'with_f' : 'with_m';
  return (
    read.is(id, 'stay', 'yes', 'no') ||
    read.is(id, 'abroad', 'no') ||
    read.is(id, 'with_f', 'no') ||
    read.is(id, 'with_m', 'no') ||
    (id.length > 1 && read.is(child, withChild, 'no'))
  );
}
