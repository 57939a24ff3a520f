// Writes docs/certificates.md: who can have which certificate, the conditions and what becomes of each.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blockingRules } from '#modules/certificates/domain/blocking-rules.ts';
import { conflictsAmong } from '#modules/certificates/domain/combinations.ts';
import { availabilityOf } from '#modules/certificates/domain/decide.ts';
import { elsewhereCodes, elsewhereIds, kindIds, kinds } from '#modules/certificates/domain/kinds.ts';
import { recordStates } from '#modules/certificates/domain/record-states.testing.ts';
import {
  furtherRules,
  sourceConditions,
  whyNeverMet,
} from '#modules/certificates/domain/source-conditions.ts';
import { today } from '#modules/certificates/testing.ts';
import { kindWords } from '#modules/certificates/web/words/kinds.ts';
import { ruleWords } from '#modules/certificates/web/words/rules.ts';

const names = kindWords.en;
const nameOf = (id: string) =>
  names.kinds[id as keyof typeof names.kinds]?.name ??
  names.elsewhere[id as keyof typeof names.elsewhere].name;
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;

function decisionTable(): string[] {
  return recordStates.flatMap(([state, record]) => {
    const all = availabilityOf({
      record,
      asker: { personId: record.id, taxCode: record.taxCode },
      on: today,
    });
    const yes = all.filter((each) => each.blockedBy.length === 0).map((each) => nameOf(each.kind));
    const no = all.flatMap(({ kind, blockedBy }) =>
      blockedBy.length === 0 ? [] : [row(nameOf(kind), blockedBy.map((rule) => `\`${rule.id}\``).join(', '))],
    );
    const first = `### ${state.charAt(0).toUpperCase()}${state.slice(1)}`;
    const has = yes.length === 0 ? 'Can have none.' : `Can have: ${yes.join(', ')}.`;
    return [first, '', has, '', row('not', 'because of'), row('---', '---'), ...no, ''];
  });
}

function conditions(): string[] {
  return sourceConditions.map(({ condition, of, answer }) => {
    const what =
      'rule' in answer
        ? `\`${answer.rule}\``
        : 'never' in answer
          ? `never met online: ${whyNeverMet[answer.never]}`
          : 'the check of combinations';
    return row(condition, of === 'all' ? 'all' : of.map(nameOf).join(', '), what);
  });
}

export function certificatesTable(): string {
  return [
    '# Certificates: who can have which',
    '',
    'Made by `npm run certificates` from the rules in `src/modules/certificates/domain`; do not edit.',
    '',
    '## Kinds',
    '',
    row('certificate', 'number in the registry’s table', 'law'),
    row('---', '---', '---'),
    ...kindIds.map((kind) => row(nameOf(kind), String(kinds[kind].code ?? 'electoral'), kinds[kind].law)),
    '',
    `Not online (CE-9): ${elsewhereIds.map((id) => `${nameOf(id)} (${elsewhereCodes[id]})`).join(', ')}.`,
    '',
    '## Pairs that do not go on one certificate',
    '',
    ...conflictsAmong(kindIds).map(([one, other]) => `- ${nameOf(one)} with ${nameOf(other)}`),
    '',
    '## Blocking conditions',
    '',
    row('rule', 'what', 'removed by', 'kinds'),
    row('---', '---', '---', '---'),
    ...blockingRules.map((rule) =>
      row(
        `\`${rule.id}\``,
        ruleWords.en[rule.id].what,
        rule.removedBy.replaceAll('_', ' '),
        rule.kinds.length === kindIds.length ? 'all' : rule.kinds.map(nameOf).join(', '),
      ),
    ),
    '',
    'Residence and family status of CE-2 are those of the register in which the person is: for Italians abroad the AIRE',
    'ones, as the portal itself calls them. Electoral certificates say what the roll holds today and need no earlier',
    'record, so that somebody who was in AIRE when the municipality joined has them, too.',
    '',
    '## The registry’s documentation, condition by condition',
    '',
    row('condition', 'of', 'here'),
    row('---', '---', '---'),
    ...conditions(),
    '',
    `Further rules: ${Object.entries(furtherRules)
      .map(([id, source]) => `\`${id}\` (${source})`)
      .join(', ')}.`,
    '',
    '## Kinds by the state of a record',
    '',
    ...decisionTable(),
  ]
    .join('\n')
    .concat('');
}

const target = join(import.meta.dirname, '../docs/certificates.md');
if (process.argv[1] === import.meta.filename) writeFileSync(target, certificatesTable());
