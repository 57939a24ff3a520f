import { z } from 'zod';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';

/** The key that a program makes before its first try: a repetition gets the first answer. */
export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .min(8)
    .max(200)
    .regex(/^[\w-]+$/),
});

/** A day as a program sends it, of the years in which days can be told apart. */
export const daySent = z.iso.date().refine((raw): raw is CivilDate => parseCivilDate(raw).ok, 'date');

export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe('HH:MM, in the zone of the office');

/** A text that people write in both languages. */
export function inBothLanguages(longest: number) {
  const text = z.string().trim().min(1).max(longest);
  return z.strictObject({ it: text, en: text });
}

/** A list, as every operation answers with one: `next` leads on where there is more. */
export function listOf<Item extends z.ZodType>(item: Item, most: number) {
  return z.strictObject({ items: z.array(item).max(most), next: z.string().max(200).nullable() });
}
