import { describe, expect, test } from 'vitest';
import { routeCases } from '../route-cases.testing.ts';
import {
  aFamily,
  aPerson,
  assessed,
  bornWith,
  childOf,
  italianByBirth,
  lived,
  naturalised,
} from '../testing.ts';
import { assess } from './assess.ts';
import type { Facts } from './facts/shape.ts';

function caseOf(name: string): Facts {
  const found = routeCases.find((each) => each.name.startsWith(name));
  if (found === undefined) throw new Error(name);
  return found.facts;
}

function refusal(facts: unknown) {
  const outcome = assess(facts, { locale: 'it' });
  return outcome.ok ? 'accepted' : outcome.refusal.errors;
}

const alone = (more: Parameters<typeof aPerson>[4] = {}) => aPerson('a', 'male', '1980-01-01', 'IT', more);

describe('CZ-1: facts that cannot be are refused at the member that is wrong', () => {
  test.each<[string, unknown, { pointer: string; code: string }]>([
    ['nothing at all', {}, { pointer: '/persons', code: 'required' }],
    [
      'a day that does not exist',
      aFamily('transmission', [aPerson('a', 'male', '1981-02-29', 'IT')]),
      { pointer: '/persons/0/born/date', code: 'not_a_date' },
    ],
    [
      'a country in words',
      aFamily('transmission', [aPerson('a', 'male', '1981-02-28', 'Italia')]),
      { pointer: '/persons/0/born/country', code: 'not_a_country' },
    ],
    [
      'a member nobody knows',
      { ...aFamily('transmission', [alone()]), colour: 'red' },
      { pointer: '/colour', code: 'unknown_member' },
    ],
    [
      'a route nobody knows',
      aFamily('lottery' as 'transmission', [alone()]),
      { pointer: '/application/route', code: 'not_allowed' },
    ],
    [
      'an applicant who is not there',
      aFamily('transmission', [alone()], { applicant: 'b' }),
      { pointer: '/applicant', code: 'unknown_person' },
    ],
    [
      'the same person twice',
      aFamily('transmission', [alone(), alone()]),
      { pointer: '/persons/1/id', code: 'duplicate_id' },
    ],
    [
      'a parent who is not there',
      aFamily('transmission', [alone({ parents: childOf('x') })]),
      { pointer: '/persons/0/parents/0/id', code: 'unknown_person' },
    ],
    [
      'a parent born on the same day',
      aFamily('transmission', [alone({ parents: childOf('f') }), aPerson('f', 'male', '1980-01-01', 'IT')]),
      { pointer: '/persons/0/parents/0/id', code: 'parent_not_older' },
    ],
    [
      'somebody who is their own grandparent',
      aFamily('transmission', [
        { ...alone({ parents: childOf('f') }), born: { date: null, country: 'IT' } },
        {
          ...aPerson('f', 'male', '1950-01-01', 'IT', { parents: childOf('a') }),
          born: { date: null, country: 'IT' },
        },
      ]),
      { pointer: '/persons/1/parents/0/id', code: 'cycle_in_tree' },
    ],
    [
      'a death before the birth',
      aFamily('transmission', [alone({ died: { date: '1979-12-31' } })]),
      { pointer: '/persons/0/died/date', code: 'death_before_birth' },
    ],
    [
      'a mother who died before the birth',
      aFamily('transmission', [
        alone({ parents: childOf('m') }),
        aPerson('m', 'female', '1950-01-01', 'IT', { died: { date: '1979-12-31' } }),
      ]),
      { pointer: '/persons/0/parents/0/id', code: 'parent_dead_before_birth' },
    ],
    [
      'a birth after the day of the assessment',
      aFamily('transmission', [aPerson('a', 'male', '2026-11-23', 'IT')]),
      { pointer: '/persons/0/born/date', code: 'in_the_future' },
    ],
    [
      'a citizenship before the birth',
      aFamily('transmission', [alone({ citizenship_events: [naturalised('GB', '1979-01-01')] })]),
      { pointer: '/persons/0/citizenship_events/0/date', code: 'before_birth' },
    ],
    [
      'a residence that ends before it starts',
      aFamily('transmission', [alone({ residences: [lived('GB', '2000-01-02', '2000-01-01')] })]),
      { pointer: '/persons/0/residences/0/to', code: 'ends_before_it_starts' },
    ],
    [
      'a wedding with oneself',
      aFamily('transmission', [alone()], {
        unions: [{ id: 'u', kind: 'marriage', partners: ['a', 'a'], date: '2000-01-01', country: 'IT' }],
      }),
      { pointer: '/unions/0/partners/1', code: 'same_person_twice' },
    ],
    [
      'an application filed tomorrow',
      aFamily('marriage', [alone()], { application: { filed_on: '2026-11-23' } }),
      { pointer: '/application/filed_on', code: 'in_the_future' },
    ],
    [
      'an oath before the notification',
      aFamily('marriage_oath', [alone()], {
        application: {
          decree: { adopted_on: '2026-01-01', notified_on: '2026-02-01' },
          oath_on: '2026-01-31',
        },
      }),
      { pointer: '/application/oath_on', code: 'before_notification' },
    ],
  ])('%s', (_name, facts, error) => {
    expect(refusal(facts)).toEqual(expect.arrayContaining([error]));
  });

  test('a posthumous child of a father who died in the pregnancy is accepted', () => {
    const father = aPerson('f', 'male', '1950-01-01', 'IT', { died: { date: '1979-06-01' } });
    expect(refusal(aFamily('transmission', [alone({ parents: childOf('f') }), father]))).toBe('accepted');
  });

  test('what is not an object is refused, whatever it is', () => {
    for (const raw of [null, undefined, 7, 'facts', [], [[]]]) expect(refusal(raw)).not.toBe('accepted');
  });
});

