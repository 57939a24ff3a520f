import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answers, type Input, isAnswer, keyOf, notKnown, type QuestionKey, topics } from './answers.ts';
import { contradictions, type Guidance, guide } from './guide.ts';

const asOf = '2026-11-22';
const at = (answers: Answers) => guide(answers, { asOf, locale: 'en' });

/** Somebody who answers what is asked from what they know, and else does not know. */
function ask(knows: Answers): { asked: string[]; answers: Answers; end: Guidance } {
  const asked: string[] = [];
  let answers: Answers = {};
  for (let guidance = at(answers); ; guidance = at(answers)) {
    if (guidance.question === undefined) return { asked, answers, end: guidance };
    const key = keyOf(guidance.question);
    if (asked.includes(key)) throw new Error(`${key} is asked twice`);
    asked.push(key);
    answers = { ...answers, [key]: knows[key] ?? knows[guidance.question.topic] ?? notKnown };
  }
}
const verdictOf = ({ end }: { end: Guidance }) => end.tried[0]?.assessment.verdict;

const ada = {
  'a.goal': 'descent',
  'a.born': '1980-05-05',
  'a.birthplace': 'AR',
  'a.home': 'GB',
  'a.filed': 'no',
  'a.other': 'birth',
};
const throughGrandfather = {
  ...ada,
  'a.line': 'father',
  'af.status': 'descends',
  'af.birthplace': 'AR',
  'af.born': '1950-03-03',
  'af.other': 'birth',
  'af.line': 'father',
  'aff.status': 'born_in_italy',
  'aff.other': 'none',
  tie: 'birth',
  renounced: 'no',
};
const marriage = {
  'a.goal': 'marriage',
  'a.born': '1985-01-01',
  'a.birthplace': 'GB',
  'a.home': 'GB',
  'a.other': 'birth',
  's.union': 'marriage',
  's.wedding_on': '2020-02-02',
  's.wedding_country': 'GB',
  's.spouse_status': 'from_birth',
  's.ended': 'no',
  's.children': 'no',
  's.transcribed': 'yes',
  's.other': 'none',
  's.same_address': 'yes',
  'a.filed_on': 'not_yet',
  'a.language': 'CILS',
  'a.convictions': 'none',
};
const wasItalian = {
  'a.goal': 'reacquire',
  'a.born': '1950-05-05',
  'a.birthplace': 'IT',
  'a.home': 'GB',
  'a.own_status': 'born_in_italy',
};
const child = {
  'a.goal': 'child',
  'a.born': '2025-08-05',
  'a.birthplace': 'GB',
  'a.home': 'GB',
  'a.other': 'birth',
  'a.line': 'mother',
  'am.status': 'registered',
  'am.birthplace': 'GB',
  'am.born': '1990-02-02',
  'am.other': 'birth',
  'am.stay': 'no',
  'am.letter': 'none_needed',
  'af.named': 'yes',
  tie: 'birth',
  alive: 'yes',
  declared: 'no',
};

