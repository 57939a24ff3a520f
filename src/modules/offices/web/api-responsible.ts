import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isCountryCode } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { officesFor, type ResponsibleOffice } from '../domain/responsible-office.ts';

const named = z.strictObject({ office_id: z.string().max(80), name: z.string().max(200) });
const answer = z.strictObject({
  kind: z
    .enum(['one', 'choose', 'italy', 'choose_municipality', 'none'])
    .describe('`choose`: the person says which; `italy`: the municipality answers, and no office'),
  why: z.string().max(40).nullable().describe('Why it is this one, or why nobody but the person can say'),
  offices: z.array(named).max(100),
  municipalities: z
    .array(z.strictObject({ name: z.string().max(200), province: z.string().max(10) }))
    .max(100),
  is_demonstration: z.boolean().describe('The district behind the answer is demonstration data'),
});

function answerOut(found: ResponsibleOffice, locale: Locale): z.output<typeof answer> {
  const empty = { why: null, offices: [], municipalities: [], is_demonstration: false };
  switch (found.kind) {
    case 'one':
    case 'choose': {
      const offices = found.kind === 'one' ? [found.office] : found.offices;
      return {
        ...empty,
        kind: found.kind,
        why: found.why,
        offices: offices.map(({ id, name }) => ({ office_id: id, name: name[locale] })),
        is_demonstration: found.isDemonstration,
      };
    }
    case 'italy':
    case 'choose_municipality': {
      const municipalities = found.kind === 'italy' ? [found.municipality] : found.municipalities;
      return {
        ...empty,
        kind: found.kind,
        why: found.kind === 'italy' ? null : found.why,
        municipalities: municipalities.map(({ name, province }) => ({ name: name[locale], province })),
      };
    }
    case 'none':
      return { ...empty, kind: found.kind, why: found.why };
  }
}

/** Which office answers for a residence (competenza territoriale). */
export function responsibleOfficeApi(plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/api/v1/responsible-offices',
    {
      schema: {
        tags: ['offices'],
        operationId: 'find-responsible-office',
        summary: 'Which office answers for a residence, and why',
        querystring: z.strictObject({
          country: z.string().refine(isCountryCode).describe('ISO 3166-1 alpha-2'),
          place: z
            .string()
            .max(100)
            .regex(/^[^\p{Cc}]*$/u)
            .default('')
            .describe('A town or municipality, or its id from `/places`'),
          language: z.enum(['it', 'en']).default('it'),
        }),
        response: { 200: answer },
      },
    },
    async ({ query }) => {
      const { country, place, language } = query;
      return answerOut(await officesFor({ country, place }), language);
    },
  );
}
