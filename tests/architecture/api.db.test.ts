import { expect, test } from 'vitest';
import { apiOffences, type OpenApi } from '#tests/support/api-offences.ts';
import { testApp } from '#tests/support/app.ts';
import { testDeps } from '#tests/support/store.ts';

test('BO-4: every route of the API is described after the Italian guidelines', async () => {
  const app = await testApp(await testDeps());
  const document = (await app.inject('/api/v1/openapi.json')).json<OpenApi>();
  expect(apiOffences(document)).toEqual([]);
  await app.close();
});

test('BO-4: the health answers as it is described', async () => {
  const app = await testApp(await testDeps());
  const answer = await app.inject('/status');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ type: 'about:blank', status: 200 });
  expect((await app.inject('/ready')).json()).toEqual({ ready: true });
  app.draining = true;
  expect((await app.inject('/ready')).statusCode).toBe(503);
  expect((await app.inject('/metrics')).body).toContain('http_request_duration_seconds');
  await app.close();
});
