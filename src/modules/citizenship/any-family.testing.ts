import fc from 'fast-check';
import { parseFacts } from './domain/facts/parse.ts';
import { type Facts, type PersonFacts, routes } from './domain/facts/shape.ts';
import { toDay, toIso } from './domain/reasoning/day.ts';

/** A family that can be, and the same with some facts not known. */
export interface Family {
  readonly facts: Facts;
  readonly hidden: Facts;
}

const foreign = fc.constantFrom('GB', 'AR', 'BR', 'US', 'DE', 'FR');
const dayFrom = (low: string, high: string) =>
  low >= high
    ? fc.constant(low)
    : fc.integer({ min: toDay(low), max: toDay(high) }).map((day) => toIso(day) as string);
/** Days at which the law turns come up often. */
const turning = [
  '1947-12-31',
  '1948-01-01',
  '1948-12-31',
  '1949-01-01',
  '1975-03-09',
  '1975-03-10',
  '1983-04-26',
  '1983-04-27',
  '1992-08-15',
  '1992-08-16',
  '2025-03-27',
  '2025-05-24',
  '2025-05-25',
];
const lawDay = (low: string, high: string) => {
  const within = turning.filter((day) => low <= day && day <= high);
  return within.length === 0
    ? dayFrom(low, high)
    : fc.oneof(
        { weight: 3, arbitrary: dayFrom(low, high) },
        { weight: 1, arbitrary: fc.constantFrom(...within) },
      );
};
const asOf = '2026-11-22';

const personOf = (
  id: string,
  sex: 'female' | 'male',
  generation: number,
  parents: string[],
): fc.Arbitrary<PersonFacts> => {
  const year = 2012 - generation * 28;
  return fc
    .record({
      born: lawDay(`${year - 9}-01-01`, `${year + 9}-12-31`),
      country: fc.oneof(fc.constant('IT'), foreign),
      citizenship: foreign,
      hasForeign: fc.boolean(),
      rootItalian: fc.boolean(),
      naturalises: fc.option(
        fc.record({
          share: fc.double({ min: 0, max: 1, noNaN: true }),
          to: foreign,
          voluntary: fc.boolean(),
        }),
        { nil: undefined },
      ),
      renounces: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined, freq: 6 }),
      livesWith: fc.boolean(),
      stayInItaly: fc.option(fc.tuple(fc.nat(40), fc.nat(5)), { nil: undefined }),
      passes: fc.boolean(),
      died: fc.boolean(),
      claims: fc.boolean(),
      kind: fc.constantFrom('birth', 'birth', 'birth', 'recognition', 'adoption'),
      linkedAfter: fc.nat(8000),
    })
    .map((choice): PersonFacts => {
      const { born } = choice;
      const end = choice.died && generation > 1 ? toIso(Math.min(toDay(asOf), toDay(born) + 365 * 70)) : asOf;
      const at = (share: number) =>
        toIso(Math.floor(toDay(born) + share * (toDay(end) - toDay(born)))) as string;
      const events: PersonFacts['citizenship_events'] = [];
      if (parents.length === 0 && choice.rootItalian)
        events.push({ date: born, type: 'acquired', citizenship: 'IT', how: 'birth_descent' });
      if (choice.hasForeign || (parents.length === 0 && !choice.rootItalian))
        events.push({
          date: born,
          type: 'acquired',
          citizenship: choice.citizenship,
          how: 'birth_territory',
          voluntary: false,
        });
      if (choice.naturalises)
        events.push({
          date: at(choice.naturalises.share),
          type: 'acquired',
          citizenship: choice.naturalises.to,
          how: choice.naturalises.voluntary ? 'naturalisation' : 'operation_of_law',
          voluntary: choice.naturalises.voluntary,
        });
      if (choice.renounces !== undefined)
        events.push({
          date: at(choice.renounces),
          type: 'renounced',
          citizenship: 'IT',
          how: 'renunciation_declaration',
        });
      const residences: PersonFacts['residences'] = [];
      const abroad = choice.country === 'IT' ? choice.citizenship : choice.country;
      const [start, years] = choice.stayInItaly ?? [0, 0];
      const from = toIso(Math.min(toDay(end), toDay(born) + start * 365));
      const to = toIso(Math.min(toDay(end), toDay(from) + years * 366));
      const household = choice.livesWith && parents.length > 0 ? { with: parents } : {};
      if (from > born) residences.push({ country: abroad, from: born, to: from, ...household });
      if (years > 0) residences.push({ country: 'IT', from, to, ...household });
      residences.push({
        country: abroad,
        from: years > 0 ? to : from,
        ...(end === asOf ? {} : { to: end }),
        ...household,
      });
      const linked = toIso(Math.min(toDay(asOf), toDay(born) + choice.linkedAfter));
      return {
        id,
        sex,
        born: { date: born, country: choice.country },
        ...(end === asOf ? {} : { died: { date: end } }),
        parents: parents.map((parent, index) =>
          index === 0 && choice.kind !== 'birth'
            ? { id: parent, kind: choice.kind as 'recognition' | 'adoption', established_on: linked }
            : { id: parent, kind: 'birth' },
        ),
        citizenship_events: events,
        can_claim_other_citizenship: choice.claims,
        foreign_citizenship_passes_to_child: choice.passes,
        residences,
      };
    });
};

