import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Text } from '#kernel/locale.ts';
import { answerProblem, tidyAnswer } from './check-answer.ts';
import { checkForm, maySend } from './check-form.ts';
import type { FormAnswers, FormFacts, FormQuestion, FormQuestionKind, ProcedureForm } from './form.ts';
import { answersAsked } from './form-answers.ts';
import { problemText } from './form-problems.ts';

const t = (it: string): Text => ({ it, en: it });
const today = '2026-11-25';

const form: ProcedureForm = {
  title: t('Modulo'),
  summary: t('Modulo'),
  sections: [
    {
      name: 'person',
      title: t('Tu'),
      questions: [
        { name: 'given_name', kind: 'text', label: t('Nome') },
        { name: 'family_name', kind: 'text', label: t('Cognome') },
        { name: 'born_on', kind: 'date', label: t('Nascita'), must: 'past' },
        { name: 'tax_code', kind: 'tax_code', label: t('Codice fiscale'), optional: true },
        { name: 'lived_in_italy', kind: 'yes_no', label: t('Italia') },
        {
          name: 'last_municipality',
          kind: 'municipality',
          label: t('Comune'),
          when: { name: 'lived_in_italy', is: ['yes'] },
        },
        {
          name: 'why_left',
          kind: 'text',
          label: t('Perché'),
          when: { name: 'last_municipality', is: ['H501'] },
        },
        { name: 'with_family', kind: 'yes_no', label: t('Famiglia') },
      ],
    },
    {
      name: 'family',
      title: t('Famiglia'),
      when: { name: 'with_family', is: ['yes'] },
      repeats: { least: 1, most: 2, one: t('Familiare'), add: t('Aggiungi'), calledBy: ['given_name'] },
      questions: [
        { name: 'given_name', kind: 'text', label: t('Nome') },
        {
          name: 'tie',
          kind: 'choice',
          label: t('Legame'),
          choices: [
            { value: 'child', label: t('Figlio') },
            { value: 'spouse', label: t('Coniuge') },
          ],
        },
        { name: 'school', kind: 'text', label: t('Scuola'), when: { name: 'tie', is: ['child'] } },
      ],
    },
  ],
  documents: [
    { name: 'passport', title: t('Passaporto'), mustShow: [] },
    { name: 'lease', title: t('Contratto'), mustShow: [], optional: true },
    { name: 'identity', title: t('Documento'), mustShow: [], forEach: 'family' },
  ],
  checks: [
    {
      id: 'in_district',
      title: t('Nel distretto'),
      problem: t('Fuori distretto'),
      about: [],
      weight: 'stops',
      look: ({ answers }) => (answers['given_name'] === 'Zoe' ? 'fails' : 'holds'),
    },
    {
      id: 'readable',
      title: t('Leggibile'),
      problem: t('Poco leggibile'),
      about: [],
      weight: 'warns',
      look: ({ documents }) => (documents.some(({ readable }) => readable === false) ? 'fails' : 'holds'),
    },
    { id: 'signed', title: t('Firmato'), problem: t('Manca la firma'), about: [], weight: 'stops' },
    {
      id: 'family_known',
      title: t('Famiglia nota'),
      problem: t('Ignota'),
      about: [],
      weight: 'warns',
      when: { name: 'with_family', is: ['yes'] },
    },
  ],
  reasonsToCorrect: [],
  reasonsToReject: [],
  needs: 'account',
};

const good: FormAnswers = {
  given_name: 'Ada',
  family_name: 'Inventata',
  born_on: '1980-02-03',
  lived_in_italy: 'no',
  with_family: 'no',
};

const facts = (answers: FormAnswers, documents: FormFacts['documents'] = []): FormFacts => ({
  answers,
  documents,
  today,
  officeOf: () => [],
  officeId: null,
  standing: { consularRegister: false, aire: false },
});
const found = (answers: FormAnswers, documents?: FormFacts['documents']) =>
  checkForm({ form }, facts(answers, documents));
const codes = (answers: FormAnswers) =>
  Object.fromEntries(found(answers).problems.map(({ path, code }) => [path, code]));

const passport = { path: 'passport', name: 'p.pdf', readable: true };

