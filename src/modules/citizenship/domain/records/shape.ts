import { z } from 'zod';

/** The records of a line as they are written: who appears in which, with which names, dates and places. */
const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'not_an_id');
const country = z.string().regex(/^[A-Z]{2}$/, 'not_a_country');
/** `1885-06-06`, or `1885-06` or `1885` where the record says no more. */
const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'not_a_date')
  .refine((date) => date.length < 10 || z.iso.date().safeParse(date).success, 'not_a_date');

const mention = z.strictObject({
  person: id.describe('The same id wherever the same person is meant'),
  role: z.enum(['subject', 'father', 'mother', 'spouse', 'child', 'informant']),
  given_names: z.string().min(1).optional(),
  surname: z.string().min(1).optional(),
  born_on: partialDate.optional(),
  born_at: z.string().min(1).optional(),
  born_in: country.optional(),
  also_known_as: z.array(z.string().min(1)).optional().describe('Other names that the record states'),
});

const record = z.strictObject({
  id,
  kind: z.enum([
    'birth',
    'baptism',
    'marriage',
    'divorce',
    'death',
    'naturalisation',
    'non_naturalisation',
    'identity',
  ]),
  country,
  on: partialDate.optional().describe('Day of the event'),
  at: z.string().min(1).optional().describe('Place of the event'),
  parents_married: z.boolean().nullable().optional(),
  mentions: z.array(mention).min(1),
});

export const recordsShape = z.strictObject({ records: z.array(record).min(1) });

export type LineRecords = z.infer<typeof recordsShape>;
export type LineRecord = z.infer<typeof record>;
export type Mention = z.infer<typeof mention>;
