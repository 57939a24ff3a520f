import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoCitizens, demoOfficials } from '#demo/people.ts';
import { demoPeople, demoPersonId } from '#demo/registry/people.ts';
import { openOfficialSessions, openSessions } from '#modules/identity/public.ts';
import { connectAccount } from '#modules/registry/public.ts';
import { expectGoodPage, openChromium } from '#tests/support/chromium.ts';
import { startSite, type TestSite } from '#tests/support/site.ts';

const system = { kind: 'system', task: 'test' } as const;
const bruno = demoPersonId('bruno');
const taxCode = demoPeople.find(({ id }) => id === bruno)?.taxCode ?? '';

let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({ passkeys: true }), openChromium()]);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await site.end();
});

async function pageWith(cookie: { name: string; value: string }, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  await context.addCookies([{ ...cookie, url: site.url }]);
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.fail(`The page throws: ${error.message}`));
  return page;
}

async function citizenPage(): Promise<Page> {
  const accountId = demoCitizens(60)[0]?.id ?? '';
  await connectAccount(site.deps, { accountId, personId: bruno, by: 'spid' });
  const [session] = await site.deps.db.transaction(system, (tx) =>
    openSessions(tx, [accountId], site.deps.now(), 2),
  );
  return pageWith({ name: 'session', value: session?.cookie ?? '' }, 360);
}

async function officialPage(who: (official: (typeof demoOfficials)[number]) => boolean): Promise<Page> {
  const official = demoOfficials.find(who);
  const [session] = await site.deps.db.transaction(system, (tx) =>
    openOfficialSessions(tx, [official?.id ?? ''], site.deps.now()),
  );
  return pageWith({ name: 'desk', value: session?.cookie ?? '' }, 360);
}

const clerkPage = () =>
  officialPage(({ roles }) =>
    roles.some(({ officeId, role }) => officeId === 'comune-a952' && role === 'operator'),
  );