describe('CZ-1: a guided assessment for every route', () => {
  test.each([
    ['letter c', throughGrandfather, 'eligible', 'descent_letter_c'],
    [
      'letter c, without the bar: only Italian',
      { ...throughGrandfather, 'a.other': 'none', 'a.claim': 'no' },
      'eligible',
      'descent_letter_c',
    ],
    [
      'letter d',
      {
        ...ada,
        'a.line': 'mother',
        'am.status': 'registered',
        'am.birthplace': 'AR',
        'am.born': '1955-01-01',
        'am.other': 'birth',
        'am.letter': 'none_needed',
        'am.stay': 'yes',
        'am.stay_from': '1975-01-01',
        'am.stay_to': '1978-01-01',
        'am.stay_proof': 'yes',
        tie: 'birth',
        british_husband: 'no',
        renounced: 'no',
      },
      'eligible',
      'descent_letter_d',
    ],
    [
      'letters a, a-bis, b',
      {
        ...throughGrandfather,
        'aff.other': 'birth',
        'a.filed': 'application',
        'a.filed_on': '2025-03-10',
        'a.complete': 'yes',
      },
      'eligible',
      'descent_adult_abb',
    ],
    [
      'letter a-bis',
      {
        ...throughGrandfather,
        'aff.other': 'birth',
        'a.filed': 'appointment',
        'a.appointment_on': '2025-06-10',
        'a.filed_on': '2025-06-10',
        'a.communicated': 'yes',
        'a.complete': 'yes',
        filed_in_time: 'no',
      },
      'eligible',
      'descent_adult_abb',
    ],
    [
      'letter b',
      {
        ...throughGrandfather,
        'aff.other': 'birth',
        'a.filed': 'court',
        'a.filed_on': '2025-03-27',
        'a.filed_in_time': 'yes',
      },
      'eligible',
      'descent_adult_abb',
    ],
    ['benefit of law', child, 'eligible', 'benefit_of_law'],
    [
      '1-ter',
      { ...child, 'a.born': '2020-01-01', 'am.letter': 'a', 'am.recognised_on': '2024-01-01' },
      'eligible',
      'transitional_1ter',
    ],
    ['descent of a minor', { ...child, 'am.other': 'none' }, 'eligible', 'descent_minor'],
    ['marriage', marriage, 'eligible', 'marriage'],
    [
      'oath',
      {
        ...marriage,
        'a.goal': 'oath',
        's.born': '1984-04-04',
        'a.filed_on': '2024-01-10',
        'a.adopted_on': '2026-09-01',
        'a.notified_on': '2026-09-20',
        'a.oath_on': 'not_yet',
      },
      'eligible',
      'marriage_oath',
    ],
    [
      'reacquisition',
      {
        ...wasItalian,
        'a.sex': 'male',
        'a.other': 'later',
        'a.other_country': 'GB',
        'a.took_how': 'asked',
        'a.took_on': '1985-01-01',
        'a.abroad': 'yes',
      },
      'eligible',
      'reacquisition_art17',
    ],
    [
      'reacquisition of women',
      {
        ...wasItalian,
        'a.born': '1925-05-05',
        'a.sex': 'female',
        'a.british_husband': 'british',
        'a.wedding_abroad_on': '1947-01-01',
        'a.other': 'none',
      },
      'eligible',
      'reacquisition_women',
    ],
    [
      'renunciation',
      {
        'a.goal': 'renounce',
        'a.born': '1980-01-01',
        'a.birthplace': 'IT',
        'a.home': 'GB',
        'a.own_status': 'born_in_italy',
        'a.other': 'later',
        'a.other_country': 'GB',
        'a.took_how': 'asked',
        'a.took_on': '2010-01-01',
      },
      'eligible',
      'renunciation',
    ],
    ['transmission', { ...throughGrandfather, 'a.goal': 'transmission' }, 'eligible', 'transmission'],
  ])('%s', (_, knows, verdict, route) => {
    const told = ask(knows);
    expect([verdictOf(told), told.end.tried[0]?.route, told.asked]).toEqual([verdict, route, told.asked]);
  });

  test('an oath half a year and a day after the notification is too late; the deadline is told before', () => {
    const inTime = ask({
      ...marriage,
      'a.goal': 'oath',
      'a.filed_on': '2024-01-10',
      'a.adopted_on': '2026-05-01',
      'a.notified_on': '2026-05-20',
      'a.oath_on': 'not_yet',
    });
    expect(verdictOf(inTime)).toBe('not_eligible');
    const soon = ask({
      ...marriage,
      'a.goal': 'oath',
      'a.filed_on': '2024-01-10',
      'a.adopted_on': '2026-05-01',
      'a.notified_on': '2026-05-22',
      'a.oath_on': 'not_yet',
    });
    expect(soon.end.tried[0]?.assessment.deadline).toBe('2026-11-22');
  });
});

