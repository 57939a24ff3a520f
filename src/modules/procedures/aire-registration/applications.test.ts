import { describe, expect, test } from 'vitest';
import {
  checkForm,
  documentsFor,
  type FormAnswers,
  type FormFacts,
  sectionsFor,
} from '#modules/case-files/public.ts';
import { adaFromLondon, adaMoves, adaWithFamily, elioBornAbroad, factsOf } from '../testing.ts';
import { aireRegistration } from './definition.ts';

const { form } = aireRegistration;
const check = (answers: FormAnswers, change: Partial<FormFacts> = {}) =>
  checkForm(aireRegistration, factsOf(aireRegistration, answers, change));
const failing = (answers: FormAnswers, change: Partial<FormFacts> = {}) =>
  check(answers, change)
    .checks.filter(({ verdict }) => verdict === 'fails')
    .map((each) => each.check.id);
const asked = (answers: FormAnswers) => documentsFor(form, answers).map(({ path }) => path);

const always = ['identity', 'proof_of_residence', 'signed_form'];

describe('CF-4: whole applications', () => {
  test.each([
    ['Ada alone, from Trieste to Leeds', adaMoves, always, 'L424'],
    [
      'Ada with husband and children: a document for each, the birth record of the one born in Leeds',
      adaWithFamily,
      [...always, 'family_identity/0', 'family_identity/1', 'family_identity/2', 'family_birth_act/2'],
      'L424',
    ],
    [
      'Elio, born in Leeds, whose birth is not registered yet',
      elioBornAbroad,
      [...always, 'birth_act'],
      'L424',
    ],
    ['Ada from the district of London', adaFromLondon, always, 'L424'],
  ])(
    '%s: nothing is missing, no rule is broken, the municipality is known',
    (_, answers, documents, municipality) => {
      const findings = check(answers);
      expect(findings.problems).toEqual([]);
      expect(findings.missingDocuments).toEqual([]);
      expect(asked(answers)).toEqual(documents);
      expect(form.municipality?.(answers)).toBe(municipality);
    },
  );

  test('only what the person may do better is pointed out: Elio has lived there for more than 90 days', () => {
    expect(failing(adaMoves)).toEqual([]);
    expect(failing(adaWithFamily)).toEqual([]);
    expect(failing(elioBornAbroad)).toEqual(['within_90_days']);
    expect(failing(adaFromLondon)).toEqual([]);
  });

  test.each(['under_12_months', 'seasonal', 'state_service', 'nato'])(
    'whoever need not register (%s) is told so after the first question, and asked for nothing',
    (stay) => {
      const answers = { ...adaMoves, stay };
      expect(sectionsFor(form, answers).map(({ name }) => name)).toEqual(['stay', `exempt_${stay}`]);
      expect(sectionsFor(form, answers).at(-1)?.lead?.it).toContain('L. 470/1988, art. 1');
      expect(asked(answers)).toEqual([]);
      expect(failing(answers)).toEqual(['must_register']);
    },
  );
});
