import { z } from 'zod';
import { type ComparedDatum, comparedFields, correctors, type KnownData } from '../domain/comparison.ts';
import { type ConsularEntry, type ConsularStanding, leavingReasons } from '../domain/consular-entry.ts';
import { agreements } from '../domain/same-text.ts';
import type { Comparison } from '../use-cases/compare-registers.ts';
import { snake } from './api-schemas.ts';
import {
  address,
  citizenship,
  country,
  instant,
  municipality,
  partialDate,
  personId,
  place,
  text,
} from './record-schema.ts';

const officeId = z.string().max(60);
const state = z.enum(['waiting_for_municipality', 'registered_with_aire', 'ended']);
const maritalState = z.string().max(40);

export const standingSchema = z.strictObject({
  account: z.literal(true),
  consular_register: z
    .strictObject({ office_id: officeId, since: instant, state: state.exclude(['ended']) })
    .nullable(),
  aire: z.strictObject({ municipality, since: partialDate }).nullable(),
});

export function standingOut({ consularRegister, aire }: ConsularStanding): z.output<typeof standingSchema> {
  return {
    account: true,
    consular_register:
      consularRegister === undefined
        ? null
        : {
            office_id: consularRegister.officeId,
            since: consularRegister.since.toString(),
            state: consularRegister.state,
          },
    aire: aire === undefined ? null : { municipality: aire.municipalityId, since: aire.since },
  };
}

const known = z.strictObject({
  family_name: text.optional(),
  given_name: text.optional(),
  sex: z.enum(['M', 'F']).optional(),
  born_on: partialDate.optional(),
  birth_place: place.optional(),
  tax_code: z.string().max(16).optional(),
  citizenships: z.array(citizenship).max(100),
  marital_status: maritalState.optional(),
  address: address.optional(),
  municipality: municipality.optional(),
});

export const comparisonSchema = z.strictObject({
  consular_register: known.nullable(),
  national_registry: known.nullable().describe('null without a digital identity, or without a record'),
  tax_code: z
    .strictObject({
      family_letters: z.string().max(3),
      given_letters: z.string().max(3),
      sex: z.enum(['M', 'F']),
      year_of_century: z.int().min(0).max(99),
      month: z.int().min(1).max(12),
      day: z.int().min(1).max(31),
      place: z.strictObject({ code: z.string().max(4), name: text.optional(), country: country.optional() }),
    })
    .nullable()
    .describe('What the tax code says: hints, no proof'),
  items: z
    .array(
      z.strictObject({
        field: z.enum(comparedFields),
        agreement: z.enum(agreements),
        fits_tax_code: z.strictObject({ consular: z.boolean().optional(), registry: z.boolean().optional() }),
        correct: z.array(z.enum(correctors)).max(3).describe('Who can put it right'),
      }),
    )
    .max(20),
  next: z.null(),
});

function knownOut(data: KnownData | undefined): z.output<typeof known> | null {
  if (data === undefined) return null;
  const { familyName, givenName, sex, bornOn, birthPlace, taxCode, citizenships, maritalStatus } = data;
  const said = { familyName, givenName, sex, bornOn, birthPlace, taxCode, citizenships, maritalStatus };
  const given = { ...said, address: data.address, municipality: data.municipality };
  return known.parse(snake(JSON.parse(JSON.stringify(given))));
}

const itemOut = ({ field, agreement, fits, correct }: ComparedDatum) => ({
  field,
  agreement,
  fits_tax_code: fits,
  correct: [...correct],
});

export function comparisonOut({
  consular,
  registry,
  code,
  data,
}: Comparison): z.output<typeof comparisonSchema> {
  return {
    consular_register: knownOut(consular),
    national_registry: knownOut(registry),
    tax_code:
      code === undefined
        ? null
        : {
            family_letters: code.familyLetters,
            given_letters: code.givenLetters,
            sex: code.sex,
            year_of_century: code.yearOfCentury,
            month: code.month,
            day: code.day,
            place: code.place,
          },
    items: data.map(itemOut),
    next: null,
  };
}

export const entryId = z.uuid().max(36);

export const foundEntry = z.strictObject({
  entry_id: entryId,
  family_name: text.optional(),
  given_name: text.optional(),
  born_on: partialDate,
  tax_code: z.string().max(16).optional(),
  state,
  entered_at: instant,
});

export function foundEntryOut(entry: ConsularEntry): z.output<typeof foundEntry> {
  const { familyName, givenName, taxCode } = entry;
  return {
    entry_id: entry.id,
    ...(familyName !== undefined && { family_name: familyName }),
    ...(givenName !== undefined && { given_name: givenName }),
    born_on: entry.birth.on,
    ...(taxCode !== undefined && { tax_code: taxCode }),
    state: entry.state,
    entered_at: entry.enteredAt.toString(),
  };
}

export const entrySchema = foundEntry.extend({
  person_id: personId.nullable(),
  sex: z.enum(['M', 'F']).optional(),
  birth_place: place.optional(),
  citizenships: z.array(citizenship).max(100),
  marital_status: maritalState.optional(),
  addresses: z.array(address).min(1).max(100),
  municipality: municipality.optional(),
  source: z.string().max(200),
  aire_since: z.iso.date().nullable(),
  aire_source: z.string().max(200).nullable(),
  ended_at: instant.nullable(),
  why: z.enum(leavingReasons).nullable(),
  moved_to: officeId.nullable(),
});

export function entryOut(entry: ConsularEntry): z.output<typeof entrySchema> {
  const { personId: person, sex, birth, citizenships, maritalStatus, addresses, source } = entry;
  const { aireSince, aireSource, endedAt, why, movedTo } = entry;
  return entrySchema.parse({
    ...foundEntryOut(entry),
    person_id: person,
    ...(sex && { sex }),
    ...(birth.place && { birth_place: birth.place }),
    citizenships,
    ...(maritalStatus && { marital_status: maritalStatus }),
    addresses: snake(addresses),
    ...(entry.municipality && { municipality: entry.municipality }),
    source,
    aire_since: aireSince,
    aire_source: aireSource,
    ended_at: endedAt?.toString() ?? null,
    why,
    moved_to: movedTo,
  });
}
