import { describe, expect, test } from 'vitest';
import { blockingRules } from './blocking-rules.ts';
import { conflictsAmong, goTogether } from './combinations.ts';
import { elsewhereIds, kindIds } from './kinds.ts';
import { furtherRules, sourceConditions } from './source-conditions.ts';

describe('the conditions of the registry’s documentation', () => {
  test('CE-2: each rule answers one of them or comes from a requirement', () => {
    const answered = sourceConditions.flatMap(({ answer }) => ('rule' in answer ? [answer.rule] : []));
    const known = new Set<string>([...answered, ...Object.keys(furtherRules)]);
    expect(blockingRules.map((rule) => rule.id).filter((id) => !known.has(id))).toEqual([]);
  });

  test('CE-2: the rule named for a kind can block that kind', () => {
    for (const { condition, of, answer } of sourceConditions) {
      if (of === 'all' || !('rule' in answer)) continue;
      const rule = blockingRules.find((each) => each.id === answer.rule);
      for (const kind of of) expect(rule?.kinds, `${condition}, ${kind}`).toContain(kind);
    }
  });

  test('CE-9: every kind of the table that is not issued online is said to be so', () => {
    for (const kind of elsewhereIds) {
      const own = sourceConditions.filter(({ of }) => of !== 'all' && of.includes(kind));
      expect(own.length, kind).toBeGreaterThan(0);
      expect(own.every(({ answer }) => 'never' in answer)).toBe(true);
    }
  });
});

describe('cumulative certificates', () => {
  test.each([
    ['marriage', 'free_status'],
    ['marriage', 'civil_union'],
    ['free_status', 'civil_status'],
    ['civil_status', 'family_status'],
    ['civil_status', 'facility_residence'],
    ['civil_status', 'family_relationships'],
    ['family_status', 'family_relationships'],
    ['family_status', 'family_and_civil_status'],
    ['family_and_civil_status', 'facility_residence'],
    ['family_relationships', 'facility_residence'],
    ['aire_residence', 'residence'],
    ['aire_family_status', 'existence'],
    ['electoral_roll', 'residence'],
  ] as const)('CE-1: %s does not go with %s', (one, other) => {
    expect(goTogether(one, other)).toBe(false);
    expect(goTogether(other, one)).toBe(false);
    expect(conflictsAmong([other, 'birth', one])).toContainEqual([other, one]);
  });

  test.each([
    ['residence', 'family_status'],
    ['residence', 'free_status'],
    ['civil_status', 'family_and_civil_status'],
    ['aire_residence', 'aire_family_status'],
    ['aire_residence', 'birth'],
    ['political_rights', 'electoral_roll'],
  ] as const)('CE-1: %s goes with %s', (one, other) => {
    expect(conflictsAmong([one, other])).toEqual([]);
  });

  test('CE-1: two kinds go together whichever is named first', () => {
    for (const one of kindIds)
      for (const other of kindIds) expect(goTogether(one, other)).toBe(goTogether(other, one));
  });
});
