import { z } from 'zod';
import type { CivilDate } from '#kernel/civil-date.ts';
import { electoralStanding } from '../domain/electoral.ts';
import type { KnownRecord } from '../domain/person-content.ts';
import type { Reading } from '../domain/reading.ts';
import type { SeenDomicile } from '../use-cases/see-digital-domicile.ts';

const text = z.string().max(300);
const partialDate = z
  .string()
  .max(10)
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe('A date of which the day, or the month too, may be missing');
const municipality = z
  .string()
  .max(4)
  .regex(/^[A-Z]\d{3}$/)
  .describe('Code in the land registry');
const country = z
  .string()
  .max(2)
  .regex(/^[A-Z]{2}$/);
export const personId = z
  .string()
  .max(9)
  .regex(/^[A-Z]{2}\d{5}[A-Z]{2}$/)
  .describe('Identifier in the national registry (ID ANPR)');
const instant = z.iso.datetime({ offset: true }).max(40);

const place = z.strictObject({
  country,
  municipality: municipality.optional(),
  name: text,
  province: z.string().max(2).optional(),
});
const act = z.strictObject({
  number: text.optional(),
  part: text.optional(),
  series: text.optional(),
  year: z.int().min(1800).max(9999).optional(),
  municipality: municipality.optional(),
});
const birth = z.strictObject({ on: partialDate, place, act: act.optional() });
const party = z.strictObject({
  id: personId.optional(),
  tax_code: z.string().max(16).optional(),
  family_name: text.optional(),
  given_name: text.optional(),
  birth: birth.optional(),
});
const bond = z.strictObject({
  on: partialDate.optional(),
  place: place.optional(),
  act: act.optional(),
  partner: party.optional(),
});
const roll = z.strictObject({
  municipality,
  section: text.optional(),
  card_number: text.optional(),
  enrolled_on: partialDate.optional(),
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
  addresses: z
    .array(
      z.strictObject({
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
      }),
    )
    .max(1000),
  marital_status: z
    .strictObject({ state: z.string().max(40), bond: bond.optional(), ended_on: partialDate.optional() })
    .optional(),
  citizenships: z.array(z.strictObject({ of: z.string().max(40), since: partialDate.optional() })).max(100),
  cohabitation_contract: z
    .strictObject({
      stipulated_on: partialDate.optional(),
      registered_on: partialDate.optional(),
      municipality: municipality.optional(),
      partner: party.optional(),
    })
    .optional(),
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
  identity_documents: z
    .array(
      z.strictObject({
        kind: z.enum(['identity_card', 'passport']),
        number: text,
        issued_on: partialDate.optional(),
        issued_by: text.optional(),
        expires_on: z.iso.date().optional(),
      }),
    )
    .max(100),
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

/** Members as the API writes them: `givenName` becomes `given_name`, in every depth. */
function snake(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snake);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snake(inner),
    ]),
  );
}

/** A record as the API answers it; of the electoral data only what the person may see (RG-3). */
export function recordOut(record: KnownRecord, today: CivilDate): z.output<typeof recordSchema> {
  const { version: _version, trueFrom: _true, knownFrom: _known, electoral: _raw, ...rest } = record;
  return recordSchema.parse(snake({ ...rest, electoral: electoralStanding(record, today) }));
}

export const readingsAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        reading_id: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
        at: instant,
        reader: z.enum(['household', 'official', 'system']),
        office_id: z.string().max(80).optional(),
        system: z.string().max(60).optional(),
        why: z.string().max(300),
      }),
    )
    .max(50),
  next: z.string().max(20).nullable(),
});

/** A reading as the person sees it: the office answers for its officials, whose names stay with it. */
export function readingOut({ id, at, by, why }: Reading): z.output<typeof readingsAnswer>['items'][number] {
  return {
    reading_id: id,
    at: at.toString(),
    reader: by.kind,
    ...(by.kind === 'official' ? { office_id: by.officeId } : {}),
    ...(by.kind === 'system' ? { system: by.name } : {}),
    why,
  };
}

export const domicileSchema = z.strictObject({
  state: z.enum(['active', 'ended', 'none']),
  address: z.string().max(254).optional(),
  since: instant.optional(),
  ended_why: z.enum(['voluntary', 'ex_officio']).optional(),
  ended_at: instant.optional(),
  asked_at: instant,
  old: z.boolean().describe('The index does not answer now: this is what it said before'),
});

export function domicileOut({ domicile, askedAt, old }: SeenDomicile): z.output<typeof domicileSchema> {
  const common = { asked_at: askedAt.toString(), old };
  switch (domicile.kind) {
    case 'active':
      return { state: 'active', address: domicile.address, since: domicile.since.toString(), ...common };
    case 'ended':
      return { state: 'ended', ended_why: domicile.why, ended_at: domicile.at.toString(), ...common };
    case 'none':
      return { state: 'none', ...common };
  }
}
