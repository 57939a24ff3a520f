import { z } from 'zod';

export const text = z.string().max(300);
export const partialDate = z
  .string()
  .max(10)
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe('A date of which the day, or the month too, may be missing');
export const municipality = z
  .string()
  .max(4)
  .regex(/^[A-Z]\d{3}$/)
  .describe('Code in the land registry');
export const country = z
  .string()
  .max(2)
  .regex(/^[A-Z]{2}$/);
export const personId = z
  .string()
  .max(9)
  .regex(/^[A-Z]{2}\d{5}[A-Z]{2}$/)
  .describe('Identifier in the national registry (ID ANPR)');
export const instant = z.iso.datetime({ offset: true }).max(40);

export const place = z.strictObject({
  country,
  municipality: municipality.optional(),
  name: text,
  province: z.string().max(2).optional(),
});
export const act = z.strictObject({
  number: text.optional(),
  part: text.optional(),
  series: text.optional(),
  year: z.int().min(1800).max(9999).optional(),
  municipality: municipality.optional(),
});
export const birth = z.strictObject({ on: partialDate, place, act: act.optional() });
export const party = z.strictObject({
  id: personId.optional(),
  tax_code: z.string().max(16).optional(),
  family_name: text.optional(),
  given_name: text.optional(),
  birth: birth.optional(),
});
export const bond = z.strictObject({
  on: partialDate.optional(),
  place: place.optional(),
  act: act.optional(),
  partner: party.optional(),
});
export const roll = z.strictObject({
  municipality,
  section: text.optional(),
  card_number: text.optional(),
  enrolled_on: partialDate.optional(),
});

export const address = z.strictObject({
  from: partialDate.optional(),
  until: partialDate.optional(),
  country,
  municipality: municipality.optional(),
  locality: text.optional(),
  street: text.optional(),
  number: text.optional(),
  staircase: text.optional(),
  flat: text.optional(),
  post_code: text.optional(),
  changed_ex_officio: z.boolean().optional(),
});

export const maritalStatus = z.strictObject({
  state: z.enum([
    'single',
    'married',
    'widowed',
    'divorced',
    'civil_union',
    'union_dissolved',
    'union_ended_by_death',
  ]),
  bond: bond.optional(),
  ended_on: partialDate.optional(),
});

export const citizenship = z.strictObject({
  of: z
    .string()
    .max(20)
    .regex(/^([A-Z]{2}|undefined_yet|not_attributable|stateless)$/),
  since: partialDate.optional(),
});

export const contract = z.strictObject({
  stipulated_on: partialDate.optional(),
  registered_on: partialDate.optional(),
  municipality: municipality.optional(),
  partner: party.optional(),
});

export const identityDocument = z.strictObject({
  kind: z.enum(['identity_card', 'passport']),
  number: text,
  issued_on: partialDate.optional(),
  issued_by: text.optional(),
  expires_on: z.iso.date().optional(),
});

export const recordSchema = z.strictObject({
  id: personId,
  tax_code: z.string().max(16).optional(),
  family_name: text.optional(),
  given_name: text.optional(),
  sex: z.enum(['M', 'F']),
  birth,
  standing: z.strictObject({
    state: z.enum(['enrolled', 'struck', 'duplicate']),
    why: z.enum(['death', 'emigration', 'untraceable', 'other']).optional(),
    reason: z.string().max(40).optional(),
    on: partialDate.optional(),
    of: personId.optional(),
  }),
  certifiability: z.enum(['full', 'partial', 'none', 'not_enrollable', 'barred']),
  open_procedures: z
    .array(z.strictObject({ id: text, kind: z.string().max(40), municipality, opened_on: z.iso.date() }))
    .max(1000),
  enrolment: z.strictObject({
    register: z.enum(['resident', 'aire']),
    municipality,
    since: partialDate,
    facility: z.strictObject({ name: text, kind: z.string().max(40) }).optional(),
    homeless: z.boolean().optional(),
    why: z.string().max(60).optional(),
    expatriated_on: partialDate.optional(),
    consulate: z.string().max(80).optional(),
    before_joining: z.boolean().optional(),
  }),
  addresses: z.array(address).max(1000),
  marital_status: maritalStatus.optional(),
  citizenships: z.array(citizenship).max(100),
  cohabitation_contract: contract.optional(),
  household: z
    .strictObject({
      id: text,
      register: z.enum(['resident', 'aire']),
      certifiable: z.boolean(),
      members: z
        .array(
          z.strictObject({
            id: personId,
            tax_code: z.string().max(16).optional(),
            family_name: text.optional(),
            given_name: text.optional(),
            sex: z.enum(['M', 'F']),
            birth,
            relation: z.string().max(40),
            marital_status: z.string().max(40).optional(),
          }),
        )
        .max(1000),
    })
    .optional(),
  identity_documents: z.array(identityDocument).max(100),
  electoral: z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('not_entitled'),
      because: z.enum(['not_a_citizen', 'under_age', 'lost_or_suspended', 'not_recorded']),
    }),
    z.strictObject({ state: z.literal('enrolled'), roll }),
    z.strictObject({
      state: z.literal('being_updated'),
      since: z.iso.date(),
      at_the_latest: z.iso.date(),
    }),
  ]),
  joined: z.strictObject({ on: z.iso.date(), municipality }),
});