describe('checking a form', () => {
  test('CF-6: a complete form has no problem, and may be sent with what only an official can see', () => {
    const findings = found(good, [passport]);
    expect(findings.problems).toEqual([]);
    expect(findings.missingDocuments).toEqual([]);
    expect(findings.checks.map(({ check, verdict }) => [check.id, verdict])).toEqual([
      ['in_district', 'holds'],
      ['readable', 'holds'],
      ['signed', 'to_be_seen'],
    ]);
    expect(maySend(findings)).toBe(true);
  });

  test('CF-6: everything that is wrong is said at once, each at its place', () => {
    expect(codes({})).toEqual({
      given_name: 'missing',
      family_name: 'missing',
      born_on: 'missing',
      lived_in_italy: 'missing',
      with_family: 'missing',
    });
  });

  test('CF-6: a check that stops stops, a check that warns does not', () => {
    expect(maySend(found({ ...good, given_name: 'Zoe' }, [passport]))).toBe(false);
    expect(maySend(found(good, [{ ...passport, readable: false }]))).toBe(true);
    expect(maySend(found(good))).toBe(false);
  });

  test('CF-6: a document of a group is asked for each of its entries, an optional one of nobody', () => {
    const family = [
      { given_name: 'Bea', tie: 'spouse' },
      { given_name: 'Carlo', tie: 'spouse' },
    ];
    const findings = found({ ...good, with_family: 'yes', family }, [
      passport,
      { path: 'identity/1', name: 'c.pdf', readable: null },
    ]);
    expect(findings.missingDocuments.map(({ path }) => path)).toEqual(['identity/0']);
    expect(findings.checks.at(-1)?.check.id).toBe('family_known');
  });

  test('CF-6: questions on a path that was left are not asked, nor what hung on them', () => {
    const left = { ...good, lived_in_italy: 'no', last_municipality: 'H501' };
    expect(codes(left)).toEqual({});
    expect(answersAsked(form, { ...left, why_left: 'Lavoro' })).toEqual(good);
    expect(codes({ ...left, lived_in_italy: 'yes' })).toEqual({ why_left: 'missing' });
  });

  test('CF-6: entries are checked one by one, and their number too', () => {
    expect(codes({ ...good, with_family: 'yes' })).toEqual({ family: 'too_few_entries' });
    const child = { given_name: 'Dino', tie: 'child' };
    expect(codes({ ...good, with_family: 'yes', family: [child, { tie: 'cousin' }] })).toEqual({
      'family/0/school': 'missing',
      'family/1/given_name': 'missing',
      'family/1/tie': 'not_a_choice',
    });
    const three = [1, 2, 3].map(() => ({ given_name: 'Eva', tie: 'spouse' }));
    expect(codes({ ...good, with_family: 'yes', family: three })).toEqual({ family: 'too_many_entries' });
  });

  test('CF-6: a tax code has to fit the name and the birth that the same page asks', () => {
    const code = 'RSSMRA80A01H501U';
    const mario = { ...good, given_name: 'Mario', family_name: 'Rossi', born_on: '1980-01-01' };
    expect(codes({ ...mario, tax_code: code })).toEqual({});
    expect(codes({ ...mario, tax_code: 'RSSMRA80A01H501V' })).toEqual({ tax_code: 'not_a_tax_code' });
    expect(codes({ ...mario, tax_code: code, born_on: '1980-01-02' })).toEqual({
      tax_code: 'other_birth_date',
    });
    expect(codes({ ...mario, tax_code: code, family_name: 'Verdi' })).toEqual({ tax_code: 'other_name' });
    expect(codes({ ...mario, tax_code: 'RSSMRA80A01H5' })).toEqual({ tax_code: 'not_a_tax_code' });
  });

  test('CF-6: each problem says in both languages what to do', () => {
    const problems = found({ ...good, born_on: '2027-01-01', family_name: '' }).problems;
    expect(problems.map(({ text }) => text)).toEqual([problemText('missing'), problemText('not_past')]);
    for (const { text } of problems) expect(text.it).not.toBe(text.en);
  });

  test('CF-6: whatever was typed, the answer is a list of problems at places that the form has', () => {
    const names = [
      'given_name',
      'family_name',
      'born_on',
      'tax_code',
      'lived_in_italy',
      'with_family',
      'other',
    ];
    const answer = fc.oneof(
      fc.string(),
      fc.constantFrom('yes', 'no', 'H501', '2026-02-30', 'RSSMRA80A01H501U'),
    );
    const entries = fc.array(fc.dictionary(fc.constantFrom('given_name', 'tie', 'school'), answer), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), answer), entries, (typed, family) => {
        const answers = { ...typed, family };
        const settled = answersAsked(form, answers);
        expect(answersAsked(form, settled)).toEqual(settled);
        const { problems } = found(answers);
        for (const { path } of problems) expect(path).toMatch(/^[a-z_]+(\/\d\/[a-z_]+)?$/);
        expect(new Set(problems.map(({ path }) => path)).size).toBe(problems.length);
      }),
    );
  });
});

