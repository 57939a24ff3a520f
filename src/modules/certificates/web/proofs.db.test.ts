import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoJoining, demoPersonId } from '#demo/registry/people.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { createPeople } from '#modules/identity/public.ts';
import { connectAccount, loadRecords } from '#modules/registry/public.ts';
import { testApp } from '#tests/support/app.ts';
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { testSealing } from '#tests/support/sealing.ts';
import { citizenBrowser } from '#tests/support/signed-in.ts';
import { testDeps } from '#tests/support/store.ts';

const system = { kind: 'system', task: 'test' } as const;
let app: FastifyInstance;
let deps: Awaited<ReturnType<typeof testDeps>>;
let bruno: TestBrowser;
let unknown: TestBrowser;

async function accountOf(personId: string | undefined, index: number): Promise<string> {
  const person = {
    givenName: 'Bruno',
    familyName: 'Lampachiari',
    bornOn: civilDate('1979-04-18'),
    email: `bruno.${index}@persone.example`,
    mobile: `+3933300000${index}`,
    country: 'IT',
    place: 'Bolzano',
    officeId: null,
    locale: 'it' as const,
  };
  const [accountId = ''] = await deps.db.transaction(system, (tx) =>
    createPeople(deps, tx, [person], 'no password'),
  );
  if (personId !== undefined) await connectAccount(deps, { accountId, personId, by: 'spid' });
  return accountId;
}

beforeAll(async () => {
  deps = await testDeps();
  await deps.db.transaction(system, (tx) => loadRecords(tx, demoJoining()));
  app = await testApp(deps);
  bruno = await citizenBrowser(app, deps, await accountOf(demoPersonId('bruno'), 10), { spidLevel: 2 });
  unknown = await citizenBrowser(app, deps, await accountOf(undefined, 11), { spidLevel: 2 });
});
afterAll(() => app.close());

const codeOn = (browser: TestBrowser) => /[0-9A-Z]{6}-[0-9A-Z]{6}-[0-9A-Z]{6}/.exec(browser.text)?.[0] ?? '';

async function checked(code: string): Promise<string> {
  const anybody = openBrowser(app);
  await anybody.open('/v');
  await anybody.send('/v/codes', { code });
  return anybody.text;
}

describe('a proof for one purpose', () => {
  test('is made, fetched, checked by anybody, and taken back by its person', async () => {
    await bruno.open('/proofs');
    await bruno.send('/proofs', { of_age: 'yes' });
    expect(bruno.text).toContain('L’attestazione è pronta');
    const code = codeOn(bruno);
    const path = /href="(\/it\/proofs\/[^"]+\.pdf)"/.exec(bruno.page.body)?.[1] ?? '';
    const cookie = `session=${bruno.cookies.get('session')}`;
    const file = await app.inject({ url: path, headers: { cookie } });
    const paper = await readPdf(file.rawPayload);
    expect(paper.standard).toBe('2A');
    expect(paper.text).toContain('è maggiorenne');
    expect(paper.text).toContain('FAC-SIMILE');
    expect(paper.text).toContain(code);
    // The purpose is age: neither the date of birth nor the address stands on it.
    expect(paper.text).not.toMatch(/1979|Bolzano/);

    const valid = await checked(code);
    expect(valid).toContain('Valido');
    expect(valid).toContain('è maggiorenne');
    await bruno.send('/revocation');
    expect(bruno.text).toContain('Revocata');
    expect(await checked(code)).toContain('Revocato');
  });

  test('is not made without a choice, without a record, or when the seal is away – and nothing chosen is lost', async () => {
    await bruno.open('/proofs');
    await bruno.send('/proofs', {});
    expect(bruno.text).toContain('Scegli almeno un fatto');
    await unknown.open('/proofs');
    await unknown.send('/proofs', { of_age: 'yes' });
    expect(unknown.text).toContain('Non abbiamo trovato la tua scheda');
    const { timeStamps } = await testSealing();
    timeStamps.fail('down', 'down', 'down');
    await bruno.open('/proofs');
    await bruno.send('/proofs', { italian_citizen: 'yes' });
    expect(bruno.page.statusCode).toBe(503);
    expect(bruno.page.body).toMatch(/name="italian_citizen"[^>]*checked/);
    // The same form again goes on where it was.
    await bruno.send('/proofs', { italian_citizen: 'yes' });
    expect(bruno.text).toContain('L’attestazione è pronta');
    expect(await checked(codeOn(bruno))).toContain('ha la cittadinanza italiana');
  });

  test('is nobody else’s: another person finds nothing', async () => {
    await bruno.open('/proofs');
    const path = /href="(\/it\/proofs\/[^"]+\.pdf)"/.exec(bruno.page.body)?.[1] ?? '';
    await unknown.open(path);
    expect(unknown.page.statusCode).toBe(404);
  });
});
