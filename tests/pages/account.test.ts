import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoCitizens, demoOfficials, demoPassword } from '#demo/people.ts';
import { aQrCode } from '#modules/certificates/testing.ts';
import { codeAt } from '#modules/identity/public.ts';
import { expectGoodPage, openChromium } from '#tests/support/chromium.ts';
import { startSite, type TestSite } from '#tests/support/site.ts';
import { findTraces, findTracesInFiles } from '#tests/support/traces.ts';

let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({ passkeys: true }), openChromium()]);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await site.end();
});

const phone = { viewport: { width: 360, height: 800 } };

async function visit(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.fail(`The page throws: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) expect.fail(message.text());
  });
  return page;
}

/** A telephone with its fingerprint reader. */
async function withAuthenticator(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function enter(page: Page, locale: string, email: string): Promise<void> {
  await page.goto(`${site.url}/${locale}/sign-in`);
  await page.fill('[name=identifier]', email);
  await page.fill('[name=password]', demoPassword);
  await page.click('form[action$="/sign-in"] button[type=submit]');
  await page.waitForURL(/\/account/);
}

describe('the own account', () => {
  test('ID-15 ID-10: a passkey is made, opens the account, confirms its closing, and nothing is left', async () => {
    const [person] = demoCitizens(60).filter((each) => each.officeId === 'melbourne');
    const email = person?.email ?? '';
    const context = await browser.newContext(phone);
    const page = await visit(context);
    await withAuthenticator(page);
    await enter(page, 'it', email);
    await page.goto(`${site.url}/it/account/access`);
    expect(await page.textContent('main')).toContain('questo dispositivo');
    await page.fill('form[action$="/passkeys"] [name=label]', 'Il mio telefono');
    await page.click('form[action$="/passkeys"] .passkey-button');
    await page.waitForURL(/saved=added/);
    expect(await page.textContent('main')).toContain('Il mio telefono');
    await expectGoodPage(page);

    await page.click('.slim form button');
    await page.goto(`${site.url}/it/sign-in`);
    await expectGoodPage(page);
    await page.click('.passkey-button');
    await page.waitForURL(/\/it\/account$/);

    await page.goto(`${site.url}/it/account/closing`);
    await expectGoodPage(page);
    await page.check('[name=understood]');
    await page.click('.passkey-button');
    await page.waitForURL(/closed-accounts/);
    expect(await page.textContent('h1')).toBe('Account chiuso');
    await expectGoodPage(page);
    const letter = await site.letterTo(email, /account è chiuso/);
    expect(letter.text).toContain('Abbiamo cancellato');

    const words = [email, person?.mobile ?? ''];
    await expect.poll(() => findTraces(site.owner, words), { timeout: 10_000 }).toEqual([]);
    expect(
      findTracesInFiles(site.dataDir, words, [
        { path: 'outbox', because: 'It stands for the mailbox of the person, which is not ours to empty.' },
      ]),
    ).toEqual([]);
    await context.close();
  }, 60_000);

  test('ID-15: without JavaScript the pages say what else works', async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
    const page = await visit(context);
    await page.goto(`${site.url}/en/sign-in`);
    expect(await page.textContent('main')).toContain(
      'With JavaScript on you can also sign in with a passkey.',
    );
    expect(await page.isVisible('.passkey-button')).toBe(false);
    await enter(page, 'en', 'ada.london@persone.example');
    await page.goto(`${site.url}/en/account/access`);
    expect(await page.textContent('main')).toContain('you can get in with the password');
    await page.check('[name=forget]');
    await page.click('form[action$="/sign-outs"] button');
    expect(await page.textContent('main')).toContain('Done.');
    await context.close();
  }, 60_000);

  test('ID-9: the change of office says what happens, asks, and is reversed at the desk', async () => {
    const context = await browser.newContext(phone);
    const page = await visit(context);
    await enter(page, 'en', 'ada.zurich@persone.example');
    await page.goto(`${site.url}/en/account/office`);
    await expectGoodPage(page);
    await page.selectOption('[name=country]', 'GB');
    await page.fill('[name=place]', 'Leeds');
    await page.click('main form button[type=submit]:visible');
    expect(await page.textContent('h1')).toContain('Warning');
    await expectGoodPage(page);
    await page.click('main form button[type=submit]:visible');
    expect(await page.textContent('main')).toContain('confirm that you understand');
    await page.check('[name=understood]');
    await page.click('main form button[type=submit]:visible');
    await page.waitForURL(/changed=yes/);
    expect(await page.textContent('main')).toContain('Manchester');

    const clerk = demoOfficials.find((each) => each.email === 'sportello.zurich@ufficio.example');
    await page.goto(`${site.url}/it/desk/sign-in`);
    await expectGoodPage(page);
    await page.fill('[name=email]', clerk?.email ?? '');
    await page.fill('[name=password]', demoPassword);
    await page.fill('[name=code]', codeAt(clerk?.totpSecret ?? '', Temporal.Now.instant()));
    await page.click('main form button[type=submit]:visible');
    await page.waitForURL(/\/desk$/);
    for (const path of ['/desk/access', '/desk/people', '/desk/office-changes']) {
      await page.goto(`${site.url}/it${path}`);
      await expectGoodPage(page);
    }
    await page.click('main .card-line a');
    await expectGoodPage(page);
    await page.fill('[name=reason]', 'Ha scelto il Paese sbagliato e lo ha detto per telefono.');
    await page.click('main form button[type=submit]:visible');
    await page.waitForURL(/reversed=yes/);
    await context.close();
  }, 60_000);

  test('ID-18: the clerk hands over a code on paper, in Italian; the person enters it, in English', async () => {
    const context = await browser.newContext(phone);
    const page = await visit(context);
    const clerk = demoOfficials.find((each) => each.email === 'sportello.manchester@ufficio.example');
    await page.goto(`${site.url}/it/desk/sign-in`);
    await page.fill('[name=email]', clerk?.email ?? '');
    await page.fill('[name=password]', demoPassword);
    await page.fill('[name=code]', codeAt(clerk?.totpSecret ?? '', Temporal.Now.instant()));
    await page.click('main form button[type=submit]:visible');
    await page.waitForURL(/\/desk$/);
    await page.goto(`${site.url}/it/desk/people`);
    await page.fill('[name=sought]', 'ada.manchester@persone.example');
    await page.click('main form button[type=submit]:visible');
    await page.click('main .card-line a');
    await expectGoodPage(page);
    await page.check('[name=document][value=passport]');
    await page.fill('[name=number]', 'YA1234567');
    await page.check('[name=seen]');
    await page.click('form[action$="/re-entries"] button[type=submit]');
    await page.waitForURL(/\/desk\/re-entries\//);
    await expectGoodPage(page);
    const code = (await page.textContent('.paper-code')) ?? '';
    expect(code.trim()).toMatch(/^([A-Z2-9]{4}-){4}[A-Z2-9]{4}$/);
    await page.goto(`${site.url}/en/re-entry`);
    await expectGoodPage(page);
    await page.fill('[name=code]', code.trim().toLowerCase());
    await page.click('main form button[type=submit]:visible');
    expect(await page.textContent('main')).toContain('The code is right but opens on');
    await context.close();
  }, 60_000);
});

describe('SPID', () => {
  const provider = '.spid-provider';

  test('ID-12 ID-13: on a telephone, from the button to the own page and out, here and at the provider', async () => {
    const context = await browser.newContext(phone);
    const page = await visit(context);
    await page.goto(`${site.url}/it/sign-in`);
    await page.click('.spid-button summary');
    await page.keyboard.press('ArrowDown');
    await expectGoodPage(page);
    await page.click(provider);
    await page.waitForURL(/\/demo\/spid\/sso/);
    await page.click('text=Entra come Otto Ventoquieti');
    await page.waitForURL(/\/sign-in\/spid\/arrival/);
    await expectGoodPage(page);
    await page.selectOption('[name=country]', 'GB');
    await page.fill('[name=place]', 'Leeds');
    await page.click('form[action$="/spid/account"] button');
    await page.waitForURL(/\/it\/account$/);
    await expectGoodPage(page);
    await page.goto(`${site.url}/it/account/registry-match`);
    await expectGoodPage(page);
    await page.click('form[action$="/sign-out"] button');
    await page.click('text=Esci anche da Gestore di prova');
    await page.waitForURL(/\/spid\/slo/);
    expect(await page.textContent('main')).toContain('Anche la sessione presso il gestore è chiusa');
    await context.close();
  }, 60_000);

  test('ID-12: without JavaScript each step has its button, and a refusal its reason', async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}/en/sign-in/spid`);
    await page.click(provider);
    await page.click('text=Go on to Gestore di prova');
    await page.waitForURL(/\/demo\/spid\/sso/);
    await page.click('form[data-form=cancel] button');
    await page.click('main button[type=submit]:visible');
    await page.waitForURL(/\/sign-in\/spid\/arrival/);
    expect(await page.textContent('main')).toContain('You cancelled the sign-in.');
    await context.close();
  }, 60_000);
});

