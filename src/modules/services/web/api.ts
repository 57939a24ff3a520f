import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayAt } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { listOf } from '#platform/web/api-schemas.ts';
import { findService, listAllServices, listServices } from '../domain/catalogue.ts';
import { readOffer, readOffers } from '../use-cases/offers.ts';
import {
  offerOut,
  offerSchema,
  serviceOut,
  serviceSchema,
  serviceSummary,
  summaryOut,
} from './api-schemas.ts';
import { offerState } from './offer-state.ts';

const tags = ['services'];
const querystring = z.strictObject({ language: z.enum(['it', 'en']).default('it') });
const officeId = z.string().max(80);
const serviceId = z.string().max(80);
const state = z.string().max(300).describe('Whether it can be booked here, in words');

/** The catalogue and its instructions for machines, in general and at each office. */
export function serviceApi(deps: Deps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.get(
      '/api/v1/services',
      {
        schema: {
          tags,
          operationId: 'list-services',
          summary: 'The catalogue of services',
          querystring,
          response: { 200: listOf(serviceSummary, 500) },
        },
      },
      async ({ query }) => ({
        items: listAllServices().map((service) => summaryOut(service, query.language)),
        next: null,
      }),
    );

    app.get(
      '/api/v1/services/:service_id',
      {
        schema: {
          tags,
          operationId: 'see-service',
          summary: 'The instructions of a service: who, how, what to bring, costs of today, times, law',
          params: z.strictObject({ service_id: serviceId }),
          querystring,
          response: { 200: serviceSchema },
        },
      },
      async (request, reply) => {
        const service = findService(request.params.service_id);
        if (service === undefined) return reply.notFound();
        return serviceOut(service, request.query.language, dayAt(deps.now(), 'Europe/Rome'));
      },
    );

    app.get(
      '/api/v1/offices/:office_id/services',
      {
        schema: {
          tags,
          operationId: 'list-services-of-office',
          summary: 'The services of an office, each with its state',
          params: z.strictObject({ office_id: officeId }),
          querystring,
          response: { 200: listOf(serviceSummary.extend({ state }), 500) },
        },
      },
      async (request, reply) => {
        const office = findOffice(request.params.office_id);
        if (office === undefined) return reply.notFound();
        const { language } = request.query;
        const offers = await readOffers(deps, office.id);
        const items = listServices().map((service) => {
          const offer = offers.find((each) => each.serviceId === service.id);
          return {
            ...summaryOut(service, language),
            state: offerState(service, offer, deps.now(), language),
          };
        });
        return { items, next: null };
      },
    );

    app.get(
      '/api/v1/offices/:office_id/services/:service_id',
      {
        schema: {
          tags,
          operationId: 'see-service-of-office',
          summary: 'The instructions of a service at an office, with what the office has decided about it',
          params: z.strictObject({ office_id: officeId, service_id: serviceId }),
          querystring,
          response: { 200: serviceSchema.extend({ state, offer: offerSchema.nullable() }) },
        },
      },
      async (request, reply) => {
        const office = findOffice(request.params.office_id);
        const service = findService(request.params.service_id);
        if (office === undefined || service === undefined) return reply.notFound();
        const { language } = request.query;
        const offer = await readOffer(deps, office.id, service.id);
        return {
          ...serviceOut(service, language, dayAt(deps.now(), office.timeZone)),
          state: offerState(service, offer, deps.now(), language),
          offer: offer === undefined ? null : offerOut(offer),
        };
      },
    );
  };
}
