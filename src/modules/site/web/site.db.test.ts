import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { signedInOfficial } from '#tests/support/official.ts';
import { testDeps } from '#tests/support/store.ts';

let apps: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
});

async function start() {
  const deps = await testDeps();
  const app = await testApp(deps);
  apps.push(app);
  return { deps, app };
}

const notice = {
  titleIt: 'Chiusi per la festa del santo',
  titleEn: 'Closed for the patron saint',
  textIt: 'L’ufficio riapre lunedì.',
  textEn: 'The office opens again on Monday.',
  fromOn: '2026-11-26',
  untilOn: '2026-11-27',
};

describe('notices', () => {
  test('OF-4: an office’s notice shows there in both languages, from its first day to its last, and nowhere else', async () => {
    const { deps, app } = await start();
    const admin = await signedInOfficial(app, deps, {
      email: 'admin@ufficio.example',
      roles: [{ officeId: 'manchester', role: 'office_admin' }],
    });
    await admin.open('/desk/offices/manchester/notices');
    await admin.send('/desk/offices/manchester/notices', notice);
    const reader = openBrowser(app);
    const english = openBrowser(app, { locale: 'en' });
    const shown = async (path: string) => (await reader.open(path)).text.includes(notice.titleIt);

    expect(await shown('/offices/manchester')).toBe(false);
    deps.clock.set('2026-11-26T10:00:00Z');
    expect(await shown('/offices/manchester')).toBe(true);
    expect((await english.open('/offices/manchester')).text).toContain(notice.textEn);
    expect(await shown('/offices/london')).toBe(false);
    expect(await shown('/')).toBe(false);
    deps.clock.set('2026-11-27T23:30:00Z');
    expect(await shown('/offices/manchester')).toBe(true);
    deps.clock.set('2026-11-28T00:30:00Z');
    expect(await shown('/offices/manchester')).toBe(false);
  });

  test('OF-4: the ministry writes to everybody; an office cannot, nor to another office', async () => {
    const { deps, app } = await start();
    const ministry = await signedInOfficial(app, deps, {
      email: 'ministero@ufficio.example',
      ministry: true,
      roles: [],
    });
    await ministry.open('/desk/offices/all/notices');
    await ministry.send('/desk/offices/all/notices', { ...notice, fromOn: '2026-11-24' });
    expect((await openBrowser(app).open('/')).text).toContain(notice.titleIt);

    const admin = await signedInOfficial(app, deps, {
      email: 'admin@ufficio.example',
      roles: [{ officeId: 'manchester', role: 'office_admin' }],
    });
    for (const office of ['all', 'london'])
      expect((await admin.open(`/desk/offices/${office}/notices`)).page.statusCode).toBe(404);
  });

  test('OF-4: a last day before the first is refused at its field, and what was written stays', async () => {
    const { deps, app } = await start();
    const admin = await signedInOfficial(app, deps, {
      email: 'admin@ufficio.example',
      roles: [{ officeId: 'manchester', role: 'office_admin' }],
    });
    await admin.open('/desk/offices/manchester/notices');
    await admin.send('/desk/offices/manchester/notices', { ...notice, untilOn: '2026-11-25' });
    expect(admin.page.statusCode).toBe(422);
    expect(admin.page.body).toContain('id="f-untilOn-problem"');
    expect(admin.page.body).toContain(notice.textIt);
  });
});

describe('appointments offered for money', () => {
  test('OF-9: every page says that booking is free and leads to the report', async () => {
    const { app } = await start();
    const reader = openBrowser(app);
    for (const path of ['/', '/offices', '/services/passport', '/register', '/no-such-page']) {
      await reader.open(path);
      expect(reader.page.body, path).toContain('Prenotare è gratis');
      expect(reader.page.body, path).toContain('href="/it/report"');
    }
  });

  test('OF-9: a report gets a code and reaches the office and the ministry, another office never', async () => {
    const { deps, app } = await start();
    const reader = openBrowser(app);
    await reader.open('/report');
    await reader.send('/report', { description: '', office: 'manchester' });
    expect(reader.page.statusCode).toBe(422);
    await reader.send('/report', {
      description: 'Cento euro per un passaporto',
      seenAt: 'un gruppo',
      office: 'manchester',
    });
    const code = /codice della segnalazione è ([0-9A-F]{8})/.exec(reader.text)?.[1] ?? '';
    expect(code).not.toBe('');

    const reports = async (
      email: string,
      roles: { officeId: string; role: 'operator' }[],
      ministry = false,
    ) => (await (await signedInOfficial(app, deps, { email, roles, ministry })).open('/desk/reports')).text;
    expect(await reports('uno@ufficio.example', [{ officeId: 'manchester', role: 'operator' }])).toContain(
      code,
    );
    expect(await reports('due@ufficio.example', [], true)).toContain(code);
    expect(await reports('tre@ufficio.example', [{ officeId: 'london', role: 'operator' }])).not.toContain(
      code,
    );
  });
});

describe('cookies', () => {
  test('OF-10: there is no banner, and every cookie that is set stands on the page in the footer', async () => {
    const { deps, app } = await start();
    const reader = openBrowser(app);
    await reader.open('/cookies');
    const listed = [...reader.page.body.matchAll(/<code>([\w-]+)<\/code>/g)].map(([, name]) => name);
    const set = new Set<string>();
    for (const path of ['/', '/register', '/sign-in', '/recovery', '/report', '/manual', '/search?q=aire']) {
      const { page } = await reader.open(path);
      expect(page.body).not.toMatch(/cookiebar|consenso ai cookie/i);
      expect(page.body).toContain('href="/it/cookies"');
      for (const { name } of page.cookies) set.add(name);
    }
    const official = await signedInOfficial(app, deps, {
      email: 'uno@ufficio.example',
      ministry: true,
      roles: [],
    });
    for (const name of official.cookies.keys()) set.add(name);
    expect(set.size).toBeGreaterThan(1);
    for (const name of set) expect(listed).toContain(name);
  });
});
