import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoOfficials, demoPassword } from '#demo/people.ts';
import { entryUrl } from '#modules/appointments/testing.ts';
import { codeAt, openSessions } from '#modules/identity/public.ts';
import { expectGoodPage, openChromium } from '#tests/support/chromium.ts';
import { cameraLookingAt } from '#tests/support/film.ts';
import { startSite, type TestSite } from '#tests/support/site.ts';

interface Booked {
  readonly id: string;
  readonly office_id: string;
  readonly account_id: string;
  readonly family_name: string;
}

let site: TestSite;
let browser: Browser;
let film: ReturnType<typeof cameraLookingAt>;
let booked: Booked;
beforeAll(async () => {
  site = await startSite();
  const [first] = await site.deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
    tx.sql<Booked>(
      "select id, office_id, account_id, family_name from appointments.appointment where state = 'booked' and office_id = 'manchester' limit 1",
    ),
  );
  if (first === undefined) throw new Error('The demonstration has no appointment');
  booked = first;
  film = cameraLookingAt(entryUrl(site.deps, { officeId: booked.office_id, id: booked.id }));
  browser = await openChromium(film.args);
}, 90_000);
afterAll(async () => {
  await browser.close();
  rmSync(dirname(film.file), { recursive: true });
  await site.end();
});

async function clerkPage(locale: 'it' | 'en', width: number): Promise<Page> {
  const official = demoOfficials.find((each) => each.roles.some((role) => role.officeId === 'manchester'));
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.fail(`The page throws: ${error.message}`));
  await page.goto(`${site.url}/${locale}/desk/sign-in`);
  await page.fill('[name=email]', official?.email ?? '');
  await page.fill('[name=password]', demoPassword);
  await page.fill('[name=code]', codeAt(official?.totpSecret ?? '', Temporal.Now.instant()));
  await page.click('main form button[type=submit]:visible');
  await page.waitForURL(/\/desk$/);
  return page;
}

describe('the counter', () => {
  test('BK-8 PA-2 BK-13 BO-5: a clerk with a tablet scans, takes fees, closes the day, reads the report', async () => {
    const page = await clerkPage('it', 768);
    const office = `${site.url}/it/desk/offices/manchester`;

    await page.goto(`${office}/arrivals`);
    await expectGoodPage(page);
    await page.click('code-scanner button');
    await page.waitForURL(/arrivals\?code=/);
    expect(await page.textContent('main')).toContain(booked.family_name);
    await expectGoodPage(page);

    await page.goto(`${office}/receipts/new`);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectGoodPage(page);
    await page.fill('[name=payer_name]', 'Ada Prova');
    await page.fill('[name=q_24]', '2');
    expect(await page.textContent('output')).toMatch(/^40,00\s€$/);
    await page.fill('[name=terminal_reference]', 'POS-0001');
    await page.getByRole('button', { name: 'Emetti la ricevuta' }).click();
    await page.waitForURL(/done=issued/);
    await expectGoodPage(page);
    const link = await page.getAttribute('a[href$="receipt.pdf"]', 'href');
    const paper = await page.request.get(`${site.url}${link}`);
    expect(paper.headers()['content-type']).toBe('application/pdf');

    await page.goto(`${office}/till`);
    await expectGoodPage(page);
    await page.getByRole('link', { name: 'Chiudi la cassa del giorno' }).click();
    await expectGoodPage(page);
    await page.fill('[name=terminal]', '40,00');
    await page.click('main form button[type=submit]:visible');
    await page.waitForURL(/done=closed/);
    expect(await page.textContent('main')).toContain('da ora il giorno non cambia più');

    await page.goto(`${office}/reports/appointments`);
    await expectGoodPage(page);
    const drawn = await page.$$eval('.chart img', (charts) =>
      charts.map((chart) => (chart as HTMLImageElement).naturalWidth),
    );
    expect(drawn).toEqual([920, 920]);
    await page.context().close();
  }, 60_000);

  test('BK-11: a citizen opens the confirmation to print, in their own time too', async () => {
    const [session] = await site.deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
      openSessions(tx, [booked.account_id], site.deps.now()),
    );
    const context = await browser.newContext({
      viewport: { width: 360, height: 800 },
      timezoneId: 'America/Toronto',
    });
    await context.addCookies([{ name: 'session', value: session?.cookie ?? '', url: site.url }]);
    const page = await context.newPage();
    await page.goto(`${site.url}/en/appointments/${booked.id}`);
    await page.click('a[data-own-zone]');
    await page.waitForURL(/printout\?zone=/);
    expect(await page.textContent('main')).toContain('America/Toronto');
    await expectGoodPage(page);
    await context.close();
  }, 60_000);
});
