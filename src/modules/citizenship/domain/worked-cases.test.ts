import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assess } from './assess.ts';

interface WorkedCase {
  readonly id: string;
  readonly narrative: string;
  readonly facts: unknown;
  readonly expected: {
    readonly verdict: string;
    readonly decisive_rules: readonly string[];
    readonly deadline?: string;
    readonly missing_fact?: string;
  };
}

const { cases } = JSON.parse(
  readFileSync(new URL('./examples/worked-cases.json', import.meta.url), 'utf8'),
) as { cases: WorkedCase[] };

describe('CZ-1: the worked cases', () => {
  test.each(cases)('$id: $narrative', ({ facts, expected }) => {
    for (const locale of ['it', 'en'] as const) {
      const outcome = assess(facts, { locale });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
      const { value } = outcome;
      expect(value.verdict).toBe(expected.verdict);
      expect(value.decisive_rules).toEqual(expect.arrayContaining([...expected.decisive_rules]));
      if (expected.deadline !== undefined) expect(value.deadline).toBe(expected.deadline);
      expect(value.missing_fact === undefined).toBe(expected.missing_fact === undefined);
      for (const sentence of [value.reason, ...value.steps.map(({ because }) => because)])
        expect(sentence).not.toMatch(/[{}…]|undefined|NaN/);
    }
  });
});