describe('CZ-7: an officer overrules a step', () => {
  const facts = aFamily('transmission', [
    aPerson('a', 'male', '1990-03-03', 'GB', {
      parents: childOf('f'),
      citizenship_events: [bornWith('GB', '1990-03-03')],
    }),
    aPerson('f', 'male', '1950-01-01', 'IT', {
      citizenship_events: [italianByBirth('1950-01-01'), naturalised('GB', '1985-05-05')],
      residences: [lived('GB', '1970-01-01')],
    }),
  ]);

  test('the step says so with the reason, and the verdict follows', () => {
    expect(assessed(facts).verdict).toBe('not_eligible');
    const reason = 'The certificate is of a namesake.';
    const overruled = assessed(facts, {
      overrulings: [{ rule: 'LOSS-1', person: 'f', holds: false, reason }],
    });
    expect(overruled.verdict).toBe('eligible');
    expect(overruled.steps).toContainEqual(
      expect.objectContaining({
        rule: 'LOSS-1',
        person: 'f',
        holds: false,
        because: reason,
        overruled: true,
      }),
    );
  });

  test('what is overruled for one person stays for the others', () => {
    const other = assessed(facts, {
      overrulings: [{ rule: 'LOSS-1', person: 'a', holds: false, reason: 'none' }],
    });
    expect(other.verdict).toBe('not_eligible');
  });

  test('a requirement set aside opens the route, and an unsettled point is decided', () => {
    const late = assessed(caseOf('MARR-5: a day early'), {
      overrulings: [{ rule: 'MARR-5', person: 'a', holds: true, reason: 'x' }],
    });
    expect(late.verdict).toBe('eligible');
    const disputed = caseOf('U-6: lived in Italy before');
    expect(
      assessed(disputed, { overrulings: [{ rule: 'U-6', person: 'f', holds: false, reason: 'x' }] }).verdict,
    ).toBe('eligible');
  });
});

describe('CZ-1: the smallest change', () => {
  test('MARR-5: the earliest day is the anniversary', () => {
    expect(assessed(caseOf('MARR-5: a day early')).counterfactual).toMatchObject({
      kind: 'earliest_date',
      date: '2026-06-10',
    });
  });

  test('LOSS-10: the link that breaks, with the day on which it would have held', () => {
    const facts = aFamily('transmission', [
      aPerson('a', 'male', '1990-03-03', 'GB', {
        parents: childOf('f'),
        citizenship_events: [bornWith('GB', '1990-03-03')],
      }),
      aPerson('f', 'male', '1950-01-01', 'IT', {
        citizenship_events: [italianByBirth('1950-01-01'), naturalised('GB', '1985-05-05')],
        residences: [lived('GB', '1970-01-01')],
      }),
    ]);
    expect(assessed(facts).counterfactual).toMatchObject({
      kind: 'different_fact',
      person: 'f',
      path: '/persons/1/citizenship_events/1/date',
      date: '1990-03-04',
    });
  });

  test('MARR-11: the certificate that is missing', () => {
    expect(assessed(caseOf('MARR-11: another body')).counterfactual).toMatchObject({
      kind: 'missing_document',
    });
  });
});

