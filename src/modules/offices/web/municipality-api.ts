import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import type { Deps } from '#platform/deps.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { findMunicipality } from '../domain/municipal-office.ts';
import type { MunicipalService } from '../domain/municipal-service.ts';
import { disconnectionReasons, type RegistryConnection } from '../domain/registry-connection.ts';
import {
  type MunicipalServiceRefusal,
  publishMunicipalService,
  readMunicipalServices,
  withdrawMunicipalService,
} from '../use-cases/municipal-services.ts';
import {
  type ConnectionRefusal,
  decideRegistryConnection,
  readRegistryConnection,
} from '../use-cases/registry-connection.ts';
import { municipalAdministratorsOnly } from './municipality-desk.ts';
import { isOffered, nationalServices } from './national-services.ts';

const code = z
  .string()
  .max(4)
  .regex(/^[A-Za-z]\d{3}$/)
  .describe('Code of the municipality in the land registry, as `A952`');
const officeId = z
  .string()
  .max(20)
  .regex(/^[a-z0-9-]+$/);
const connectionSchema = z.strictObject({
  connected: z.boolean(),
  why: z.enum(disconnectionReasons).optional(),
  since: z.iso.datetime({ offset: true }).max(40).optional(),
  back_on: z.iso.date().optional(),
});
const line = z.string().trim().min(1).max(120);
const text = z.string().trim().min(1).max(2000);
const serviceSchema = z.strictObject({
  service_id: z.uuid().max(36),
  title_it: line,
  title_en: line,
  text_it: text,
  text_en: text,
  url: z.url().max(500).optional(),
});
const municipalitySchema = z.strictObject({
  municipality: code,
  name: z.string().max(200),
  province: z.string().max(2),
  email: z.string().max(200),
  pec: z.string().max(200),
  phone: z.string().max(40),
  address: z.string().max(300),
  registry_connection: connectionSchema,
  national_services: z.array(z.enum(nationalServices)).max(nationalServices.length),
  services: z.array(serviceSchema).max(1000),
});
const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .min(8)
    .max(200)
    .regex(/^[\w-]+$/),
});
const serviceBody = z.strictObject({
  title_it: line,
  title_en: line,
  text_it: text,
  text_en: text,
  url: z
    .url()
    .max(500)
    .regex(/^https:\/\//)
    .optional(),
});
const connectionBody = z.discriminatedUnion('connected', [
  z.strictObject({ connected: z.literal(true) }),
  z.strictObject({
    connected: z.literal(false),
    why: z.enum(disconnectionReasons),
    back_on: z.iso
      .date()
      .refine((raw) => parseCivilDate(raw).ok)
      .optional(),
  }),
]);

function connectionOut(connection: RegistryConnection): z.output<typeof connectionSchema> {
  if (connection.connected) return { connected: true };
  const { why, since, backOn } = connection;
  return { connected: false, why, since: since.toString(), ...(backOn === null ? {} : { back_on: backOn }) };
}

function serviceOut({ id, title, text: words, url }: MunicipalService): z.output<typeof serviceSchema> {
  return {
    service_id: id,
    title_it: title.it,
    title_en: title.en,
    text_it: words.it,
    text_en: words.en,
    ...(url === null ? {} : { url }),
  };
}

const statuses: Record<
  (MunicipalServiceRefusal | ConnectionRefusal)['code'],
  { status: number; title: string }
> = {
  not_yours: { status: 404, title: 'There is no such municipality among yours' },
  no_such_service: { status: 404, title: 'There is no such service' },
  back_in_the_past: { status: 422, title: 'The day of return is in the past' },
  key_reused: { status: 422, title: 'This idempotency key was used for another request' },
};
const refuse = (reply: FastifyReply, { code: why }: MunicipalServiceRefusal | ConnectionRefusal) =>
  sendProblem(reply, { ...statuses[why], code: why });

const tags = ['municipalities'];

/** Municipalities for machines: what everybody may read, and what their administrators set up. */
export function municipalityApi(deps: Deps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.get(
      '/api/v1/municipalities/:municipality',
      {
        schema: {
          tags,
          operationId: 'see-municipality',
          summary: 'One municipality, its services and whether it is connected to the registry',
          params: z.strictObject({ municipality: code }),
          querystring: z.strictObject({ language: z.enum(['it', 'en']).default('it') }),
          response: { 200: municipalitySchema },
        },
      },
      async (request, reply) => {
        const office = await findMunicipality(request.params.municipality);
        if (office === undefined) return reply.notFound();
        const [connection, own] = await Promise.all([
          readRegistryConnection(deps, office.municipality.code),
          readMunicipalServices(deps, office.id),
        ]);
        return {
          municipality: office.municipality.code,
          name: office.municipality.name[request.query.language],
          province: office.municipality.province,
          email: office.email,
          pec: office.pec,
          phone: office.phone,
          address: office.address,
          registry_connection: connectionOut(connection),
          national_services: nationalServices.filter((each) => isOffered(each, connection.connected)),
          services: own.map(serviceOut),
        };
      },
    );
    await app.register(deskApi(deps));
  };
}

