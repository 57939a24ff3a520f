import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { testApp } from '#tests/support/app.ts';
import { officialBrowser } from '#tests/support/signed-in.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { confirmationToken } from '../../domain/confirmation-token.ts';
import { anOpenService, aWindow, somePeople } from '../../testing.ts';
import { addWalkIn } from '../../use-cases/add-walk-in.ts';
import { bookPlaces } from '../../use-cases/book-places.ts';
import { cancelAppointment } from '../../use-cases/cancel-appointment.ts';
import { confirmAppointment } from '../../use-cases/confirm-appointment.ts';
import { seeHours } from '../../use-cases/see-availability.ts';
import { seeReport } from '../../use-cases/see-report.ts';
import { handleAppointment } from '../../use-cases/serve-day.ts';

const passport = { officeId: 'manchester', serviceId: 'passport' };
const clerk = {
  as: { kind: 'official', officialId: 'c1', officeIds: ['manchester'] } as const,
  actor: { kind: 'official', id: 'c1' } as const,
  officeId: 'manchester',
};
const key = () => crypto.randomUUID();

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
});

/** Monday 30 November: one served after 25 minutes, one missed, one cancelled, one walk-in waiting, one never confirmed. */
async function aMonday() {
  const deps = await testDeps(testClock('2026-11-24T09:00:00Z'));
  await anOpenService(deps, { windows: [aWindow({ desks: 3 })] });
  const [hour] = await seeHours(deps, { ...passport, day: civilDate('2026-11-30') });
  const accounts = await somePeople(deps, 3);
  const ids: string[] = [];
  for (const accountId of accounts) {
    const [answer] = await bookPlaces(deps, 'manchester', [
      { ...passport, slotId: hour?.id ?? 0, accountId, notes: '', answers: {}, key: key() },
    ]);
    if (!answer?.ok) throw new Error('No place');
    ids.push(answer.value.id);
    const token = confirmationToken(deps.keys, answer.value);
    await confirmAppointment(deps, { officeId: 'manchester', id: answer.value.id, token });
  }
  const [served = '', missed = '', cancelled = ''] = ids;
  await cancelAppointment(deps, { id: cancelled, accountId: accounts[2] ?? '', key: key() });
  deps.clock.set('2026-11-30T09:05:00Z');
  await handleAppointment(deps, clerk, { id: served, handling: 'check_in', key: key() });
  deps.clock.forward({ minutes: 25 });
  await handleAppointment(deps, clerk, { id: served, handling: 'serve', key: key() });
  await handleAppointment(deps, clerk, { id: missed, handling: 'miss', key: key() });
  await addWalkIn(deps, clerk, {
    givenName: 'Zita',
    familyName: 'Bozza',
    bornOn: civilDate('1970-05-05'),
    taxCode: null,
    serviceId: 'passport',
    notes: '',
    locale: 'it',
    key: key(),
  });
  return deps;
}

const span = { from: civilDate('2026-11-23'), until: civilDate('2026-12-06') };
const counted = {
  booked: 4,
  served: 1,
  missed: 1,
  cancelled: 1,
  walkIns: 1,
  waitDays: 6,
  counterMinutes: 25,
};

describe('the office’s report', () => {
  test('BO-5: counts places, outcomes and waiting by week and by service', async () => {
    const deps = await aMonday();
    const report = await seeReport(deps, clerk, span);
    expect(report.weeks).toMatchObject([
      { week: '2026-11-23', offered: 0, booked: 0, waitDays: null },
      { week: '2026-11-30', offered: 18, ...counted },
    ]);
    expect(report.services).toMatchObject([{ serviceId: 'passport', ...counted }]);
    expect(report.total).toMatchObject({ offered: 18, ...counted });
  });

  test('BO-5: another office, or another span, counts nothing of it', async () => {
    const deps = await aMonday();
    const spy = { ...clerk, as: { ...clerk.as, officeIds: ['london'] } };
    expect((await seeReport(deps, spy, span)).total.booked).toBe(0);
    const before = { from: civilDate('2026-11-01'), until: civilDate('2026-11-29') };
    expect((await seeReport(deps, clerk, before)).total).toMatchObject({ booked: 0, offered: 0 });
  });

  test('BO-5: is a page with charts and the same numbers in tables, and files to download', async () => {
    const deps = await aMonday();
    app = await testApp(deps);
    const { browser } = await officialBrowser(app, deps, 'manchester');
    const path = '/desk/offices/manchester/reports/appointments';
    const asked = '?from=2026-11-23&until=2026-12-06';
    await browser.open(`${path}${asked}`);
    expect(browser.text).toContain('30 novembre 2026 18 4 1 1 1 1 1 6 25');
    expect(browser.text).toContain('Passaporto 4 1 1 1');
    expect(browser.text).toContain('1 (50 %)');
    for (const kind of ['outcomes', 'waiting']) {
      const { page } = await browser.open(`${path}/charts/${kind}.svg${asked}`);
      expect(page.headers['content-type']).toContain('image/svg+xml');
      expect(page.body).toMatch(/^<svg /);
    }
    await browser.open(`${path}.csv${asked}`);
    expect(browser.page.body.split('\r\n')[2]).toBe('2026-11-30;18;4;1;1;1;1;1;6;25');
    await browser.open(`${path}.xlsx${asked}`);
    expect(browser.page.rawPayload.subarray(0, 2).toString()).toBe('PK');

    await browser.open(`${path}?from=2026-12-06&until=2026-11-23`);
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('non può venire prima del primo');
    await browser.open(`${path}?from=ieri&until=2026-11-23`);
    expect(browser.page.body).toContain('value="ieri"');

    const api = (office: string) =>
      app?.inject({
        url: `/api/v1/desk/offices/${office}/reports/appointments${asked}`,
        cookies: { desk: browser.cookies.get('desk') ?? '' },
      });
    expect((await api('manchester'))?.json()).toMatchObject({
      items: [{ week: '2026-11-23' }, { week: '2026-11-30', offered: 18, median_counter_minutes: 25 }],
      services: [{ service_id: 'passport', booked: 4 }],
    });
    expect((await api('london'))?.statusCode).toBe(404);
    const other = await officialBrowser(app, deps, 'london');
    expect((await other.browser.open(path)).page.statusCode).toBe(404);
  });
});
