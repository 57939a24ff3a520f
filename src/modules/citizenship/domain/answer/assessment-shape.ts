import { z } from 'zod';
import { routes } from '../facts/shape.ts';
import { ruleIds } from '../rules/rule-book.ts';

/** The answer as it is published: what `assess` gives, member by member. */
const ruleId = z.enum(ruleIds as [string, ...string[]]);
const date = z.iso.date();
const country = z.string().regex(/^[A-Z]{2}$/);
const formality = ['none', 'as_the_italian_office_there_says'] as const;

const step = z.strictObject({
  rule: ruleId,
  holds: z.boolean().nullable().describe('null: depends on a fact that is missing'),
  because: z.string(),
  citation: z.string(),
  person: z.string(),
  overruled: z.literal(true).optional(),
});

const document = z.strictObject({
  id: z.string(),
  person: z.string(),
  name: z.string(),
  original: z.boolean(),
  legalisation: z.enum([...formality, 'apostille', 'apostille_or_legalisation']),
  translation: z.enum([...formality, 'into_italian']),
  max_age_months: z.int().optional(),
  shareable: z.boolean().describe('A relative’s original can stand in, with a copy here'),
  note: z.string().optional(),
});

const fee = z.strictObject({
  id: z.string(),
  name: z.string(),
  amount_cents: z.int().min(0),
  article: z.string(),
  payment: z.string(),
  reference: z.string().optional(),
  transfer: z
    .strictObject({
      iban: z.string(),
      bic: z.string(),
      eurogiro: z.string().optional(),
      bank: z.string(),
      beneficiary: z.string(),
    })
    .optional(),
  per_document: z.literal(true).optional(),
});

export const assessmentShape = z.strictObject({
  verdict: z.enum(['eligible', 'not_eligible', 'needs_information']),
  decisive_rules: z.array(ruleId),
  reason: z.string(),
  steps: z.array(step),
  missing_fact: z
    .strictObject({ person: z.string(), path: z.string(), question: z.string(), proof: z.string() })
    .optional(),
  review: z.strictObject({ rule: ruleId, reason: z.string() }).optional().describe('An officer must decide'),
  deadline: date.optional(),
  documents: z.array(document),
  fees: z.array(fee),
  office: z
    .strictObject({
      country: country.nullable(),
      place: z.string().nullable(),
      kind: z.enum(['consulate', 'comune', 'prefettura', 'central_office', 'court']),
    })
    .nullable(),
  booking: z
    .strictObject({
      channel: z.enum(['prenotami', 'ministry_portal', 'email', 'post', 'office', 'lawyer']),
      subject: z.string().optional(),
      instructions: z.string(),
      decided_by: date.optional(),
      decided_by_at_latest: date.optional(),
    })
    .nullable(),
  next_routes: z.array(
    z.strictObject({
      route: z.enum([
        ...routes,
        'residence_art9',
        'residence_art13',
        'residence_art4',
        'election_art2',
        'court',
      ]),
      verdict: z.enum(['eligible', 'needs_information']).optional(),
      why: z.string(),
    }),
  ),
  counterfactual: z
    .strictObject({
      kind: z.enum(['earliest_date', 'missing_document', 'declaration', 'different_fact']),
      explanation: z.string(),
      path: z.string().optional(),
      person: z.string().optional(),
      date: date.optional(),
    })
    .optional(),
  rules_version: z.string(),
});
