import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { routeCases } from '../../route-cases.testing.ts';
import { aFamily, assessed } from '../../testing.ts';
import { transmissionCases } from '../../transmission-cases.testing.ts';
import type { Facts } from '../facts/shape.ts';
import { type RuleId, ruleBook, ruleIds } from './rule-book.ts';

const worked = JSON.parse(
  readFileSync(new URL('../examples/worked-cases.json', import.meta.url), 'utf8'),
) as { cases: { facts: Facts }[] };
const families: readonly Facts[] = [
  ...worked.cases.map(({ facts }) => facts),
  ...routeCases.map(({ facts }) => facts),
  ...transmissionCases.map(([, persons, unions]) => aFamily('transmission', persons, { unions })),
];

/** What a rule is for: verdict, deciding rules or the steps told. */
function outcome(facts: Facts, switchedOff?: RuleId) {
  const { verdict, decisive_rules, steps, deadline } = assessed(
    facts,
    switchedOff && { switchedOff: new Set([switchedOff]) },
  );
  return {
    verdict,
    decisive: decisive_rules.join(' '),
    told: steps.map(({ rule, holds }) => `${rule} ${holds}`).join(' '),
    deadline,
  };
}

/** Rules that inform about what follows; they are told and change no verdict. */
const informing: ReadonlySet<RuleId> = new Set<RuleId>([
  // REACQ-3 says no to the same losses
  'REACQ-4',
  'BEN-12',
  'BEN-13',
  'DESC-ADULT',
  'DESC-C-2',
  'DESC-C-5',
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
  'LOSS-11',
  'TRANS-4',
  'TRANS-11',
  'DESC-1948C',
  'LOSS-2',
  'REACQ-11',
  'MARR-19',
  'REACQ-10',
  'REN-6',
  'DESC-D-3',
  'TRANSIT-4',
]);

const before = families.map((facts) => outcome(facts));
const tried = ruleIds.filter((id) => ruleBook[id].principle === undefined && id !== 'ENG-1');

describe('CZ-1: no rule is there for nothing', () => {
  test.each(tried)('switching off %s changes an answer', (id) => {
    const changes = families
      .filter((_facts, index) => before[index]?.told.includes(`${id} `))
      .map((facts) => {
        const after = outcome(facts, id);
        const was = before[families.indexOf(facts)];
        return {
          verdict: after.verdict !== was?.verdict,
          any: JSON.stringify(after) !== JSON.stringify(was),
        };
      });
    expect(changes.some(({ any }) => any)).toBe(true);
    if (!informing.has(id)) expect(changes.some(({ verdict }) => verdict)).toBe(true);
  });

  test('ENG-1: a question is only asked because of it', () => {
    expect(before.some(({ decisive }) => decisive.includes('ENG-1'))).toBe(true);
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
