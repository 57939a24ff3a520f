import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenApi } from '#tests/support/api-offences.ts';
import { testApp } from '#tests/support/app.ts';
import { type RegisteredRoute, withRoutes } from '#tests/support/routes.ts';
import { testDeps } from '#tests/support/store.ts';
import { counterparts } from './page-and-api.ts';

let app: FastifyInstance;
let posting: readonly string[];
let operations: ReadonlySet<string>;

const posts = ({ method, path }: RegisteredRoute) =>
  !['GET', 'HEAD', 'OPTIONS'].includes(method) && !path.startsWith('/api/');

beforeAll(async () => {
  const deps = await testDeps();
  const built = await withRoutes(() => testApp(deps));
  app = built.app;
  posting = built.routes.filter(posts).map(({ method, path }) => `${method} ${path}`);
  const { paths } = (await app.inject('/api/v1/openapi.json')).json<OpenApi>();
  operations = new Set(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    ),
  );
});
afterAll(() => app.close());

describe('everything that the pages do', () => {
  test('BO-4: each page that posts stands beside the operation of the API that does the same', () => {
    const missing = posting.filter((page) => counterparts[page] === undefined);
    expect(missing, 'pages without a line in tests/architecture/page-and-api.ts').toEqual([]);
  });

  test('BO-4: each line is a page and an operation that exist, or says why there is none', () => {
    const idle = Object.keys(counterparts).filter((page) => !posting.includes(page));
    expect(idle, 'lines without a page').toEqual([]);
    const wrong = Object.entries(counterparts).filter(([, counterpart]) =>
      typeof counterpart === 'string' ? !operations.has(counterpart) : counterpart.none.length < 40,
    );
    expect(wrong, 'lines without an operation, or without a reason').toEqual([]);
  });
});
