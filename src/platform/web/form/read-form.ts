import type { z } from 'zod';

/** What was typed into a form, as it came: shown again when something is wrong. */
export type Typed = Readonly<Record<string, string>>;

export type FormReading<Value> =
  | { readonly ok: true; readonly value: Value; readonly typed: Typed; readonly key: string }
  | {
      readonly ok: false;
      readonly problems: Readonly<Record<string, string>>;
      readonly typed: Typed;
      readonly key: string;
    };

/** The fields of a posted form as text; repeated fields are joined with a comma. */
export function typedIn(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      // PostgreSQL has no place for the character NUL; broken UTF-8 has become U+FFFD on its way here.
      (Array.isArray(value) ? value.join(',') : String(value ?? '')).replaceAll('\0', ''),
    ]),
  );
}

/** Reads a form: the value, or a code for each field in error (the message of the schema's issue). */
export function readForm<Value>(schema: z.ZodType<Value>, body: unknown): FormReading<Value> {
  const typed = typedIn(body);
  const key = /^[\w-]{8,200}$/.test(typed['_key'] ?? '') ? (typed['_key'] ?? '') : crypto.randomUUID();
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { ok: true, value: parsed.data, typed, key };
  const problems: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '_form');
    problems[field] ??= issue.message;
  }
  return { ok: false, problems, typed, key };
}
