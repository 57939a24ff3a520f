import { z } from 'zod';

/** Facts of a family, as a person or another system states them. `null` is "not known, ask"; an absent member is "there is none". */
const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'not_an_id');
const date = z.iso.date('not_a_date');
const instant = z.iso.datetime({ offset: true, precision: 0, error: 'not_an_instant' });
const country = z.string().regex(/^[A-Z]{2}$/, 'not_a_country');
const yesNoUnknown = z.boolean().nullable();

export const hows = [
  'birth_descent',
  'birth_territory',
  'naturalisation',
  'marriage_automatic',
  'marriage_application',
  'derived_from_parent',
  'residence_grant',
  'benefit_of_law',
  'adoption',
  'reacquisition_declaration',
  'reacquisition_residence',
  'declaration_on_majority',
  'renunciation_declaration',
  'operation_of_law',
] as const;

export const routes = [
  'descent_minor',
  'descent_adult_abb',
  'descent_letter_c',
  'descent_letter_d',
  'marriage',
  'marriage_oath',
  'benefit_of_law',
  'transitional_1ter',
  'reacquisition_art17',
  'reacquisition_women',
  'renunciation',
  'transmission',
] as const;

const parentLink = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('birth') }),
  z.strictObject({
    id,
    kind: z.enum(['recognition', 'judgment', 'adoption']),
    established_on: date
      .nullable()
      .describe('Day on which the law knows this parent; every later kind needs it'),
  }),
]);

const citizenshipEvent = z.strictObject({
  date: date.nullable(),
  type: z.enum(['acquired', 'lost', 'renounced', 'reacquired']),
  citizenship: country,
  how: z.enum(hows).nullable(),
  voluntary: yesNoUnknown.optional(),
});

const residence = z.strictObject({
  country,
  from: date.nullable(),
  to: date.nullable().optional().describe('Absent: the person still lives there'),
  municipality: z.string().min(1).optional(),
  with: z.array(id).optional().describe('Who lived in the same household').meta({ uniqueItems: true }),
  proof: z.enum(['historical_certificate', 'none']).nullable().optional(),
});

const person = z.strictObject({
  id,
  sex: z.enum(['female', 'male']).nullable(),
  born: z.strictObject({
    date: date.nullable(),
    country: country.nullable(),
    in_wedlock: yesNoUnknown.optional(),
  }),
  died: z.strictObject({ date: date.nullable(), country: country.optional() }).optional(),
  emancipated_on: date.optional(),
  parents: z.array(parentLink).max(4).describe('A parent who is not listed is legally unknown'),
  citizenship_events: z.array(citizenshipEvent),
  can_claim_other_citizenship: yesNoUnknown
    .optional()
    .describe('A foreign citizenship that a mere declaration gives and nobody can refuse'),
  foreign_citizenship_passes_to_child: yesNoUnknown.optional(),
  stateless: yesNoUnknown.optional(),
  residences: z.array(residence),
  italian_recognition: z
    .strictObject({
      letter: z.enum(['a', 'a_bis', 'b', 'c', 'd', 'none_needed']).nullable(),
      filed_at: instant.nullable().optional(),
      appointment_communicated_at: instant.nullable().optional(),
      recognised_on: date.nullable().optional(),
    })
    .optional(),
  completeness: z
    .strictObject({ citizenship_events: z.boolean().optional(), residences: z.boolean().optional() })
    .optional()
    .describe('Every list is complete unless its flag is false'),
});

const union = z.strictObject({
  id,
  kind: z.enum(['marriage', 'civil_union']),
  partners: z.tuple([id, id]).meta({ uniqueItems: true }),
  date,
  country,
  transcribed_in_italy_on: date.nullable().optional(),
  ended: z
    .strictObject({
      date,
      how: z.enum(['divorce', 'annulment', 'dissolution', 'legal_separation', 'death']),
    })
    .optional(),
  same_address: yesNoUnknown.optional(),
  separate_address_reason_documented: yesNoUnknown.optional(),
});

const application = z.strictObject({
  route: z.enum(routes),
  filed_at: instant.nullable().optional(),
  filed_on: date.nullable().optional(),
  office: z
    .strictObject({
      kind: z.enum(['consulate', 'comune', 'court', 'ministry_portal']),
      country: country.optional(),
    })
    .optional(),
  documents_complete: yesNoUnknown.optional(),
  appointment: z
    .strictObject({ communicated_at: instant.nullable(), on: date.nullable(), addressee: id })
    .optional(),
  declarations: z
    .array(
      z.strictObject({
        by: id,
        on: date,
        capacity: z.enum(['parent', 'guardian', 'self']),
        in_person: z.boolean().optional(),
      }),
    )
    .optional(),
  language: z
    .strictObject({
      certificate: z.enum(['PLIDA', 'CertIt', 'CILS', 'CELI', 'CoL', 'other', 'none']).nullable(),
      level: z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']).nullable().optional(),
      exemption: z
        .enum([
          'integration_agreement',
          'eu_long_term_permit_issued_by_italy',
          'eu_long_term_permit_other_state',
          'family_permit',
          'italian_school_qualification',
        ])
        .nullable()
        .optional(),
    })
    .optional(),
  convictions: z
    .array(
      z.strictObject({
        court_country: country,
        offence: z.enum(['ordinary', 'political', 'against_personality_of_state']),
        statutory_maximum_months: z.int().min(0).optional(),
        penalty_imposed_months: z.int().min(0).optional(),
      }),
    )
    .optional(),
  criminal_records: z.array(z.strictObject({ country, issued_on: date.nullable() })).optional(),
  decree: z.strictObject({ adopted_on: date, notified_on: date.optional() }).optional(),
  oath_on: date.nullable().optional(),
});

export const factsShape = z.strictObject({
  as_of: date.describe('The day whose law is applied'),
  rules_profile: z
    .enum(['law_in_force', 'seed_page'])
    .describe(
      'law_in_force follows the Official Gazette; seed_page the deadlines printed on the consular page',
    ),
  applicant: id,
  persons: z.array(person).min(1),
  unions: z.array(union),
  application,
});

export type Facts = z.infer<typeof factsShape>;
export type PersonFacts = z.infer<typeof person>;
export type UnionFacts = z.infer<typeof union>;
export type ApplicationFacts = z.infer<typeof application>;
export type Route = (typeof routes)[number];
export type How = (typeof hows)[number];
