import { z } from 'zod';
import { parseCivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { parseEmail } from '#modules/identity/public.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { longestText } from '../domain/case-file.ts';
import { type Answers, type CaseQuestion, type Procedure, questionsFor } from '../domain/procedure.ts';
import { caseFileWords } from './words/words.ts';

export interface StartReading {
  readonly answers: Answers;
  readonly text: string;
  readonly email: string;
  readonly typed: Typed;
  readonly key: string;
  /** A sentence for each field in error. */
  readonly problems: Readonly<Record<string, string>>;
}

const longestAnswer = 120;

/** What was typed into the form of a procedure, read question by question. */
export function readStart(
  procedure: Procedure,
  body: unknown,
  { locale, today, asksEmail }: { locale: Locale; today: string; asksEmail: boolean },
): StartReading {
  const { typed, key } = readForm(z.object({}), body);
  const words = caseFileWords[locale].form;
  const problems: Record<string, string> = {};
  const answers: Record<string, string> = {};
  const { first } = procedure;
  if (first !== undefined) {
    const chosen = typed[first.name] ?? '';
    if (first.values.includes(chosen)) answers[first.name] = chosen;
    else problems[first.name] = words.datum;
  }
  for (const question of questionsFor(procedure, answers)) {
    const value = readAnswer(question, typed[question.name] ?? '');
    const problem = problemOf(question, value, { locale, today });
    if (problem !== undefined) problems[question.name] = problem;
    else if (value !== '') answers[question.name] = value;
  }
  const text = (typed['text'] ?? '').trim();
  if (text === '') problems['text'] = words.missing;
  if (text.length > longestText) problems['text'] = words.tooLong(longestText);
  const email = parseEmail(typed['asker_email'] ?? '');
  if (asksEmail && !email.ok) problems['asker_email'] = caseFileWords[locale].submitRefusals.not_an_email;
  return { answers, text, email: email.ok ? email.value.value : '', typed, key, problems };
}

function readAnswer({ kind }: CaseQuestion, raw: string): string {
  if (kind === 'tax_code') return raw.replace(/\s/g, '').toUpperCase();
  return raw.trim().replace(/\s+/g, ' ');
}

function problemOf(
  { kind, optional }: CaseQuestion,
  value: string,
  { locale, today }: { locale: Locale; today: string },
): string | undefined {
  const words = caseFileWords[locale];
  if (value === '') return optional === true ? undefined : words.form.missing;
  switch (kind) {
    case 'date': {
      const day = parseCivilDate(value);
      return day.ok && day.value < today && day.value > '1880-01-01' ? undefined : words.form.date;
    }
    case 'tax_code':
      return /^[A-Z0-9]{16}$/.test(value) ? undefined : words.form.taxCode;
    case 'email':
      return parseEmail(value).ok ? undefined : words.submitRefusals.not_an_email;
    case 'text':
      return value.length <= longestAnswer ? undefined : words.form.tooLong(longestAnswer);
  }
}
