import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { apiOffences, type OpenApi } from '#tests/support/api-offences.ts';
import { bareServer } from '#tests/support/server.ts';
import { registerApiDocs } from './openapi.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await bareServer();
  await registerApiDocs(app, { publicUrl: 'http://localhost:3000', version: '1.2.3' });
  const api = app.withTypeProvider<ZodTypeProvider>();
  const office = z.object({ id: z.string().max(40), places: z.int().min(0).max(500), share: z.number() });
  api.get(
    '/api/v1/offices',
    {
      schema: {
        summary: 'The offices',
        querystring: z.object({ country: z.string().max(2).optional() }),
        response: { 200: z.object({ items: z.array(office), next: z.string().nullable() }) },
      },
    },
    () => ({ items: [], next: null }),
  );
  api.post(
    '/api/v1/offices/:office_id/notices',
    {
      schema: {
        summary: 'A new notice',
        params: z.object({ office_id: z.string().max(40) }),
        body: z.object({ text: z.string().max(500) }),
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (_request, reply) => {
      reply.code(201);
      return { id: 'n' };
    },
  );
  app.get('/offices', (_request, reply) => reply.send('a page'));
  await app.ready();
});
afterAll(() => app.close());

const described = async () => (await app.inject('/api/v1/openapi.json')).json<OpenApi>();

describe('BO-4: the description of the API', () => {
  test('names the API’s routes and the health, and no page', async () => {
    expect(Object.keys((await described()).paths).sort()).toEqual([
      '/api/v1/offices',
      '/api/v1/offices/{office_id}/notices',
      '/status',
    ]);
  });

  test('keeps to the Italian guidelines', async () => {
    expect(apiOffences(await described())).toEqual([]);
  });

  test('says how large numbers may be, and how an operation is called', async () => {
    const document = await described();
    const list = document.paths['/api/v1/offices']?.['get'];
    expect(list?.operationId).toBe('readOffices');
    const schema = JSON.stringify(list?.responses['200']);
    expect(schema).toContain('"format":"int32"');
    expect(schema).toContain('"format":"double"');
    expect(Object.keys(list?.responses ?? {})).toContain('429');
  });

  test('is the same in JSON and YAML', async () => {
    const yaml = await app.inject('/api/v1/openapi.yaml');
    expect(yaml.headers['content-type']).toContain('application/yaml');
    expect(yaml.body).toMatch(/^openapi: "?3\.1\.0/m);
    for (const path of Object.keys((await described()).paths)) expect(yaml.body).toContain(path);
  });

  test('over https it names a real server, over http a sandbox', async () => {
    expect((await described()).servers).toEqual([
      { url: 'http://localhost:3000', description: expect.any(String), 'x-sandbox': true },
    ]);
    const secure = await bareServer({ publicUrl: 'https://sportello.example' });
    await registerApiDocs(secure, { publicUrl: 'https://sportello.example', version: '1.2.3' });
    await secure.ready();
    const document = (await secure.inject('/api/v1/openapi.json')).json<OpenApi>();
    expect(document.servers).toEqual([
      { url: 'https://sportello.example', description: 'This installation' },
    ]);
    await secure.close();
  });

  test('has pages to read it, under a policy that holds there only', async () => {
    const docs = await app.inject('/api/docs/');
    expect(docs.statusCode).toBe(200);
    expect(docs.body).toContain('swagger-ui');
    expect(docs.headers['content-security-policy']).toContain("style-src 'self' 'unsafe-inline'");
    expect(docs.headers['content-security-policy']).toContain("script-src 'self';");
    const other = await app.inject('/api/v1/offices');
    expect(other.headers['content-security-policy']).not.toContain('unsafe-inline');
  });

  test('says what is told in the limits of requests, and they are told', async () => {
    const answer = await app.inject('/api/v1/offices');
    for (const name of ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'])
      expect(answer.headers[name]).toBeDefined();
  });
});

describe('BO-4: an offence against the guidelines is seen', () => {
  const changed = async (change: (document: OpenApi) => void) => {
    const document = structuredClone(await described());
    change(document);
    return apiOffences(document);
  };
  test.each<[string, (document: OpenApi) => void]>([
    ['no summary of the whole', (d) => delete d.info['x-summary']],
    ['a version that is none', (d) => Object.assign(d.info, { version: 'new' })],
    ['no contact', (d) => delete d.info['contact']],
    ['no terms', (d) => delete d.info['termsOfService']],
    ['a server without words', (d) => Object.assign(d.servers[0] ?? {}, { description: '' })],
    ['no status path', (d) => delete d.paths['/status']],
    [
      'a path in capitals',
      (d) => Object.assign(d.paths, { '/api/v1/bigOffices': d.paths['/api/v1/offices'] }),
    ],
    ['no answer for too many requests', (d) => delete d.paths['/api/v1/offices']?.['get']?.responses['429']],
    [
      'no answer for a service that is away',
      (d) => delete d.paths['/api/v1/offices']?.['get']?.responses['503'],
    ],
    [
      'no summary of an operation',
      (d) => Object.assign(d.paths['/api/v1/offices']?.['get'] ?? {}, { summary: '' }),
    ],
    [
      'an error that is no problem',
      (d) =>
        Object.assign(d.paths['/api/v1/offices']?.['get']?.responses ?? {}, {
          404: { description: 'No', content: { 'application/json': { schema: {} } } },
        }),
    ],
    [
      'a bare list',
      (d) =>
        Object.assign(d.paths['/api/v1/offices']?.['get']?.responses ?? {}, {
          200: {
            description: 'List',
            content: { 'application/json': { schema: { type: 'array', items: {} } } },
          },
        }),
    ],
    [
      'a member in camel case',
      (d) =>
        Object.assign(d.components.schemas, {
          Office: { type: 'object', properties: { officeName: { type: 'string' } } },
        }),
    ],
    [
      'a reference that leads nowhere',
      (d) => Object.assign(d.components.schemas, { A: { $ref: '#/components/schemas/B' } }),
    ],
    ['a number without a size', (d) => Object.assign(d.components.schemas, { A: { type: 'integer' } })],
    [
      'a body of a GET',
      (d) => Object.assign(d.paths['/api/v1/offices']?.['get'] ?? {}, { requestBody: { content: {} } }),
    ],
    [
      'a parameter that the path does not have',
      (d) =>
        Object.assign(d.paths['/api/v1/offices']?.['get'] ?? {}, {
          parameters: [{ in: 'path', name: 'office_id', required: true, schema: { type: 'string' } }],
        }),
    ],
    [
      'an authorisation as a parameter',
      (d) =>
        Object.assign(d.paths['/api/v1/offices']?.['get'] ?? {}, {
          parameters: [{ in: 'header', name: 'Authorization', schema: { type: 'string' } }],
        }),
    ],
  ])('%s', async (_, change) => {
    expect(await changed(change)).not.toEqual([]);
  });
});
