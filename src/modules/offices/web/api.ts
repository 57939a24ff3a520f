import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isLocale } from '#kernel/locale.ts';
import { findDistricts } from '../domain/districts.ts';
import { findOffice, listOffices } from '../domain/network.ts';
import type { Office } from '../domain/office.ts';
import { searchPlaces } from '../domain/search-places.ts';
import { responsibleOfficeApi } from './api-responsible.ts';

const country = z
  .string()
  .length(2)
  .regex(/^[A-Z]{2}$/);
const language = z.enum(['it', 'en']).default('it');

const officeSchema = z.strictObject({
  office_id: z.string().max(80),
  name: z.string().max(200),
  rank: z.string().max(40),
  city: z.string().max(100),
  country,
  time_zone: z.string().max(60),
  email: z.string().max(200),
  suspended: z.boolean(),
});

const officeDetails = officeSchema.extend({
  address: z.string().max(300),
  phone: z.string().max(40),
  web: z.string().max(200),
  languages: z.array(z.string().max(10)).max(20),
  opening: z
    .array(
      z.strictObject({
        weekday: z.int().min(1).max(7).describe('1 is Monday'),
        from: z.string().max(5),
        until: z.string().max(5),
      }),
    )
    .max(50),
  note: z.string().max(1000).nullable(),
  covers: z.array(z.string().max(2)).max(50).describe('Other States and territories in its care'),
  areas: z.array(z.string().max(200)).max(500).describe('Of its district; demonstration data'),
  contacts_are_demonstration: z.boolean(),
});

const officesAnswer = z.strictObject({
  items: z.array(officeSchema).max(500),
  next: z.string().max(200).nullable(),
});
const placeSchema = z.strictObject({
  place_id: z.string().max(120),
  name: z.string().max(200),
  within: z.string().max(200).optional(),
});
const placesAnswer = z.strictObject({
  items: z.array(placeSchema).max(20),
  next: z.string().max(200).nullable(),
});

function officeOut(office: Office, locale: 'it' | 'en'): z.output<typeof officeSchema> {
  return {
    office_id: office.id,
    name: office.name[locale],
    rank: office.rank,
    city: office.city[locale],
    country: office.country,
    time_zone: office.timeZone,
    email: office.email,
    suspended: office.standing === 'suspended',
  };
}

function detailsOut(office: Office, locale: 'it' | 'en'): z.output<typeof officeDetails> {
  const areas = findDistricts(office.country)?.areas.filter((area) => area.offices.includes(office.id)) ?? [];
  return {
    ...officeOut(office, locale),
    address: office.address,
    phone: office.phone,
    web: office.web,
    languages: [...office.languages],
    opening: office.opening.map((each) => ({ ...each })),
    note: office.note?.[locale] ?? null,
    covers: [...office.covers],
    areas: areas.map((area) => area.name[locale]),
    contacts_are_demonstration: office.contactsAreDemonstration,
  };
}

/** The network for machines, and the suggestions that pages show while somebody types. */
export function officeApi(): FastifyPluginAsync {
  const tags = ['offices'];
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.get(
      '/api/v1/offices',
      {
        schema: {
          tags,
          operationId: 'list-offices',
          summary: 'The consular network',
          querystring: z.strictObject({ country: country.optional(), language }),
          response: { 200: officesAnswer },
        },
      },
      async ({ query }) => ({
        items: listOffices()
          .filter((office) => query.country === undefined || office.country === query.country)
          .map((office) => officeOut(office, query.language)),
        next: null,
      }),
    );
    app.get(
      '/api/v1/offices/:office_id',
      {
        schema: {
          tags,
          operationId: 'see-office',
          summary: 'One office: how to reach it, when it is open, whom it serves',
          params: z.strictObject({
            office_id: z
              .string()
              .max(80)
              .regex(/^[a-z0-9-]+$/),
          }),
          querystring: z.strictObject({ language }),
          response: { 200: officeDetails },
        },
      },
      async (request, reply) => {
        const office = findOffice(request.params.office_id);
        return office === undefined ? reply.notFound() : detailsOut(office, request.query.language);
      },
    );
    responsibleOfficeApi(plain);
    app.get(
      '/api/v1/places',
      {
        schema: {
          tags,
          operationId: 'search-places',
          summary: 'Places that start with what is typed',
          querystring: z.strictObject({
            country,
            text: z
              .string()
              .max(100)
              .regex(/^[^\p{Cc}]*$/u),
            language,
          }),
          response: { 200: placesAnswer },
        },
      },
      async (request, reply) => {
        const { country: code, text, language: asked } = request.query;
        const places = await searchPlaces(code, text, isLocale(asked) ? asked : 'it');
        reply.header('cache-control', 'public, max-age=3600');
        return {
          items: places.map(({ id, name, within }) => ({
            place_id: id,
            name,
            ...(within === null ? {} : { within }),
          })),
          next: null,
        };
      },
    );
  };
}
