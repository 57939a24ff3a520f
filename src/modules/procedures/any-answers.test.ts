import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answersAsked,
  checkForm,
  documentsFor,
  entriesOf,
  type FormAnswers,
  type FormProcedure,
  type FormQuestion,
  questionsOf,
  sectionsFor,
} from '#modules/case-files/public.ts';
import { aireRegistration } from './aire-registration/definition.ts';
import { changeOfAddress } from './change-of-address/definition.ts';
import { factsOf } from './testing.ts';

const taken: Record<FormQuestion['kind'], fc.Arbitrary<string>> = {
  text: fc.constant('Prova'),
  long_text: fc.constant('Una storia'),
  date: fc.constantFrom('1980-02-03', '2012-04-01', '2026-10-15'),
  email: fc.constant('a@posta.example'),
  phone: fc.constant('+447911123456'),
  tax_code: fc.constant(''),
  country: fc.constantFrom('GB', 'US', 'CH', 'AE', 'AR'),
  municipality: fc.constantFrom('L424', 'F205'),
  yes_no: fc.constantFrom('yes', 'no'),
  choice: fc.constant(''),
};

/** Any answers to all questions of a form, those that are not asked included, as somebody leaves them who goes to and fro. */
function anyAnswers({ form }: FormProcedure): fc.Arbitrary<FormAnswers> {
  const answer = ({ kind, choices }: FormQuestion) =>
    kind === 'choice' ? fc.constantFrom(...(choices ?? []).map(({ value }) => value)) : taken[kind];
  const page = (questions: readonly FormQuestion[]) =>
    fc.record(Object.fromEntries(questions.map((each) => [each.name, answer(each)])));
  const plain = form.sections.filter(({ repeats }) => repeats === undefined);
  const groups = form.sections.filter(({ repeats }) => repeats !== undefined);
  return fc
    .tuple(
      page(plain.flatMap(({ questions }) => questions)),
      fc.record(
        Object.fromEntries(
          groups.map((each) => [each.name, fc.array(page(each.questions), { minLength: 1, maxLength: 3 })]),
        ),
      ),
    )
    .map(([own, entries]) => ({ ...own, ...entries }));
}

/** Whether a shown page asks for what a condition looks at, with an answer that fulfils it. */
function isExplained({ form }: FormProcedure, answers: FormAnswers, name: string, is: readonly string[]) {
  return sectionsFor(form, answers).some((section) => {
    const entries = section.repeats === undefined ? [undefined] : entriesOf(answers, section.name);
    return entries.some((entry) =>
      questionsOf(section, answers, entry).some((question) => {
        const given = entry === undefined ? answers[name] : entry[name];
        return question.name === name && typeof given === 'string' && is.includes(given);
      }),
    );
  });
}

describe.each([aireRegistration, changeOfAddress])('CF-4: whatever is answered to $id', (procedure) => {
  const { form } = procedure;
  const answers = anyAnswers(procedure);

  test('no document is asked for that no shown question explains', () => {
    fc.assert(
      fc.property(answers, (typed) => {
        for (const { document, path } of documentsFor(form, typed)) {
          const { when, forEach } = document;
          if (when !== undefined) expect(isExplained(procedure, typed, when.name, when.is), path).toBe(true);
          if (forEach !== undefined)
            expect(sectionsFor(form, typed).map(({ name }) => name)).toContain(forEach);
        }
      }),
    );
  });

  test('answers that fill every question have no problem, and what was left behind does not stay', () => {
    fc.assert(
      fc.property(answers, (typed) => {
        const kept = answersAsked(form, typed);
        expect(answersAsked(form, kept)).toEqual(kept);
        const { problems } = checkForm(procedure, factsOf(procedure, kept));
        const leadsAway = sectionsFor(form, kept).at(-1)?.ends === true;
        expect(problems.map(({ code }) => code)).toEqual(leadsAway ? ['nothing_to_send'] : []);
      }),
    );
  });

  test('every check answers, and a form that is empty fails in none that a person could not yet know', () => {
    fc.assert(
      fc.property(answers, (typed) => {
        const { checks } = checkForm(procedure, factsOf(procedure, typed));
        expect(checks.every(({ verdict }) => ['holds', 'fails', 'to_be_seen'].includes(verdict))).toBe(true);
      }),
    );
    const empty = checkForm(procedure, factsOf(procedure, {}));
    expect(empty.checks.filter(({ verdict }) => verdict === 'fails').map(({ check }) => check.id)).toEqual(
      [],
    );
  });

  test('names are unique: of pages, documents, checks, and of questions outside groups and in each', () => {
    const once = (names: readonly string[]) => expect(new Set(names).size).toBe(names.length);
    once(form.sections.map(({ name }) => name));
    once(form.documents.map(({ name }) => name));
    once(form.checks.map(({ id }) => id));
    once(
      form.sections
        .filter(({ repeats }) => !repeats)
        .flatMap(({ questions }) => questions.map(({ name }) => name)),
    );
    for (const { questions } of form.sections.filter(({ repeats }) => repeats))
      once(questions.map(({ name }) => name));
  });
});
