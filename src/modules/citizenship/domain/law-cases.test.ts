import { describe, expect, test } from 'vitest';
import { lawCases } from '../law-cases.testing.ts';
import { assessed } from '../testing.ts';

describe('CZ-1: every rule, on both sides of every boundary', () => {
  test.each([...lawCases])('$name', ({ facts, verdict, rules, deadline, asks, review, tells = [] }) => {
    const value = assessed(facts);
    expect({ verdict: value.verdict, rules: value.decisive_rules }).toEqual({
      verdict,
      rules: expect.arrayContaining([...rules]),
    });
    expect(value.steps.map(({ rule }) => rule)).toEqual(expect.arrayContaining([...tells]));
    if (deadline !== undefined) expect(value.deadline).toBe(deadline);
    if (asks !== undefined) expect(value.missing_fact?.path).toBe(asks);
    if (review !== undefined) expect(value.review?.rule).toBe(review);
    expect(value.missing_fact === undefined || value.review === undefined).toBe(true);
  });

  test.each(['it', 'en'] as const)('every answer is told in whole sentences: %s', (locale) => {
    for (const { name, facts } of lawCases) {
      const {
        reason,
        steps,
        counterfactual,
        missing_fact: asked,
        documents,
        booking,
        next_routes: next,
      } = assessed(facts, { locale });
      const sentences = [
        reason,
        ...steps.map(({ because }) => because),
        ...next.map(({ why }) => why),
        ...documents.flatMap(({ name: title, note }) => [title, note ?? '']),
        counterfactual?.explanation ?? '',
        booking?.instructions ?? '',
        asked?.question ?? '',
        asked?.proof ?? '',
      ];
      for (const sentence of sentences) expect(sentence, name).not.toMatch(/[{}…]|undefined|NaN/);
    }
  });

  test('no two cases are the same', () => {
    const seen = lawCases.map(({ facts }) => JSON.stringify(facts));
    expect(new Set(seen).size).toBe(seen.length);
  });
});
