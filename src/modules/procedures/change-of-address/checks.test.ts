import { describe, expect, test } from 'vitest';
import { checkForm, type FormAnswers, type FormFacts } from '#modules/case-files/public.ts';
import { aireRegistration } from '../aire-registration/definition.ts';
import { adaMovesHouse, factsOf, without } from '../testing.ts';
import { changeOfAddress } from './definition.ts';

const here = { standing: { consularRegister: true, aire: true, registerOf: 'manchester' } };
const elsewhere = { standing: { consularRegister: true, aire: true, registerOf: 'london' } };
const onPaper = { standing: { consularRegister: false, aire: true } };

const failing = (answers: FormAnswers, facts: Partial<FormFacts> = here) =>
  checkForm(changeOfAddress, factsOf(changeOfAddress, answers, facts))
    .checks.filter(({ verdict }) => verdict === 'fails')
    .map(({ check }) => check.id);
const becomes = (answers: FormAnswers, facts: Partial<FormFacts> = here) =>
  changeOfAddress.form.becomes?.(factsOf(changeOfAddress, answers, facts));

describe('CF-5: a change of address', () => {
  test('inside the district goes to the municipality that has Ada in its AIRE', () => {
    const { problems, missingDocuments } = checkForm(
      changeOfAddress,
      factsOf(changeOfAddress, adaMovesHouse, here),
    );
    expect([problems, missingDocuments, failing(adaMovesHouse)]).toEqual([[], [], []]);
    expect(changeOfAddress.form.municipality?.(adaMovesHouse)).toBe('L424');
    expect(becomes(adaMovesHouse)).toBeUndefined();
  });

  test.each<[string, FormAnswers, Partial<FormFacts>, string[]]>([
    ['more than 90 days ago', { moved_on: '2026-08-01' }, here, ['within_90_days']],
    ['before the birth', { moved_on: '1979-01-01' }, here, ['move_after_birth', 'within_90_days']],
    ['to another district', { place: 'London' }, here, ['inside_district']],
    ['in the register of another office', {}, elsewhere, ['in_register']],
    ['in AIRE, but in no register that the platform knows', {}, onPaper, []],
  ])('%s', (_, change, facts, checks) => {
    expect(failing({ ...adaMovesHouse, ...change }, facts)).toEqual(checks);
  });

  test.each<[string, FormAnswers, Partial<FormFacts>]>([
    ['the new address lies in another district', { ...adaMovesHouse, place: 'London' }, here],
    ['the office is new for whoever is in another register', adaMovesHouse, elsewhere],
  ])('becomes a registration with all that was typed where %s', (_, answers, facts) => {
    const other = becomes(answers, facts);
    expect(other?.procedure).toBe(aireRegistration.id);
    expect(other?.answers).toEqual({
      ...without(answers, 'moved_on'),
      stay: 'long',
      reason: 'from_other_district',
      arrived_on: '2026-11-10',
    });
    const typed = checkForm(
      aireRegistration,
      factsOf(aireRegistration, other?.answers ?? {}, { officeId: 'london' }),
    );
    const asked = new Set(typed.problems.map(({ path, code }) => `${code} ${path}`));
    for (const carried of ['street', 'aire_municipality', 'document_number', 'family/0/given_name', 'email'])
      expect([...asked]).not.toContain(`missing ${carried}`);
    expect([...asked]).toContain('missing previous_place');
  });

  test('stays a change of address where nobody can say whose district it is', () => {
    expect(becomes({ ...adaMovesHouse, place: 'England' })).toBeUndefined();
    expect(becomes({ ...adaMovesHouse, place: '' })).toBeUndefined();
  });
});
