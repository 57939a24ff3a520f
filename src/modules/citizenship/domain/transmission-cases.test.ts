import { describe, expect, test } from 'vitest';
import { aFamily, aPerson, assessed, childOf, italianByBirth, lived, naturalised } from '../testing.ts';
import { child, deadMother, emigrant, naturalisedEmigrant } from '../transmission-cases.testing.ts';
import type { Facts, PersonFacts } from './facts/shape.ts';

function line(persons: PersonFacts[], unions: Facts['unions'] = []) {
  const { verdict, decisive_rules, missing_fact, review } = assessed(
    aFamily('transmission', persons, { unions }),
  );
  return { verdict, rules: decisive_rules as readonly string[], missing_fact, review };
}

describe('CZ-1: who is a citizen under the ordinary rules', () => {
  test('ENG-1: where living together is not known, it is asked', () => {
    const found = line([
      child('1960-03-03', { residences: [lived('GB', '1960-03-03')], completeness: { residences: false } }),
      naturalisedEmigrant('1965-03-03'),
      deadMother,
    ]);
    expect(found.verdict).toBe('needs_information');
    expect(found.missing_fact).toMatchObject({ person: 'a', path: '/persons/0/residences' });
  });

  test('TRANS-3: whether the father passed his citizenship on is asked only when it matters', () => {
    const mother = aPerson('m', 'female', '1918-02-02', 'IT', {
      citizenship_events: [italianByBirth('1918-02-02')],
    });
    const father = aPerson('p', 'male', '1912-02-02', 'AR', { foreign_citizenship_passes_to_child: null });
    const before = line([
      child('1947-12-31', { parents: childOf('m', 'p'), residences: [] }),
      mother,
      father,
    ]);
    expect(before.missing_fact).toMatchObject({
      person: 'p',
      path: '/persons/2/foreign_citizenship_passes_to_child',
    });
    const after = line([child('1948-01-01', { parents: childOf('m', 'p'), residences: [] }), mother, father]);
    expect(after.verdict).toBe('eligible');
  });

  test('ENG-1: what nobody depends on is not asked', () => {
    const uncle = aPerson('u', 'male', '1930-01-01', 'IT', {
      parents: [],
      citizenship_events: [italianByBirth('1930-01-01'), naturalised('GB', null)],
    });
    expect(line([child('1960-03-03'), emigrant(), deadMother, uncle]).verdict).toBe('eligible');
  });

  test('ENG-1: a naturalisation on an unknown day is asked for, with the document that proves it', () => {
    const found = line([child('1960-03-03'), naturalisedEmigrant(null), deadMother]);
    expect(found.missing_fact).toMatchObject({ person: 'f', path: '/persons/1/citizenship_events/1/date' });
    expect(found.missing_fact?.proof).toContain('naturalisation');
  });

  test('TRANS-5: recognised as an adult, there is a year to elect the citizenship', () => {
    const recognisedLate = child('1990-07-07', {
      parents: [{ id: 'f', kind: 'recognition', established_on: '2026-03-01' }],
    });
    const value = assessed(aFamily('transmission', [recognisedLate, emigrant()]));
    expect(value.deadline).toBe('2027-03-01');
    expect(value.next_routes.map(({ route }) => route)).toContain('election_art2');
  });
});
