import { parseCivilDate } from '#kernel/civil-date.ts';
import { isCountryCode } from '#kernel/country.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { type Input, notKnown, type QuestionKey, topics } from '../../domain/guide/answers.ts';

/** What was typed or chosen as an answer, or why it is none. */
export function readAnswer(
  { topic }: QuestionKey,
  typed: Typed,
): { readonly value: string } | { readonly problem: 'noChoice' | 'noDate' | 'noCountry' } {
  if (typed['unknown'] !== undefined) return { value: notKnown };
  const input: Input = topics[topic];
  const value = typed['value'] ?? '';
  switch (input.kind) {
    case 'choice':
      return input.choices.includes(value) ? { value } : { problem: 'noChoice' };
    case 'country':
      return isCountryCode(value) ? { value } : { problem: 'noCountry' };
    case 'date':
      return readDate(typed, input.instead);
  }
}

function readDate(typed: Typed, instead: string | undefined) {
  if (instead !== undefined && typed['instead'] === 'yes') return { value: instead };
  const part = (name: string, length: number) => (typed[name] ?? '').trim().padStart(length, '0');
  const parsed = parseCivilDate(`${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`);
  return parsed.ok && parsed.value > '1750'
    ? { value: parsed.value as string }
    : { problem: 'noDate' as const };
}
