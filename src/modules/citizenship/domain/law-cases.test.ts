import { describe, expect, test } from 'vitest';
import { routeCases } from '../route-cases.testing.ts';
import { assessed } from '../testing.ts';

describe('CZ-1: every route, on both sides of every boundary', () => {
  test.each([...routeCases])('$name', ({ facts, verdict, rules, deadline }) => {
    const value = assessed(facts);
    expect({ verdict: value.verdict, rules: value.decisive_rules }).toEqual({
      verdict,
      rules: expect.arrayContaining([...rules]),
    });
    if (deadline !== undefined) expect(value.deadline).toBe(deadline);
  });
});