describe('CZ-1: it asks only what still matters', () => {
  test('a grandfather who naturalised before the birth ends the line: nobody asks about the rest', () => {
    const told = ask({
      ...throughGrandfather,
      'aff.other': 'later',
      'aff.other_country': 'AR',
      'aff.took_how': 'asked',
      'aff.took_on': '1948-02-02',
      'aff.abroad': 'yes',
      regained: 'no',
    });
    expect(verdictOf(told)).toBe('not_eligible');
    expect(told.asked).not.toContain('af.renounced');
    expect(told.asked.at(-1)).toBe('aff.regained');
  });

  test('who was never Italian is asked nothing more', () => {
    const told = ask({ ...ada, 'a.line': 'none' });
    expect(verdictOf(told)).toBe('not_eligible');
    expect(told.asked).toEqual(['a.goal', 'a.born', 'a.birthplace', 'a.home', 'a.filed', 'a.line']);
  });

  test('"I don’t know" is always an answer: it ends with what is missing and who could prove it', () => {
    const told = ask({ ...throughGrandfather, 'aff.other': notKnown });
    expect(verdictOf(told)).toBe('needs_information');
    expect(told.end.open).toEqual({ person: 'aff', topic: 'other' });
  });

  test('nobody knows whether the grandfather was Italian: that decides, and is said', () => {
    const told = ask({ ...throughGrandfather, 'aff.status': notKnown });
    expect(told.end.unclear).toEqual(['aff']);
  });

  test('without the day of the wedding nothing can be reckoned', () => {
    expect(ask({ ...marriage, 's.wedding_on': notKnown }).end.stuckOn).toEqual({
      person: 's',
      topic: 'wedding_on',
    });
  });

  test('a child born before 1948 to an Italian mother: the father decides', () => {
    const told = ask({
      ...ada,
      'a.line': 'father',
      'af.status': 'descends',
      'af.born': '1947-12-31',
      'af.birthplace': 'AR',
      'af.line': 'mother',
      'afm.status': 'born_in_italy',
      'afm.other': 'none',
      'aff.named': 'yes',
      'aff.passes': 'yes',
      tie: 'birth',
      british_husband: 'no',
      renounced: 'no',
    });
    expect(verdictOf(told)).toBe('not_eligible');
    expect(told.end.tried[0]?.assessment.decisive_rules).toContain('TRANS-3');
    expect(told.asked).toContain('aff.named');
  });
});

describe('changing answers', () => {
  test('the others stay, and only those that count are told', () => {
    const { answers } = ask(throughGrandfather);
    const changed = { ...answers, 'a.line': 'none' };
    expect(at(changed).told.map(keyOf)).not.toContain('aff.status');
    expect(at({ ...changed, 'a.line': 'father' })).toEqual(at(answers));
  });

  test('a parent younger than the child is a contradiction', () => {
    const { answers } = ask(throughGrandfather);
    expect(contradictions({ ...answers, 'af.born': '1990-01-01' }, asOf)[0]?.code).toBe('parent_not_older');
    expect(contradictions(answers, asOf)).toEqual([]);
  });
});

test('CZ-1: a declaration before the child was born is a contradiction on the route that asks for it', () => {
  const answers = {
    'a.goal': 'child',
    'a.born': '2023-06-15',
    'a.birthplace': 'DE',
    'a.home': 'AR',
    'a.line': 'father',
    'af.status': 'born_in_italy',
    'af.tie': 'birth',
    'a.other': 'birth',
    'a.declared': 'yes',
    'af.declared_on': '1930-06-15',
  };
  const wrong = contradictions(answers, asOf);
  expect(wrong.map(({ code }) => code)).toContain('before_birth');
});

/** Any answer to a question, known or not. */
function anyAnswer(input: Input): fc.Arbitrary<string> {
  switch (input.kind) {
    case 'choice':
      return fc.constantFrom(...input.choices, notKnown);
    case 'country':
      return fc.constantFrom('IT', 'GB', 'AR', 'DE', notKnown);
    case 'date':
      return fc.oneof(
        fc.constantFrom(notKnown, ...(input.instead === undefined ? [] : [input.instead])),
        fc.integer({ min: 1900, max: 2026 }).map((year) => `${year}-06-15`),
      );
  }
}

const guideRuns = process.env['GUIDE_RUNS'];

test('CZ-1: whatever people answer, every question comes once, and the end comes', () => {
  fc.assert(
    fc.property(fc.gen(), (any) => {
      let answers: Answers = {};
      for (let count = 0; count < 120; count += 1) {
        const { question, told } = at(answers);
        if (question === undefined) return;
        const key = keyOf(question);
        expect(answers[key]).toBeUndefined();
        expect(told.length).toBeLessThanOrEqual(Object.keys(answers).length);
        answers = answered(
          answers,
          question,
          any(() => anyAnswer(topics[question.topic])),
        );
      }
      expect.fail('It does not end');
    }),
    // Always the same families; `GUIDE_RUNS=3000` looks for others.
    guideRuns === undefined
      ? { numRuns: 60, seed: 20_261_125, endOnFailure: true }
      : { numRuns: Number(guideRuns), endOnFailure: true },
  );
});

/** What cannot be is refused, and people go on with "I don’t know". */
function answered(answers: Answers, question: QuestionKey, value: string): Answers {
  const key = keyOf(question);
  if (!isAnswer(question.topic, value)) return { ...answers, [key]: 'descent' };
  const next = { ...answers, [key]: value };
  return contradictions(next, asOf).length === 0 ? next : { ...answers, [key]: notKnown };
}