const marriages = (persons: PersonFacts[]) =>
  fc
    .tuple(
      ...[
        ['f', 'm'],
        ['g', 'h'],
        ['i', 'j'],
      ].map((pair) =>
        fc.record({
          pair: fc.constant(pair as [string, string]),
          wed: fc.boolean(),
          share: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
      ),
    )
    .map((all) =>
      all.flatMap(({ pair, wed, share }): Facts['unions'] => {
        const partners = pair
          .map((id) => persons.find((person) => person.id === id))
          .filter((person) => person !== undefined);
        if (!wed || partners.length < 2) return [];
        const low = Math.max(...partners.map((person) => toDay(person.born.date ?? asOf))) + 365 * 16;
        const high = Math.min(...partners.map((person) => toDay(person.died?.date ?? asOf)));
        if (low > high) return [];
        return [
          {
            id: `u_${pair[0]}`,
            kind: 'marriage',
            partners: pair,
            date: toIso(Math.floor(low + share * (high - low))),
            country: 'GB',
            same_address: true,
          },
        ];
      }),
    );

const application = fc.record({
  route: fc.constantFrom(...routes),
  filed: fc.option(
    fc.constantFrom('2025-03-27T23:59:00+01:00', '2025-03-28T00:00:00+01:00', '2026-05-05T09:00:00Z'),
    { nil: undefined },
  ),
  complete: fc.boolean(),
  declared: fc.boolean(),
});

/** Facts are hidden by their pointers: what may be null becomes null. */
function hide(facts: Facts, which: readonly number[]): Facts {
  const persons = facts.persons.map((person, index) => {
    const hidden = (what: number) => which.includes(index * 12 + what);
    return {
      ...person,
      sex: hidden(0) ? null : person.sex,
      born: { ...person.born, country: hidden(1) ? null : person.born.country },
      citizenship_events: person.citizenship_events.map((event) => ({
        ...event,
        date:
          hidden(2) && event.how !== 'birth_territory' && event.how !== 'birth_descent' ? null : event.date,
        ...(hidden(3) && event.voluntary !== undefined && { voluntary: null }),
      })),
      ...(hidden(4) && { can_claim_other_citizenship: null }),
      ...(hidden(5) && { foreign_citizenship_passes_to_child: null }),
      parents: person.parents.map((link) =>
        hidden(6) && link.kind !== 'birth' ? { ...link, established_on: null } : link,
      ),
      ...(hidden(7) && person.died && { died: { date: null } }),
      ...(hidden(8) && { stateless: null }),
      residences: person.residences.map((stay, position) => ({
        ...stay,
        ...(hidden(9) && position === 1 && { from: null }),
        ...(hidden(10) && stay.to !== undefined && { to: null }),
        ...(hidden(11) && { proof: null }),
      })),
    };
  });
  return { ...facts, persons };
}

export const anyFamily: fc.Arbitrary<Family> = fc
  .tuple(
    personOf('a', 'male', 0, ['f', 'm']),
    personOf('f', 'male', 1, ['g', 'h']),
    personOf('m', 'female', 1, ['i', 'j']),
    personOf('g', 'male', 2, []),
    personOf('h', 'female', 2, []),
    personOf('i', 'male', 2, []),
    personOf('j', 'female', 2, []),
  )
  .chain((persons) =>
    fc.tuple(fc.constant(persons), marriages(persons), application, fc.array(fc.nat(83), { maxLength: 3 })),
  )
  .map(([persons, unions, chosen, which]) => {
    const facts: Facts = {
      as_of: asOf,
      rules_profile: 'law_in_force',
      applicant: 'a',
      persons,
      unions,
      application: {
        route: chosen.route,
        documents_complete: chosen.complete,
        ...(chosen.filed && { filed_at: chosen.filed }),
        ...(chosen.declared && { declarations: [{ by: 'a', on: '2026-10-10', capacity: 'self' as const }] }),
      },
    };
    return { facts, hidden: hide(facts, which) };
  })
  .filter(({ facts, hidden }) => parseFacts(facts).ok && parseFacts(hidden).ok);
