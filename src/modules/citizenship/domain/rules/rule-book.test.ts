import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { LawCase } from '../../law-case.testing.ts';
import { lawCases } from '../../law-cases.testing.ts';
import { assessed } from '../../testing.ts';
import type { Facts } from '../facts/shape.ts';
import { type RuleId, ruleBook, ruleIds } from './rule-book.ts';

interface WorkedCase {
  readonly facts: Facts;
  readonly expected: { readonly verdict: LawCase['verdict']; readonly decisive_rules: readonly RuleId[] };
}
const worked = JSON.parse(
  readFileSync(new URL('../examples/worked-cases.json', import.meta.url), 'utf8'),
) as { cases: WorkedCase[] };
const cases: readonly Omit<LawCase, 'name'>[] = [
  ...worked.cases.map(({ facts, expected: { verdict, decisive_rules: rules } }) => ({
    facts,
    verdict,
    rules,
  })),
  ...lawCases,
];

/** What its test would say of a case with one rule switched off. */
function stands(
  { facts, verdict, rules, deadline, asks, review, tells = [] }: (typeof cases)[number],
  off: RuleId,
) {
  const value = assessed(facts, { switchedOff: new Set([off]) });
  const decisive: readonly string[] = value.decisive_rules;
  const told: readonly string[] = value.steps.map(({ rule }) => rule);
  return (
    value.verdict === verdict &&
    rules.every((rule) => decisive.includes(rule)) &&
    tells.every((rule) => told.includes(rule)) &&
    (deadline === undefined || value.deadline === deadline) &&
    (asks === undefined || value.missing_fact?.path === asks) &&
    (review === undefined || value.review?.rule === review)
  );
}

/** The verdict alone, which a rule that grants or bars must move. */
function verdictStands({ facts, verdict }: (typeof cases)[number], off: RuleId): boolean {
  return assessed(facts, { switchedOff: new Set([off]) }).verdict === verdict;
}

/** Rules that explain, date or inform: they are told, and change no verdict by themselves. */
const informing: ReadonlySet<RuleId> = new Set<RuleId>([
  'ENG-1',
  'ENG-2',
  'ENG-4',
  'ENG-5',
  // REACQ-3 says no to the same losses
  'REACQ-4',
  'BEN-12',
  'BEN-13',
  'DESC-ADULT',
  'DESC-C-2',
  'DESC-D-2',
  'DESC-OLDLAW',
  'MARR-2',
  'MARR-14',
  'MARR-16',
  'BEN-5',
  'BEN-6',
  'BEN-7',
  'BEN-8',
  'BEN-10',
  'BEN-11',
  'TRANSIT-6',
  'REACQ-6',
  'REACQ-7',
  'REN-3',
  'REN-4',
  'U-1',
  'LOSS-3',
  'LOSS-8',
  'LOSS-10',
  'TRANS-4',
  'TRANS-11',
  'DESC-1948C',
  'REACQ-11',
  'MARR-19',
  'REACQ-10',
  'REN-6',
  'DESC-D-3',
  'TRANSIT-4',
]);

/** Principles that no case can lack: they guide the reasoning and are never tried on a person. */
const guiding: ReadonlySet<RuleId> = new Set<RuleId>(['ENG-3', 'ENG-6', 'ENG-7', 'ENG-8']);

const naming = new Map<RuleId, (typeof cases)[number][]>(ruleIds.map((id) => [id, []]));
for (const each of cases)
  for (const rule of new Set([...each.rules, ...(each.tells ?? []), ...(each.review ? [each.review] : [])]))
    naming.get(rule)?.push(each);

describe('CZ-1: no rule is there for nothing', () => {
  test.each(ruleIds.filter((id) => !guiding.has(id)))('switching off %s fails a case', (id) => {
    const about = naming.get(id) ?? [];
    expect(about.some((each) => !stands(each, id))).toBe(true);
    expect(cases.some((each) => !verdictStands(each, id))).toBe(!informing.has(id));
  });

  test('the worked cases and our own stand while every rule is on', () => {
    const nothing = 'ENG-3';
    expect(cases.filter((each) => !stands(each, nothing))).toEqual([]);
  });
});

describe('CZ-8: the rule book', () => {
  test('says every rule in both languages, with its article', () => {
    for (const id of ruleIds) {
      const { citation, says, whenItHolds, whenItDoesNot } = ruleBook[id];
      expect(citation).not.toBe('');
      for (const text of [says, whenItHolds, whenItDoesNot]) {
        if (text === undefined) continue;
        expect(text.it).not.toBe(text.en);
        expect(text.it.match(/\{\w+\}/g) ?? []).toEqual(text.en.match(/\{\w+\}/g) ?? []);
      }
    }
  });

  test('dates them: no rule ends before it begins', () => {
    for (const id of ruleIds) {
      const { from, until } = ruleBook[id];
      if (from !== undefined && until !== undefined) expect(from <= until).toBe(true);
    }
  });
});