describe('certificates', () => {
  test('CE-5, CE-7, CE-11: on a phone: without stamp at once; with the stamp after paying, and never before', async () => {
    const page = await citizenPage();
    await page.goto(`${site.url}/it/certificates/new`);
    await expectGoodPage(page);
    await page.check('input[value=residence]');
    await page.check('input[value=family_relationships]');
    await page.getByRole('button', { name: 'Continua' }).click();
    await page.waitForURL(/\/details\?/);
    await expectGoodPage(page);
    await page.check('input[value=judicial]');
    await page.check('input[value=de]');
    await page.getByLabel('Per e-mail, con il PDF allegato').check();
    await page.getByRole('button', { name: 'Chiedi il certificato' }).click();
    await page.waitForURL(/\/certificates\/[0-9a-f-]{36}$/);
    await expectGoodPage(page);
    const link = await page.getAttribute('a[href$="certificate.pdf"]', 'href');
    const paper = await page.request.get(`${site.url}${link}`);
    expect(paper.headers()['content-type']).toBe('application/pdf');
    const letter = await site.letterTo(demoCitizens(60)[0]?.email ?? '', /certificato è pronto/);
    expect(letter.attachments[0]?.content.equals(await paper.body())).toBe(true);

    await page.goto(`${site.url}/it/certificates/new/details?person=${bruno}&kinds=birth`);
    await page.check('input[value=stamp]');
    await page.getByRole('button', { name: 'Chiedi il certificato' }).click();
    await page.waitForURL(/\/payments\/[0-9a-f-]{36}$/);
    await page.goto(`${site.url}/it/certificates`);
    await expectGoodPage(page);
    await page.getByRole('link', { name: 'Nascita', exact: true }).click();
    await expectGoodPage(page);
    expect(await page.locator('a[href$="certificate.pdf"]').count()).toBe(0);
    await page.getByRole('link', { name: 'Vai al pagamento' }).click();
    await page.getByRole('button', { name: /^Paga/ }).click();
    await page.waitForURL(/\/demo\/pagopa\/checkouts\//);
    await page.selectOption('[name=choice]', 'pay');
    await page.getByRole('button', { name: 'Vai avanti' }).click();
    await page.waitForURL(/\/certificates\/[0-9a-f-]{36}$/);
    await page.waitForSelector('a[href$="certificate.pdf"]');
    expect(await page.textContent('main')).toContain('Valido');
  }, 60_000);
});

describe('the registry', () => {
  test('RG-1 RG-5 BO-1 OF-6 CE-2: a clerk corrects a record, and its person reads what changed and who has read it', async () => {
    const clerk = await clerkPage();
    await clerk.goto(`${site.url}/it/desk`);
    await clerk.getByRole('link', { name: 'Cerca un residente' }).click();
    await clerk.fill('[name=taxCode]', taxCode);
    await clerk.getByRole('button', { name: 'Cerca' }).click();
    await clerk.waitForSelector('main table');
    await expectGoodPage(clerk);
    await clerk.getByRole('link', { name: 'Bruno Lampachiari' }).click();
    await clerk.getByRole('button', { name: 'Apri la scheda' }).click();
    await expectGoodPage(clerk);
    await clerk.getByRole('link', { name: 'Stato civile' }).first().click();
    await expectGoodPage(clerk);
    await clerk.goto(clerk.url().replace('marital-status', 'certifiability'));
    await clerk.selectOption('[name=certifiability]', 'partial');
    await clerk.fill('[name=act]', 'Nota n. 12 del 24 novembre 2026');
    await clerk.fill('[name=reason]', 'Accertamento in corso');
    await clerk.getByRole('button', { name: 'Registra' }).click();
    await clerk.waitForURL(/done=yes/);
    await clerk.getByRole('link', { name: 'Storia della scheda' }).click();
    await expectGoodPage(clerk);
    await clerk.context().close();

    const person = await citizenPage();
    await person.goto(`${site.url}/it/your-data`);
    await expectGoodPage(person);
    expect(await person.textContent('#certifiability')).toContain('parziale');
    expect(await person.textContent('#changes')).toContain('Accertamento in corso');
    await person.getByRole('link', { name: 'Chi ha letto i tuoi dati' }).click();
    await expectGoodPage(person);
    expect(await person.textContent('main')).toContain('Comune di Bolzano');
    await person.goto(`${site.url}/it/your-data/digital-domicile`);
    await expectGoodPage(person);
    expect(await person.textContent('main')).toContain('bruno.lampachiari@pec.example');
    await person.goto(`${site.url}/it/municipalities/a952`);
    await expectGoodPage(person);
    // With a record that may be certified in part, two kinds are left, and the page says which rule it is.
    await person.goto(`${site.url}/it/certificates/new`);
    await expectGoodPage(person);
    expect(
      await person
        .locator('input[name=kinds]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('value'))),
    ).toEqual(['residence', 'family_status']);
    await person.context().close();
  }, 60_000);
});

describe('keys of certificates', () => {
  test('BO-1, CE-6: one administrator proposes to take a key out of trust, another one is asked to confirm', async () => {
    const page = await officialPage(({ email }) => email === 'ministero@ufficio.example');
    await page.request.get(`${site.url}/api/v1/certificate-keys`);
    await page.goto(`${site.url}/it/desk/certificate-keys`);
    await page.selectOption('select[name=trusted_key]', { index: 1 });
    await page.getByLabel('Motivo').fill('Portatile rubato');
    await page.getByRole('button', { name: 'Proponi' }).click();
    await page.getByText('la conferma spetta a un altro').waitFor();
    const other = await officialPage(({ email }) => email === 'ministero.controlli@ufficio.example');
    await other.goto(`${site.url}/it/desk/certificate-keys`);
    await other.getByRole('button', { name: 'Conferma: togli la chiave dalla fiducia' }).waitFor();
    await expectGoodPage(other);
    await other.getByRole('button', { name: 'Ritira la proposta' }).click();
    await other.getByText('Proposta ritirata').waitFor();
  });
});
