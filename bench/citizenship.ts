import { readFileSync } from 'node:fs';
import type { Facts } from '#modules/citizenship/public.ts';
import { assess } from '#modules/citizenship/public.ts';
import type { Measured, RunOptions } from './support/report.ts';

interface Row {
  readonly name: string;
  readonly p50: number;
  readonly p99: number;
}

const worked = JSON.parse(
  readFileSync(
    new URL('../src/modules/citizenship/domain/examples/worked-cases.json', import.meta.url),
    'utf8',
  ),
) as { cases: { id: string; facts: Facts }[] };

/** A line of fathers from an emigrant, each with a wife, until there are as many people as asked for. */
function familyOf(persons: number): Facts {
  const people: Facts['persons'] = [];
  const unions: Facts['unions'] = [];
  const width = Math.max(1, Math.ceil((persons - 3) / 8));
  const generations = 5;
  for (let generation = 0; generation < generations && people.length < persons; generation++) {
    const year = 2000 - generation * 30;
    for (let place = 0; place < (generation === 0 ? 1 : width * 2) && people.length < persons; place++) {
      const id = generation === 0 ? 'a' : `p${generation}_${place}`;
      const root = generation === generations - 1;
      people.push({
        id,
        sex: place % 2 === 0 ? 'male' : 'female',
        born: { date: `${year}-06-06`, country: root && place === 0 ? 'IT' : 'AR' },
        parents: [],
        citizenship_events: [
          root && place === 0
            ? { date: `${year}-06-06`, type: 'acquired', citizenship: 'IT', how: 'birth_descent' }
            : {
                date: `${year}-06-06`,
                type: 'acquired',
                citizenship: 'AR',
                how: 'birth_territory',
                voluntary: false,
              },
        ],
        residences: [{ country: 'AR', from: `${year}-06-06` }],
      });
    }
  }
  for (const person of people) {
    const generation = person.id === 'a' ? 0 : Number(person.id.slice(1, person.id.indexOf('_')));
    const place = person.id === 'a' ? 0 : Number(person.id.slice(person.id.indexOf('_') + 1));
    const base = place % 2 === 0 ? place : place - 1;
    for (const parent of [`p${generation + 1}_${base}`, `p${generation + 1}_${base + 1}`])
      if (people.some(({ id }) => id === parent)) person.parents.push({ id: parent, kind: 'birth' });
    const wife = `p${generation}_${place + 1}`;
    if (generation > 0 && place % 2 === 0 && people.some(({ id }) => id === wife))
      unions.push({
        id: `u_${person.id}`,
        kind: 'marriage',
        partners: [person.id, wife],
        date: `${2028 - generation * 30}-01-01`,
        country: 'AR',
      });
  }
  return {
    as_of: '2026-11-22',
    rules_profile: 'law_in_force',
    applicant: 'a',
    persons: people,
    unions,
    application: {
      route: 'descent_adult_abb',
      documents_complete: true,
      filed_at: '2025-03-10T10:00:00-03:00',
    },
  };
}

function measure(name: string, families: readonly unknown[], rounds: number): Row {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const facts of families) {
      const start = performance.now();
      assess(facts, { locale: 'it' });
      times.push(performance.now() - start);
    }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { name, p50: at(0.5), p99: at(0.99) };
}

/** Counting for as long as an assessment takes: what the machine itself adds at the slow end. */
function machineAlone(milliseconds: number, rounds: number): Row {
  const count = (steps: number) => {
    let sum = 0;
    for (let step = 0; step < steps; step++) sum = (sum + step * 31) % 1_000_003;
    return sum;
  };
  let steps = 1000;
  for (let spent = 0; spent < milliseconds; ) {
    steps *= 1.3;
    const start = performance.now();
    count(steps);
    spent = performance.now() - start;
  }
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    count(steps);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return {
    name: 'the machine alone',
    p50: times[Math.floor(rounds / 2)] ?? 0,
    p99: times[Math.floor(rounds * 0.99)] ?? 0,
  };
}

/** What reading and writing the same facts as JSON costs: the limit that the ratios are taken against. */
function jsonLimit(facts: unknown, rounds: number): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    JSON.parse(JSON.stringify(facts));
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

/** The time of an assessment with its whole explanation, and how it grows with the family. */
export function run({ full }: RunOptions): Measured[] {
  const rounds = full ? 20_000 : 2000;
  const five = familyOf(16);
  measure('warm up', [five, ...worked.cases.map(({ facts }) => facts)], 40);
  const budget = measure('five generations, 16 people', [five], rounds);
  const cases = measure(
    'the worked cases',
    worked.cases.map(({ facts }) => facts),
    Math.ceil(rounds / 40),
  );
  const growing = [3, 10, 50, 100, 200].map((size) =>
    measure(`${size} people`, [familyOf(size)], Math.ceil(rounds / 5)),
  );
  const alone = machineAlone(budget.p50, rounds);
  const limit = jsonLimit(five, 500);
  const small = growing[0]?.p50 ?? Number.NaN;
  const seen = ({ name, p50, p99 }: Row): Measured => ({
    name,
    detail: `p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms, ${(p50 / limit).toFixed(1)} times its JSON, ${(p50 / small).toFixed(1)} times 3 people`,
  });
  return [
    { name: `p50, ${budget.name}`, value: budget.p50, atMost: 1, unit: ' ms' },
    { name: `p99, ${budget.name}`, value: budget.p99, atMost: Math.max(5, 2 * alone.p99), unit: ' ms' },
    ...[budget, cases, ...growing, alone].map(seen),
  ];
}