function deskApi(deps: Deps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', municipalAdministratorsOnly);
    const base = '/api/v1/desk/offices/:office_id';
    app.post(
      `${base}/municipal-services`,
      {
        schema: {
          tags,
          operationId: 'publish-municipal-service',
          summary: 'Publish a service of the municipality',
          params: z.strictObject({ office_id: officeId }),
          headers: idempotencyHeader,
          body: serviceBody,
          response: { 201: z.strictObject({ service_id: z.uuid().max(36) }) },
        },
      },
      async (request, reply) => {
        const { body } = request;
        const published = await publishMunicipalService(
          deps,
          {
            by: officialOf(request),
            officeId: request.params.office_id,
            key: request.headers['idempotency-key'],
          },
          {
            title: { it: body.title_it, en: body.title_en },
            text: { it: body.text_it, en: body.text_en },
            url: body.url ?? null,
          },
        );
        if (!published.ok) return refuse(reply, published.refusal);
        return reply.code(201).send({ service_id: published.value.id });
      },
    );
    app.delete(
      `${base}/municipal-services/:service_id`,
      {
        schema: {
          tags,
          operationId: 'withdraw-municipal-service',
          summary: 'Withdraw a service of the municipality',
          params: z.strictObject({ office_id: officeId, service_id: z.uuid().max(36) }),
          headers: idempotencyHeader,
          response: { 204: z.null().describe('Withdrawn') },
        },
      },
      async (request, reply) => {
        const withdrawn = await withdrawMunicipalService(
          deps,
          {
            by: officialOf(request),
            officeId: request.params.office_id,
            key: request.headers['idempotency-key'],
          },
          request.params.service_id,
        );
        return withdrawn.ok ? reply.code(204).send(null) : refuse(reply, withdrawn.refusal);
      },
    );
    app.post(
      `${base}/registry-connections`,
      {
        schema: {
          tags,
          operationId: 'decide-registry-connection',
          summary: 'Say that the municipality is cut off from the national registry, or back',
          params: z.strictObject({ office_id: officeId }),
          headers: idempotencyHeader,
          body: connectionBody,
          response: { 200: connectionSchema },
        },
      },
      async (request, reply) => {
        const { body } = request;
        const decided = await decideRegistryConnection(
          deps,
          {
            by: officialOf(request),
            officeId: request.params.office_id,
            key: request.headers['idempotency-key'],
          },
          body.connected
            ? body
            : { connected: false, why: body.why, backOn: (body.back_on as CivilDate | undefined) ?? null },
        );
        if (!decided.ok) return refuse(reply, decided.refusal);
        const municipality = request.params.office_id.slice('comune-'.length);
        return connectionOut(await readRegistryConnection(deps, municipality));
      },
    );
  };
}
