import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRecords } from './compare-records.ts';
import { compareDates, comparePlaces } from './date-and-place.ts';
import { compareNames } from './name-difference.ts';

function compared(records: unknown[]) {
  const outcome = compareRecords({ records }, { locale: 'en' });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

const birth = {
  id: 'birth',
  kind: 'birth',
  country: 'IT',
  on: '1885-06-07',
  at: 'Rivabella',
  mentions: [{ person: 'g', role: 'subject', given_names: 'Giuseppe', surname: 'De Santis' }],
};
const later = (mention: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  id: 'later',
  kind: 'marriage',
  country: 'GB',
  on: '1910-01-01',
  mentions: [{ person: 'g', role: 'spouse', ...mention }],
  ...more,
});

describe('CZ-4: names as records write them', () => {
  test.each([
    ['Giuseppe', 'GIUSEPPE', 'capitals_or_accents'],
    ['Nicolò', "Nicolo'", 'capitals_or_accents'],
    ['Giuseppe', 'Guiseppe', 'spelling'],
    ['De Santis', 'Desantis', 'particle'],
    ['De Santis', 'DESANTIS', 'particle'],
    ["D'Angelo", 'Dangelo', 'particle'],
    ['Giuseppe', 'Giuseppe Angelo', 'more_names'],
    ['Maria Rosa', 'Rosa Maria', 'order'],
    ['Giuseppe', 'Joseph', 'translated'],
    ['Rossi', 'Bianchi', 'another_name'],
    ['Giuseppe', 'Giuseppina', 'another_name'],
    ['Müller', 'Mueller', 'capitals_or_accents'],
    ['Luigi', 'Louis', 'translated'],
    ['Luigi', 'Luis', 'translated'],
    ['Giovanni Battista', 'John Baptist', 'translated'],
    ['Maria Rosa', 'Rose Mary', 'translated'],
    ['Josephus', 'Giuseppe', 'translated'],
    ['Giuseppe Angelo', 'Joseph', 'translated'],
    ['Salvatore', 'Sam', 'short_form'],
    ['Giuseppe', 'Joe', 'short_form'],
    ['Giovanni Battista', 'Giambattista', 'short_form'],
    ['Giuseppe A.', 'Giuseppe Angelo', 'initial'],
    ['Anna Maria', 'Annamaria', 'joined'],
    ['Giuseppe', 'Guiseppe Angelo', 'spelling'],
    ['Di Pietro', 'De Pietro', 'particle'],
    ['De Santis', 'Santis', 'particle'],
    ['Mc Donald', 'McDonald', 'particle'],
  ])('%s and %s: %s', (a, b, difference) => {
    expect(compareNames(a, b)).toBe(difference);
    expect(compareNames(b, a)).toBe(difference);
  });

  test('a surname has no translation and no short form', () => {
    expect(compareNames('De Luca', 'De Lucas', 'surname')).toBe('spelling');
    expect(compareNames('Franco', 'Francesco', 'surname')).toBe('another_name');
  });

  test('any name is the same as itself, and comparing is fair to both sides', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(compareNames(a, a)).toBe('same');
        expect(compareNames(a, b)).toBe(compareNames(b, a));
      }),
    );
  });
});

describe('CZ-4: dates and places', () => {
  test.each([
    ['1885-06-07', '1885-07-06', 'day_and_month_swapped'],
    ['1885-06-07', '1885', 'less_precise'],
    ['1885-06-07', '1886-06-07', 'another_date'],
  ])('%s and %s: %s', (a, b, difference) => {
    expect(compareDates(a, b)).toBe(difference);
  });

  test.each([
    ['Napoli', 'Naples', 'other_language'],
    ['Manchester', 'Manchester, Lancashire', 'more_or_less_exact'],
    ['Forlì', 'FORLI', 'other_writing'],
    ['Rivabella', 'Montefiore', 'another_place'],
    ['Napoli', 'Naples, Italy', 'other_language'],
    ['Napoli (NA)', 'Napoli', 'more_or_less_exact'],
    ['Comune di Lucca, Toscana', 'Lucca', 'more_or_less_exact'],
    ['San Giovanni', 'S. Giovanni', 'other_writing'],
    ['Girgenti', 'Agrigento, Sicilia', 'renamed'],
    ['Castrogiovanni', 'Enna', 'renamed'],
    ['Agnone (CB)', 'Agnone (IS)', 'other_province'],
    ['Trieste, Austria', 'Trieste, Italia', 'other_province'],
    ['Castellammare', 'Castellamare', 'spelling'],
    ['Reggio Emilia', 'Reggio Calabria', 'another_place'],
  ])('%s and %s: %s', (a, b, difference) => {
    expect(comparePlaces(a, b)).toBe(difference);
    expect(comparePlaces(b, a)).toBe(difference);
  });
});

