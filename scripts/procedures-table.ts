// Writes docs/procedures.md: what each procedure asks, its documents, checks, known reasons and the life of its files.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormProcedure } from '#modules/case-files/public.ts';
import { aireRegistration } from '#modules/procedures/aire-registration/definition.ts';
import { waysToMunicipality } from '#modules/procedures/aire-registration/municipality-of-origin.ts';
import { reasons } from '#modules/procedures/aire-registration/reason.ts';
import { changeOfAddress } from '#modules/procedures/change-of-address/definition.ts';

const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
const head = (...cells: string[]) => [row(...cells), row(...cells.map(() => '---'))];

type Condition = FormProcedure['form']['sections'][number]['when'];

/** Long lists of States say nothing to a reader. */
function conditionText(when: Condition): string {
  if (when === undefined) return '';
  const is = when.is.length > 8 ? `one of ${when.is.length} values` : when.is.join(' or ');
  return `\`${when.name}\` is ${is}`;
}

function pages({ form }: FormProcedure): string[] {
  return [
    ...head('page', 'shown when', 'questions'),
    ...form.sections.map(({ name, title, when, questions, repeats, ends }) =>
      row(
        `\`${name}\` ${title.en}`,
        conditionText(when) || 'always',
        [
          ...(ends ? ['the form ends here'] : []),
          ...(repeats === undefined ? [] : [`once for each, ${repeats.least} to ${repeats.most}`]),
          ...questions.map((each) => `\`${each.name}\`${each.optional ? ' (optional)' : ''}`),
        ].join(', '),
      ),
    ),
  ];
}

function documents({ form }: FormProcedure): string[] {
  return [
    ...head('document', 'asked for when', 'what it must show'),
    ...form.documents.map(({ name, title, when, forEach, mustShow }) =>
      row(
        `\`${name}\` ${title.en}`,
        [forEach === undefined ? '' : `for each of \`${forEach}\``, conditionText(when)]
          .filter(Boolean)
          .join(', ') || 'always',
        mustShow.map(({ en }) => en).join(' '),
      ),
    ),
  ];
}

function checks({ form }: FormProcedure): string[] {
  return [
    ...head('check', 'who looks', 'if it fails', 'applies when', 'law'),
    ...form.checks.map(({ id, title, look, weight, when, law }) =>
      row(
        `\`${id}\` ${title.en}`,
        look === undefined ? 'the official' : 'the program, then the official',
        weight === 'stops' ? 'the form cannot be sent' : 'the person is told',
        conditionText(when) || 'always',
        law ?? '',
      ),
    ),
  ];
}

/** The steps that lead from one state to another; writing and the like stay where they are. */
function life({ lifecycle }: FormProcedure): string[] {
  const steps = lifecycle
    .diagram()
    .split('\n')
    .filter((line) => {
      const [, from, to] = /^ {2}(\w+) --> (\w+):/.exec(line) ?? [];
      return from === undefined || from !== to;
    });
  return ['```mermaid', ...steps, '```'];
}

function chapter(procedure: FormProcedure): string[] {
  const { form, law, term, keeping } = procedure;
  return [
    `## ${form.title.en}`,
    '',
    `\`${procedure.id}\`. ${form.summary.en} Law: ${law.join('; ')}. ${
      term === null ? 'No source gives a term.' : `Term: ${term.days} days (${term.law}).`
    } Kept for ${keeping.months} months after its end.`,
    '',
    '### Pages',
    '',
    ...pages(procedure),
    '',
    '### Documents',
    '',
    ...documents(procedure),
    '',
    '### Checks',
    '',
    ...checks(procedure),
    '',
    '### Known reasons to send back',
    '',
    ...form.reasonsToCorrect.map(({ id, text }) => `- \`${id}\`: ${text.en}`),
    '',
    '### Known reasons to reject',
    '',
    ...form.reasonsToReject.map(({ id, text }) => `- \`${id}\`: ${text.en}`),
    '',
    '### Life of a file',
    '',
    ...life(procedure),
    '',
  ];
}

export function proceduresTable(): string {
  return [
    '# Procedures',
    '',
    'Made by `npm run procedures` from `src/modules/procedures`; do not edit. How to add one: `src/modules/procedures/README.md`.',
    '',
    ...chapter(aireRegistration),
    '### Reasons of registration',
    '',
    ...head('answer', 'code of the national registry (table 19)'),
    ...reasons.map(({ value, code, label }) =>
      row(`\`${value}\` ${label.en}`, code ?? 'none: in AIRE already'),
    ),
    '',
    '### How the municipality is found',
    '',
    ...head('way, the first that applies', 'code'),
    ...Object.entries(waysToMunicipality).map(([way, { code, text }]) =>
      row(`\`${way}\` ${text.en}`, code ?? 'none'),
    ),
    '',
    ...chapter(changeOfAddress),
  ].join('\n');
}

const target = join(import.meta.dirname, '../docs/procedures.md');
if (process.argv[1] === import.meta.filename) writeFileSync(target, proceduresTable());
