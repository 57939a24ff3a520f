import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { completed, problemSchema, statusPath, withFormats } from './openapi-contract.ts';
import { cookieName } from './server.ts';

export interface ApiDescription {
  readonly publicUrl: string;
  readonly version: string;
}

/** The pages of the documentation bring styles of their own; everywhere else the strict policy holds. */
const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
};

type Document = Exclude<ReturnType<FastifyInstance['swagger']>, string>;
type Paths = Record<string, Record<string, Record<string, unknown>>>;

/**
 * Describes the API from the schemas of its routes (OpenAPI 3.1, after the Italian interoperability guidelines), with
 * pages to read and try it. Comes before the modules: only routes that follow are described.
 */
export async function registerApiDocs(
  app: FastifyInstance,
  { publicUrl, version }: ApiDescription,
): Promise<void> {
  const secure = publicUrl.startsWith('https:');
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Sportello',
        version,
        description:
          'Consular appointments, offices, services and citizenship. Errors are problem+json with closed codes; lists are `{"items": […], "next": …}`; a write may be repeated with the same `Idempotency-Key`.',
        termsOfService: `${publicUrl}/it/legal-notes`,
        contact: { name: 'Sportello', email: 'api@sportello.example', url: `${publicUrl}/it` },
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
        'x-summary': 'Consular services for Italians abroad and their families',
        'x-api-id': 'b2b6e8a4-5d3c-4b7f-9a51-6f7d1c2e9a10',
      } as never,
      servers: [
        {
          url: publicUrl,
          description: secure ? 'This installation' : 'This installation, for trying it',
          ...(secure ? {} : { 'x-sandbox': true }),
        } as never,
      ],
      components: {
        schemas: { Problem: problemSchema as never },
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: cookieName(secure, 'session') },
          token: {
            type: 'http',
            scheme: 'bearer',
            description:
              'A token made on the profile page: a random text, no JWT; it can be withdrawn there.',
          },
        },
      },
      security: [{}, { session: [] }, { token: [] }],
    },
    transform: (route) =>
      route.url.startsWith('/api/v1/') && route.schema?.hide !== true
        ? jsonSchemaTransform(route)
        : { schema: { hide: true }, url: route.url },
    transformObject: (document) =>
      finished(('openapiObject' in document ? document.openapiObject : {}) as Document),
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: policy,
    uiConfig: { deepLinking: true },
  });

  let json: string | undefined;
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, (_request, reply) => {
    json ??= JSON.stringify(app.swagger());
    return reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .send(json);
  });
  let yaml: string | undefined;
  app.get('/api/v1/openapi.yaml', { schema: { hide: true } }, (_request, reply) => {
    yaml ??= app.swagger({ yaml: true });
    return reply
      .type('application/yaml; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .send(yaml);
  });
}

function finished(document: Document): Document {
  const described = Object.entries(document.paths as Paths).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods)
        .filter(([method]) => method !== 'head')
        .map(([method, operation]) => [method, completed(method, path, operation)]),
    ),
  ]);
  return withFormats({
    ...document,
    paths: { '/status': statusPath, ...Object.fromEntries(described) },
  }) as Document;
}