describe('CZ-4: the records of a line', () => {
  test('Guiseppe Desantis in an English record is to be corrected there', () => {
    const { discrepancies, ready } = compared([
      birth,
      later({ given_names: 'Guiseppe', surname: 'Desantis' }),
    ]);
    expect(ready).toBe(false);
    expect(
      discrepancies.map(({ field, kind, class: level, record, against }) => [
        field,
        kind,
        level,
        record,
        against,
      ]),
    ).toEqual([
      ['given_names', 'spelling', 'to_correct', 'later', 'birth'],
      ['surname', 'particle', 'to_correct', 'later', 'birth'],
    ]);
    expect(discrepancies[0]?.correction).toContain('register office');
  });

  test('capitals are harmless, a translated name is to be explained, and neither holds the application up', () => {
    const { discrepancies, ready } = compared([
      birth,
      later({ given_names: 'JOSEPH', surname: 'DE SANTIS' }),
    ]);
    expect(discrepancies.map(({ class: level }) => level)).toEqual(['to_explain', 'harmless']);
    expect(ready).toBe(true);
  });

  test('a birth date told differently at the wedding is to be corrected', () => {
    const { discrepancies } = compared([birth, later({ born_on: '1885-07-06', born_at: 'Rivabella' })]);
    expect(discrepancies).toMatchObject([
      { field: 'born_on', kind: 'day_and_month_swapped', found: '1885-07-06', expected: '1885-06-07' },
    ]);
  });

  test('a wife under her husband’s surname is explained, not corrected', () => {
    const { discrepancies } = compared([
      {
        id: 'b2',
        kind: 'birth',
        country: 'IT',
        on: '1890-01-01',
        mentions: [{ person: 'w', role: 'subject', given_names: 'Rosa', surname: 'Verdi' }],
      },
      birth,
      {
        id: 'wed',
        kind: 'marriage',
        country: 'IT',
        on: '1910-01-01',
        mentions: [
          { person: 'g', role: 'spouse' },
          { person: 'w', role: 'spouse' },
        ],
      },
      {
        id: 'died',
        kind: 'death',
        country: 'GB',
        on: '1960-01-01',
        mentions: [{ person: 'w', role: 'subject', given_names: 'Rosa', surname: 'De Santis' }],
      },
    ]);
    expect(discrepancies).toMatchObject([{ person: 'w', kind: 'married_surname', class: 'to_explain' }]);
  });

  test('a mother under her husband’s surname in the child’s birth record is explained too', () => {
    const { discrepancies } = compared([
      birth,
      {
        id: 'b2',
        kind: 'birth',
        country: 'IT',
        on: '1890-01-01',
        mentions: [{ person: 'w', role: 'subject', surname: 'Verdi' }],
      },
      {
        id: 'b3',
        kind: 'birth',
        country: 'GB',
        on: '1915-01-01',
        mentions: [
          { person: 'k', role: 'subject' },
          { person: 'g', role: 'father', surname: 'De Santis' },
          { person: 'w', role: 'mother', surname: 'De Santis' },
        ],
      },
    ]);
    expect(discrepancies).toMatchObject([{ person: 'w', record: 'b3', kind: 'married_surname' }]);
  });

  test('each record is corrected where it is kept', () => {
    const wrong = (country: string, kind = 'marriage') =>
      compared([birth, { ...later({ surname: 'Desantis' }), country, kind }]).discrepancies[0]?.correction;
    expect(wrong('IT')).toContain('art. 98 d.P.R. 396/2000');
    expect(wrong('AR')).toContain('Registro Civil');
    expect(wrong('BR')).toContain('cartório');
    expect(wrong('US')).toContain('vital records');
    expect(wrong('GB')).toContain('register office');
    expect(wrong('GB', 'baptism')).toContain('parish');
    expect(wrong('AR', 'naturalisation')).toContain('issuing authority');
  });

  test('a certificate of non-naturalisation must cover every variant', () => {
    const certificate = (aliases: string[]) => ({
      id: 'none',
      kind: 'non_naturalisation',
      country: 'AR',
      mentions: [
        {
          person: 'g',
          role: 'subject',
          given_names: 'Giuseppe',
          surname: 'De Santis',
          also_known_as: aliases,
        },
      ],
    });
    const wedding = later({ given_names: 'Giuseppe Angelo', surname: 'De Santis' });
    expect(compared([birth, wedding, certificate([])]).discrepancies).toContainEqual(
      expect.objectContaining({
        record: 'none',
        kind: 'variant_not_covered',
        expected: 'Giuseppe Angelo De Santis',
      }),
    );
    expect(compared([birth, wedding, certificate(['Giuseppe Angelo De Santis'])]).ready).toBe(true);
  });

  test('unmarried parents must both be informants', () => {
    const record = (informants: string[]) => ({
      ...birth,
      parents_married: false,
      mentions: [
        ...birth.mentions,
        { person: 'p', role: 'father' },
        { person: 'q', role: 'mother' },
        ...informants.map((person) => ({ person, role: 'informant' })),
      ],
    });
    expect(compared([record(['q'])]).discrepancies).toMatchObject([
      {
        kind: 'informant_missing',
        expected: 'father',
        correction: expect.stringContaining('before a notary'),
      },
    ]);
    expect(compared([record(['p', 'q'])]).ready).toBe(true);
  });

  test('what cannot be read is refused at its member', () => {
    const outcome = compareRecords({ records: [{ ...birth, on: '1885-13' }, birth] }, { locale: 'it' });
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { errors: [{ pointer: '/records/0/on', code: 'not_a_date' }] },
    });
    expect(compareRecords({ records: [{ ...birth, on: '1885-02-29' }] }, { locale: 'it' })).toMatchObject({
      refusal: { errors: [{ pointer: '/records/0/on', code: 'not_a_date' }] },
    });
    expect(compareRecords({ records: [birth, birth] }, { locale: 'it' })).toMatchObject({
      refusal: { errors: [{ pointer: '/records/1/id', code: 'duplicate_id' }] },
    });
  });
});