describe('checking documents', () => {
  test('CE-6: a document is checked on a telephone without network, after one visit to the page', async () => {
    const context = await browser.newContext(phone);
    const page = await visit(context);
    await page.goto(`${site.url}/it/v`);
    await page.waitForSelector('document-check[kept]', { state: 'attached' });
    await expectGoodPage(page);

    const text = await aQrCode(site.deps);
    const good = text.slice(text.indexOf('#'));
    const changed = `${good.slice(0, -6)}AAAAAA`;
    await context.setOffline(true);
    await page.goto(`${site.url}/it/v`);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, good);
    await page.waitForSelector('#checked .verdict-valid');
    expect(await page.textContent('#checked')).toContain('A.P. 1980');
    await page.evaluate((hash) => {
      location.hash = hash;
    }, changed);
    await page.waitForSelector('#checked .verdict-altered');

    // Somebody puts the lists of before back: true ones, signed by us and not past their time.
    const addresses = ['/api/v1/certificate-keys', '/api/v1/certificate-revocations'];
    const before = await Promise.all(addresses.map(async (address) => (await site.app.inject(address)).body));
    await context.setOffline(false);
    await page.goto(`${site.url}/it/v`);
    const check = (word: string) =>
      page
        .evaluate((hash) => {
          location.hash = '';
          location.hash = hash;
        }, good)
        .then(() => page.waitForSelector(`#checked .verdict-${word}`));
    await check('valid');
    await page.evaluate(() => caches.delete('document-check'));
    for (const [index, address] of addresses.entries())
      await page.route(`**${address}`, (route) =>
        route.fulfill({ contentType: 'application/json', body: before[index] ?? '' }),
      );
    await check('cannot-tell');
    expect(await page.textContent('#checked')).toContain(
      'più vecchio di uno che questo dispositivo ha già visto',
    );
    await context.close();
  });
});
