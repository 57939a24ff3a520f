import type { z } from 'zod';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { findImpossible } from './impossible.ts';
import type { FactCode, FactError, FactsRefused } from './refusal.ts';
import { factCodes } from './refusal.ts';
import { type Facts, factsShape } from './shape.ts';

/** Facts that can be assessed, or every reason why they cannot, each with a pointer to the member. */
export function parseFacts(raw: unknown): Outcome<Facts, FactsRefused> {
  const parsed = factsShape.safeParse(raw);
  if (!parsed.success) return refused({ errors: shapeErrors(parsed.error, raw) });
  const errors = findImpossible(parsed.data);
  return errors.length === 0 ? granted(parsed.data) : refused({ errors });
}

export function shapeErrors(error: z.ZodError, raw: unknown): FactError[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path as (string | number)[];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        pointer: pointerTo([...path, key]),
        code: 'unknown_member' as const,
      }));
    return [{ pointer: pointerTo(path), code: codeOf(issue, valueAt(raw, path)) }];
  });
}

export function pointerTo(path: readonly (string | number)[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function codeOf(issue: z.core.$ZodIssue, value: unknown): FactCode {
  if (value === undefined) return 'required';
  if ((factCodes as readonly string[]).includes(issue.message)) {
    return typeof value === 'string' ? (issue.message as FactCode) : 'wrong_type';
  }
  switch (issue.code) {
    case 'too_small':
      return typeof value === 'object' || typeof value === 'string' ? 'too_few' : 'not_allowed';
    case 'too_big':
      return typeof value === 'object' ? 'too_many' : 'not_allowed';
    case 'invalid_value':
    case 'invalid_union':
      return 'not_allowed';
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_type':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return 'wrong_type';
  }
}

function valueAt(raw: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[part]
        : undefined,
    raw,
  );
}
