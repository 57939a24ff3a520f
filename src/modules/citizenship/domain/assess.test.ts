import { describe, expect, test } from 'vitest';
import { routeCases } from '../route-cases.testing.ts';
import {
  aFamily,
  aPerson,
  assessed,
  aWedding,
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
    [
      'an oath before the decree',
      aFamily('marriage_oath', [alone()], {
        application: { decree: { adopted_on: '2026-01-01' }, oath_on: '2025-12-31' },
      }),
      { pointer: '/application/oath_on', code: 'before_decree' },
    ],
    [
      'an application before the applicant was born',
      aFamily('marriage', [alone()], { application: { filed_on: '1979-12-31' } }),
      { pointer: '/application/filed_on', code: 'before_birth' },
    ],
    [
      'an application after the applicant died',
      aFamily('marriage', [alone({ died: { date: '2010-01-01' } })], {
        application: { filed_at: '2010-01-02T09:00:00Z' },
      }),
      { pointer: '/application/filed_at', code: 'after_death' },
    ],
    [
      'a criminal record older than its subject',
      aFamily('marriage', [alone()], {
        application: { criminal_records: [{ country: 'GB', issued_on: '1979-12-31' }] },
      }),
      { pointer: '/application/criminal_records/0/issued_on', code: 'before_birth' },
    ],
    [
      'a declaration by somebody not yet born',
      aFamily('benefit_of_law', [alone(), aPerson('k', 'male', '2001-01-01', 'IT')], {
        application: { declarations: [{ by: 'k', on: '2000-12-31', capacity: 'guardian' }] },
      }),
      { pointer: '/application/declarations/0/on', code: 'before_birth' },
    ],
    [
      'a recognition before birth',
      aFamily('transmission', [alone({ italian_recognition: { letter: 'a', recognised_on: '1979-12-31' } })]),
      { pointer: '/persons/0/italian_recognition/recognised_on', code: 'before_birth' },
    ],
    [
      'a divorce from somebody dead',
      aFamily(
        'transmission',
        [alone({ died: { date: '2001-01-01' } }), aPerson('b', 'female', '1980-01-01', 'IT')],
        { unions: [aWedding('a', 'b', '2000-01-01', { ended: { date: '2001-01-02', how: 'divorce' } })] },
      ),
      { pointer: '/unions/0/ended/date', code: 'after_death' },
    ],
    [
      'the same person twice in a household',
      aFamily('transmission', [
        alone({ residences: [lived('GB', '2000-01-01', undefined, ['b', 'b'])] }),
        aPerson('b', 'female', '1980-01-01', 'IT'),
      ]),
      { pointer: '/persons/0/residences/0/with/1', code: 'duplicate_id' },
    ],
    [
      'a fraction of a second',
      aFamily('marriage', [alone()], { application: { filed_at: '2025-03-27T23:59:00.5+01:00' } }),
      { pointer: '/application/filed_at', code: 'not_an_instant' },
    ],
    [
      'an instant without seconds',
      aFamily('marriage', [alone()], { application: { filed_at: '2025-03-27T23:59+01:00' } }),
      { pointer: '/application/filed_at', code: 'not_an_instant' },
    ],
    [
      'an instant without an offset',
      aFamily('marriage', [alone()], { application: { filed_at: '2025-03-27T23:59:00' } }),
      { pointer: '/application/filed_at', code: 'not_an_instant' },
    ],
    [
      'a birth with a day of its own for the filiation',
      aFamily('transmission', [
        alone({ parents: [{ id: 'f', kind: 'birth', established_on: null }] as never }),
        aPerson('f', 'male', '1950-01-01', 'IT'),
      ]),
      { pointer: '/persons/0/parents/0/established_on', code: 'unknown_member' },
    ],
    [
      'a recognition without its day',
      aFamily('transmission', [
        alone({ parents: [{ id: 'f', kind: 'recognition' }] as never }),
        aPerson('f', 'male', '1950-01-01', 'IT'),
      ]),
      { pointer: '/persons/0/parents/0/established_on', code: 'required' },
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

describe('CZ-1: the next way (ENG-6)', () => {
  test('a person who is still Italian is told so, and sent nowhere else', () => {
    const still = aFamily('reacquisition_art17', [
      alone({ citizenship_events: [italianByBirth('1980-01-01'), naturalised('GB', '2010-01-01')] }),
    ]);
    expect(assessed(still).next_routes).toMatchObject([{ route: 'transmission', verdict: 'eligible' }]);
  });

  test('so is a person who asks for the citizenship as a spouse and has it', () => {
    const facts = aFamily('marriage', [alone({ citizenship_events: [italianByBirth('1980-01-01')] })]);
    expect(assessed(facts).next_routes).toMatchObject([{ route: 'transmission' }]);
  });

  test('a broken maternal line ends with residence in Italy, and the court last', () => {
    const { next_routes: next } = assessed(
      aFamily('descent_letter_c', [
        aPerson('a', 'male', '1947-12-31', 'AR', { parents: childOf('m', 'f') }),
        aPerson('m', 'female', '1918-02-02', 'IT', { citizenship_events: [italianByBirth('1918-02-02')] }),
        aPerson('f', 'male', '1912-02-02', 'AR', { citizenship_events: [bornWith('AR', '1912-02-02')] }),
      ]),
    );
    expect(next.map(({ route }) => route).slice(-2)).toEqual(['residence_art9', 'court']);
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

  test('BEN-3: the declaration of the other parent', () => {
    const { counterfactual } = assessed(caseOf('BEN-3: one parent declared, the other has to follow'));
    expect(counterfactual).toMatchObject({ kind: 'declaration', path: '/application/declarations' });
    expect(counterfactual?.explanation).toContain('other person');
  });

  test('MARR-11: the certificate that is missing', () => {
    expect(assessed(caseOf('MARR-11: another body')).counterfactual).toMatchObject({
      kind: 'missing_document',
    });
  });
});

describe('CZ-2: papers, fees, office and booking', () => {
  test('letter c: evidence of the emigrant, deaths of spouses, and the minor children where the parent was not British', () => {
    const facts = (british: boolean) =>
      aFamily(
        'descent_letter_c',
        [
          aPerson('a', 'male', '1990-01-01', 'GB', {
            parents: childOf('f'),
            citizenship_events: [bornWith('GB', '1990-01-01')],
          }),
          aPerson('k', 'female', '2015-01-01', 'GB', { parents: childOf('a') }),
          aPerson('f', 'male', '1950-01-01', 'IT', {
            citizenship_events: [
              italianByBirth('1950-01-01'),
              ...(british ? [naturalised('GB', '2014-01-01')] : []),
            ],
          }),
          aPerson('m', 'female', '1952-01-01', 'GB', { died: { date: '2001-01-01', country: 'GB' } }),
        ],
        { unions: [aWedding('f', 'm', '1985-01-01')] },
      );
    const listed = (british: boolean) =>
      assessed(facts(british)).documents.map(({ id, person }) => `${id} ${person}`);
    expect(listed(false)).toEqual(
      expect.arrayContaining(['minor_children k', 'death_record m', 'other_evidence f']),
    );
    expect(listed(true)).not.toContain('minor_children k');
  });

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

  test('people living in Italy declare at the Comune and apply to the Prefettura', () => {
    const bookingOf = (route: Facts['application']['route']) =>
      assessed(aFamily(route, [alone({ residences: [lived('IT', '1980-01-01')] })])).booking;
    expect(bookingOf('reacquisition_art17')).toMatchObject({ channel: 'office' });
    expect(bookingOf('benefit_of_law')).not.toHaveProperty('subject');
    expect(bookingOf('marriage')?.instructions).toContain('Prefettura');
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
