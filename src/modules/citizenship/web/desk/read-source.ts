import { z } from 'zod';
import type { Locale } from '#kernel/locale.ts';
import type { Deps } from '#platform/deps.ts';
import { guide } from '../../domain/guide/guide.ts';
import type { Overruling } from '../../domain/reasoning/step.ts';
import { lawDay } from '../../use-cases/answer-question.ts';
import { readAssessment } from '../../use-cases/read-assessment.ts';

export type Source =
  | { readonly facts: unknown }
  | { readonly problem: 'notFound' | 'unfinished' | 'notFacts' };

/** The facts behind what an officer entered: the address of somebody’s assessment, or the facts themselves. */
export async function readSource(deps: Deps, text: string, locale: Locale): Promise<Source> {
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) {
    try {
      return { facts: JSON.parse(trimmed) };
    } catch {
      return { problem: 'notFacts' };
    }
  }
  const [, token] = /\/citizenship\/assessments\/([\w-]{20,100})/.exec(trimmed) ?? [];
  if (token === undefined) return { problem: 'notFacts' };
  const saved = await readAssessment(deps, token);
  if (saved === undefined) return { problem: 'notFound' };
  const [best] = guide(saved.answers, { asOf: lawDay(saved, deps.now()), locale }).tried;
  return best === undefined ? { problem: 'unfinished' } : { facts: best.facts };
}

const overrulingsShape = z.array(
  z.strictObject({
    rule: z.string().max(40),
    person: z.string().max(40),
    holds: z.boolean(),
    reason: z.string().min(1).max(1000),
  }),
);

/** What was decided so far, as the page carries it along. */
export function readOverrulings(text: string | undefined): Overruling[] {
  try {
    const parsed = overrulingsShape.safeParse(JSON.parse(text ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
