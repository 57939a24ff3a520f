import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { partialDate } from '#kernel/partial-date.ts';
import { aRecord } from '#modules/registry/testing.ts';
import { proofOf } from './proof.ts';
import { holderHint } from './verification.ts';

const today = civilDate('2026-11-24');

describe('a proof reduced to its purpose', () => {
  test('says what was chosen and nothing else', () => {
    expect(proofOf(aRecord(), ['of_age'], today)).toEqual({ ok: true, value: [['of_age']] });
    expect(proofOf(aRecord(), ['resident_since', 'italian_citizen'], today)).toEqual({
      ok: true,
      value: [['italian_citizen'], ['resident_in', 'A952', '2011-05-02']],
    });
  });

  test.each([
    ['2008-11-24', true],
    ['2008-11-25', false],
    ['2008-11', false],
    ['2008-10', true],
    ['2008', false],
    ['2007', true],
    ['2008-02-29', true],
  ])('somebody born on %s is of age: %s', (on, ofAge) => {
    const record = aRecord({ birth: { on: partialDate(on), place: { country: 'IT', name: 'Bolzano' } } });
    expect(proofOf(record, ['of_age'], today).ok).toBe(ofAge);
  });

  test('names all the facts that the registry does not state at once', () => {
    const child = aRecord({
      birth: { on: partialDate('2015-01-01'), place: { country: 'IT', name: 'Bolzano' } },
      citizenships: [{ of: 'AR' }],
    });
    expect(proofOf(child, ['of_age', 'italian_citizen', 'resident_in'], today)).toEqual({
      ok: false,
      refusal: { code: 'not_so', facts: ['of_age', 'italian_citizen'] },
    });
  });

  test('is not drawn from a record that is closed', () => {
    const closed = { ok: false, refusal: { code: 'record_closed' } };
    expect(proofOf(aRecord({ certifiability: 'partial' }), ['of_age'], today)).toEqual(closed);
    expect(proofOf(aRecord({ standing: { state: 'struck', why: 'emigration' } }), ['of_age'], today)).toEqual(
      closed,
    );
    expect(proofOf(aRecord(), [], today)).toEqual({ ok: false, refusal: { code: 'nothing_chosen' } });
  });

  test('names its holder by initials, also where a name is missing', () => {
    const person = aRecord({ givenName: 'Élodie', familyName: '' });
    expect(holderHint(person)).toBe('É.– 1980');
    expect(holderHint(person, { year: false })).toBe('É.–');
  });
});