describe('checking one answer', () => {
  const question = (kind: FormQuestionKind, change: Partial<FormQuestion> = {}): FormQuestion => ({
    name: 'q',
    kind,
    label: t('?'),
    choices: [{ value: 'a', label: t('A') }],
    ...change,
  });
  const about = { today, givenName: '', familyName: '', bornOn: '' };
  const wrong: [FormQuestion, string, string | undefined][] = [
    [question('text'), 'x'.repeat(200), undefined],
    [question('text'), 'x'.repeat(201), 'too_long'],
    [question('text', { longest: 5 }), 'sei sei', 'too_long'],
    [question('long_text'), 'x'.repeat(2000), undefined],
    [question('date'), '2024-02-29', undefined],
    [question('date'), '2026-02-29', 'not_a_date'],
    [question('date'), '29/02/2024', 'not_a_date'],
    [question('date', { must: 'past' }), today, undefined],
    [question('date', { must: 'past' }), '2026-11-26', 'not_past'],
    [question('date', { must: 'past' }), '1800-01-01', 'too_long_ago'],
    [question('date', { must: 'future' }), today, undefined],
    [question('date', { must: 'future' }), '2026-11-24', 'not_future'],
    [question('email'), 'ada@posta.example', undefined],
    [question('email'), 'ada@posta', 'not_an_email'],
    [question('email'), 'ada posta@x.example', 'not_an_email'],
    [question('phone'), '+442079460958', undefined],
    [question('phone'), '+390669875432', undefined],
    [question('phone'), '02079460958', 'phone_prefix_missing'],
    [question('phone'), '+441', 'not_a_phone'],
    [question('country'), 'GB', undefined],
    [question('country'), 'Inghilterra', 'not_a_country'],
    [question('municipality'), 'H501', undefined],
    [question('municipality'), 'Livo', 'not_a_municipality'],
    [question('yes_no'), 'yes', undefined],
    [question('yes_no'), 'maybe', 'not_a_choice'],
    [question('choice'), 'a', undefined],
    [question('choice'), 'b', 'not_a_choice'],
  ];
  test.each(wrong)('CF-6: %j answered %j', (asked, answer, code) => {
    expect(answerProblem(asked, answer, about)).toBe(code);
  });

  test('CF-7: an answer is kept in its one written form where it can be read, and as typed where not', () => {
    expect(tidyAnswer({ kind: 'phone' }, ' 020 7946 0958 ', 'GB')).toBe('+442079460958');
    expect(tidyAnswer({ kind: 'phone' }, '0039 06 6987 5432', undefined)).toBe('+390669875432');
    expect(tidyAnswer({ kind: 'phone' }, 'quello di casa', 'GB')).toBe('quello di casa');
    expect(tidyAnswer({ kind: 'tax_code' }, 'rssmra 80a01 h501u', undefined)).toBe('RSSMRA80A01H501U');
    expect(tidyAnswer({ kind: 'country' }, 'gb', undefined)).toBe('GB');
    expect(tidyAnswer({ kind: 'text' }, '  Ada \n  Rosa ', undefined)).toBe('Ada Rosa');
    expect(tidyAnswer({ kind: 'long_text' }, 'uno\r\ndue  ', undefined)).toBe('uno\ndue');
  });

  test('CF-7: an answer that was tidied once stays as it is', () => {
    const kinds = fc.constantFrom<FormQuestionKind>(
      'text',
      'long_text',
      'phone',
      'tax_code',
      'country',
      'email',
    );
    fc.assert(
      fc.property(kinds, fc.string(), (kind, raw) => {
        const once = tidyAnswer({ kind }, raw, 'GB');
        expect(tidyAnswer({ kind }, once, 'GB')).toBe(once);
      }),
    );
  });
});
