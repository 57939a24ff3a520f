import { z } from 'zod';
import { differenceKinds } from '../domain/records/difference-kinds.ts';

const date = z.iso.date();

export const localeQuery = z.strictObject({
  locale: z.enum(['it', 'en']).optional().describe('Language of the words; else Accept-Language decides'),
});

const example = z.strictObject({
  example_id: z.string().max(20),
  route: z.string().max(40),
  verdict: z.enum(['eligible', 'not_eligible', 'needs_information']),
  reason: z.string().max(4000),
});

const rule = z.strictObject({
  rule: z.string().max(40),
  says: z.string().max(2000),
  citation: z.string().max(500),
  from: date.optional().describe('First day on which the rule holds'),
  until: date.optional().describe('Last day on which the rule holds'),
  principle: z.boolean().describe('Guides how the other rules are applied'),
  examples: z.array(example).max(500),
});

export const rulesAnswer = z.strictObject({
  rules_version: z.string().max(40),
  items: z.array(rule).max(500),
  next: z.string().max(200).nullable(),
});

const discrepancy = z.strictObject({
  person: z.string().max(200),
  field: z.string().max(40),
  kind: z.enum(Object.keys(differenceKinds) as [keyof typeof differenceKinds]),
  class: z.enum(['harmless', 'to_explain', 'to_correct']),
  record: z.string().max(200).describe('The record that differs'),
  against: z.string().max(200).describe('The record it is measured against'),
  found: z.string(),
  expected: z.string(),
  explanation: z.string(),
  correction: z.string().optional().describe('How the record is corrected'),
});

export const comparisonAnswer = z.strictObject({
  discrepancies: z.array(discrepancy),
  names: z.array(z.strictObject({ person: z.string(), variants: z.array(z.string()) })),
  ready: z.boolean().describe('Nothing must be corrected before the application'),
});

/** A JSON Schema as it is published: an object of any members. */
export const anySchema = z.record(z.string(), z.unknown());

export const comparisonJsonSchema = () => ({
  ...z.toJSONSchema(comparisonAnswer, { target: 'draft-2020-12', io: 'output' }),
  title: 'Comparison of the records of a line',
});