describe('CZ-2: papers, fees, office and booking', () => {
  test('the form of the birth certificate follows the country of birth', () => {
    const formOf = (country: string, route: Facts['application']['route'] = 'descent_letter_c') => {
      const { documents } = assessed(
        aFamily(route, [
          aPerson('a', 'male', '2010-01-01', country, { residences: [lived('GB', '2010-01-01')] }),
        ]),
      );
      const found = documents.find(({ id }) => id === 'birth_certificate');
      return [found?.legalisation, found?.translation, found?.note !== undefined];
    };
    expect(formOf('GB')).toEqual(['apostille', 'into_italian', false]);
    expect(formOf('CH')).toEqual(['none', 'none', false]);
    expect(formOf('FR')).toEqual(['none', 'none', true]);
    expect(formOf('IE')).toEqual(['none', 'none', false]);
    expect(formOf('AR')).toEqual([
      'as_the_italian_office_there_says',
      'as_the_italian_office_there_says',
      true,
    ]);
    expect(formOf('IE', 'benefit_of_law')).toEqual([
      'as_the_italian_office_there_says',
      'as_the_italian_office_there_says',
      true,
    ]);
  });

  test('the declaration for a minor costs 250 euro in 2025 and nothing from 2026', () => {
    expect(assessed(caseOf('BEN-4: one year until the end of 2025')).fees[0]?.amount_cents).toBe(25_000);
    expect(assessed(caseOf('BEN-7')).fees[0]?.amount_cents).toBe(0);
  });

  test('payment references and subjects are those the offices ask for, word by word', () => {
    const marriage = assessed(caseOf('MARR-5: on the anniversary'));
    expect(marriage.fees[0]).toMatchObject({
      reference:
        'Richiesta cittadinanza per matrimonio ex art. 5 L. 91/1992 e nome e cognome del richiedente',
      transfer: { iban: 'IT54D0760103200000000809020', bic: 'BPPIITRRXXX' },
    });
    expect(assessed(caseOf('REACQ-5: on the first day')).booking?.subject).toBe(
      'RICHIESTA RIACQUISTO CITTADINANZA – {name}',
    );
    expect(assessed(caseOf('REN-1: an adult')).booking?.subject).toBe(
      'RICHIESTA RINUNCIA CITTADINANZA – {name}',
    );
    expect(assessed(caseOf('BEN-7')).booking?.subject).toBe(
      'REQUEST FOR CITIZENSHIP BENEFICIO DI LEGGE – {italian_parent}.',
    );
  });

  test('the office is that of the residence: consulate abroad, Comune in Italy, one central office from 2029', () => {
    const at = (country: string, asOf: string) =>
      assessed(
        aFamily(
          'descent_letter_c',
          [
            aPerson('a', 'male', '1990-01-01', 'AR', {
              residences: [{ ...lived(country, '1990-01-01'), municipality: 'Rivabella' }],
            }),
          ],
          { as_of: asOf },
        ),
      ).office;
    expect(at('AR', '2026-11-22')).toEqual({ country: 'AR', place: 'Rivabella', kind: 'consulate' });
    expect(at('IT', '2026-11-22')).toEqual({ country: 'IT', place: 'Rivabella', kind: 'comune' });
    expect(at('AR', '2028-12-31')?.kind).toBe('consulate');
    expect(at('AR', '2029-01-01')?.kind).toBe('central_office');
  });

  test('non-naturalisation is to be proved for each country the emigrant lived in', () => {
    const { documents } = assessed(
      aFamily('descent_letter_c', [
        aPerson('a', 'male', '1990-01-01', 'GB', {
          parents: childOf('f'),
          citizenship_events: [bornWith('GB', '1990-01-01')],
        }),
        aPerson('f', 'male', '1950-01-01', 'IT', {
          citizenship_events: [italianByBirth('1950-01-01')],
          residences: [
            lived('AR', '1960-01-01', '1970-01-01'),
            lived('BR', '1970-01-01', '1980-01-01'),
            lived('GB', '1980-01-01'),
          ],
        }),
      ]),
    );
    expect(documents.filter(({ person }) => person === 'f').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['non_naturalisation_ar', 'non_naturalisation_br', 'history_uk', 'baptism']),
    );
    expect(documents.filter(({ person }) => person === 'f').every(({ shareable }) => shareable)).toBe(true);
  });
});
