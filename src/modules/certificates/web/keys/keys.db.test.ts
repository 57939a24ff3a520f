import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { officialBrowser } from '#tests/support/signed-in.ts';
import { testDeps } from '#tests/support/store.ts';

let app: FastifyInstance;
let deps: Awaited<ReturnType<typeof testDeps>>;
beforeAll(async () => {
  deps = await testDeps();
  app = await testApp(deps);
  // Whoever asks for the list of keys makes the first one.
  await app.inject('/api/v1/certificate-keys');
});
afterAll(() => app.close());

const page = '/desk/certificate-keys';
const aMinistry = async (locale = 'it') => {
  const { browser } = await officialBrowser(app, deps, 'manchester', { ministry: true, locale });
  return browser;
};

test('BO-1, CE-6: a key is proposed with a reason, confirmed by another administrator, and the page shows how far it is', async () => {
  const one = await aMinistry();
  await one.open('/desk');
  expect(one.page.body).toContain(`href="/it${page}"`);
  await one.open(page);
  const [, key = ''] = /value="(code_key:[0-9a-f]{16})"/.exec(one.page.body) ?? [];
  await one.send(`${page}/distrusts`, { trusted_key: key, reason: ' ' });
  expect(one.page.statusCode).toBe(422);
  expect(one.text).toContain('Scrivi il motivo');
  expect(one.page.body).toMatch(new RegExp(`value="${key}"[^>]*selected`));
  await one.send(`${page}/distrusts`, { trusted_key: key, reason: 'Portatile rubato' });
  expect(one.text).toContain('Aspetta la conferma di un altro amministratore');
  expect(one.text).toContain('la conferma spetta a un altro');
  const [, id = ''] = /distrusts\/([0-9a-f-]{36})\/withdrawal/.exec(one.page.body) ?? [];
  expect(one.page.body).not.toContain('/confirmation"');

  const other = await aMinistry('en');
  await other.open(page);
  expect(other.text).toContain('Portatile rubato');
  await other.send(`${page}/distrusts/${id}/confirmation`, {});
  expect(other.text).toContain('Under way');
  expect(other.text).toContain('0 valid documents revoked, 0 people told, 0 certificates issued again.');
  expect(other.text).toContain('Out of trust');
  await one.open(page);
  await one.send(`${page}/distrusts`, { trusted_key: key, reason: 'Di nuovo' });
  expect(one.page.statusCode).toBe(409);
  expect(one.text).toContain('già stata proposta o tolta');
});

test('BO-1: the other officials have no such page', async () => {
  const { browser } = await officialBrowser(app, deps, 'manchester', { role: 'office_admin' });
  await browser.open(page);
  expect(browser.page.statusCode).toBe(404);
  await browser.open('/desk');
  expect(browser.page.body).not.toContain(page);
});
