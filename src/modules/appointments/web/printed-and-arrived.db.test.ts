import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { testApp } from '#tests/support/app.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { citizenBrowser, officialBrowser } from '#tests/support/signed-in.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { confirmationToken } from '../domain/confirmation-token.ts';
import { entryCode, entryUrl } from '../domain/entry-code.ts';
import { anOpenService, somePeople } from '../testing.ts';
import { bookPlaces } from '../use-cases/book-places.ts';
import { confirmAppointment } from '../use-cases/confirm-appointment.ts';
import { seeHours } from '../use-cases/see-availability.ts';

const passport = { officeId: 'manchester', serviceId: 'passport' };

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
});

/** Ada has a passport appointment at Manchester on Monday 30 November at 9:00. */
async function anAppointment({ confirmed = true } = {}) {
  const deps = await testDeps(testClock('2026-11-24T09:00:00Z'));
  const pages = await testApp(deps);
  app = pages;
  await anOpenService(deps);
  const [hour] = await seeHours(deps, { ...passport, day: civilDate('2026-11-30') });
  const [accountId = '', other = ''] = await somePeople(deps, 2);
  const key = crypto.randomUUID();
  const [answer] = await bookPlaces(deps, 'manchester', [
    { ...passport, slotId: hour?.id ?? 0, accountId, notes: '', answers: {}, key },
  ]);
  if (!answer?.ok) throw new Error('No place');
  const { id } = answer.value;
  if (confirmed) {
    const token = confirmationToken(deps.keys, { id });
    await confirmAppointment(deps, { officeId: 'manchester', id, token });
  }
  const world = { ...deps, publicUrl: 'http://localhost:3000' };
  return {
    deps,
    pages,
    accountId,
    other,
    id,
    code: entryCode(deps.keys, { id }),
    address: entryUrl(world, { officeId: 'manchester', id }),
    citizen: (locale = 'it', account = accountId) => citizenBrowser(pages, deps, account, { locale }),
    clerk: async (office = 'manchester') => (await officialBrowser(pages, deps, office)).browser,
  };
}

describe('the printed confirmation', () => {
  test('BK-11: says who, when, where, what to bring and what it costs that day', async () => {
    const { citizen, id } = await anAppointment();
    const browser = await citizen();
    await browser.open(`/appointments/${id}`);
    expect(browser.page.body).toContain(`/it/appointments/${id}/printout`);
    await browser.open(`/appointments/${id}/printout`);
    for (const part of [
      'Ada Prova',
      'lunedì 30 novembre 2026, ore 9:00 (ora di Manchester)',
      '1 Example Street, Manchester',
      'Che cosa portare',
      '116,00 €',
      'Un documento d’identità valido',
    ])
      expect(browser.text).toContain(part);
    expect(browser.page.body).toContain('alt="Codice per l’ingresso di Ada Prova');
  });

  test.each([
    ['it', 'Conferma dell’appuntamento', 'Che cosa portare', '116,00 €'],
    ['en', 'Appointment confirmation', 'What to bring', '€116.00'],
  ])(
    'BK-11: is a tagged PDF with the same in %s, and a code with a text',
    async (locale, title, bring, price) => {
      const { citizen, id } = await anAppointment();
      const browser = await citizen(locale);
      const { page } = await browser.open(`/appointments/${id}/printout.pdf?zone=America/Toronto`);
      expect(page.headers['content-type']).toBe('application/pdf');
      const pdf = await readPdf(page.rawPayload);
      expect([pdf.lang, pdf.title, pdf.standard]).toEqual([locale, title, '2A']);
      for (const part of [title, bring, price, 'Ada Prova', 'America/Toronto'])
        expect(pdf.text).toContain(part);
      for (const role of ['H1', 'H2', 'L', 'Table', 'TH', 'Figure']) expect(pdf.roles).toContain(role);
      expect(pdf.alternatives).toHaveLength(1);
    },
  );

  test('BK-11: says the reader’s own time only where it differs, and takes no zone that does not exist', async () => {
    const { citizen, id } = await anAppointment();
    const browser = await citizen();
    await browser.open(`/appointments/${id}/printout?zone=America%2FToronto`);
    expect(browser.text).toContain('Da te (America/Toronto): lunedì 30 novembre 2026, ore 4:00');
    for (const zone of ['Europe%2FLisbon', 'Nowhere%2FReal', '%3Cb%3E']) {
      await browser.open(`/appointments/${id}/printout?zone=${zone}`);
      expect(browser.page.statusCode).toBe(200);
      expect(browser.text).not.toContain('Da te');
    }
  });

  test('BK-11: before it is confirmed it says so and bears no code', async () => {
    const { citizen, id } = await anAppointment({ confirmed: false });
    const browser = await citizen();
    await browser.open(`/appointments/${id}/printout`);
    expect(browser.text).toContain('ancora da confermare');
    expect(browser.page.body).not.toContain('entry-code');
    const { page } = await browser.open(`/appointments/${id}/printout.pdf`);
    expect((await readPdf(page.rawPayload)).alternatives).toEqual([]);
  });

  test('BK-8: is its owner’s alone', async () => {
    const { citizen, other, id } = await anAppointment();
    const stranger = await citizen('it', other);
    for (const path of [`/appointments/${id}/printout`, `/appointments/${id}/printout.pdf`])
      expect((await stranger.open(path)).page.statusCode).toBe(404);
  });

  test('BK-11: the letter of confirmation leads to it', async () => {
    const { deps, id } = await anAppointment();
    const { rows } = await deps.store.owner.query<{ content: { paragraphs: string[] } }>(
      "select content from notifications.message where content->'calendar' is not null",
    );
    expect(rows[0]?.content.paragraphs.join(' ')).toContain(`/it/appointments/${id}/printout`);
  });
});

describe('arriving', () => {
  const monday = '2026-11-30T08:50:00Z';

  test('BK-8: the scanned code shows the person to compare with their document, and a press checks them in', async () => {
    const { deps, clerk, address, id } = await anAppointment();
    deps.clock.set(monday);
    const browser = await clerk();
    const scanned = new URL(address);
    await browser.open(`${scanned.pathname}${scanned.search}`);
    expect(browser.text).toContain('Prova');
    expect(browser.text).toContain('Chiedi il documento d’identità');
    await browser.send(`/appointments/${id}/check-in`);
    expect(browser.text).toContain('Arrivato allo sportello');
    await browser.open(`/desk/offices/manchester/arrivals?code=${encodeURIComponent(address)}`);
    expect(browser.text).toContain('risulta già arrivata. Arrivata o arrivato alle 8:50');
    expect(browser.page.body).not.toContain('/check-in"');
  });

  test('BK-8: on another day the page says for which day the appointment is', async () => {
    const { clerk, code } = await anAppointment();
    const browser = await clerk();
    await browser.open(`/desk/offices/manchester/arrivals?code=${code}`);
    expect(browser.text).toContain('per un altro giorno: lunedì 30 novembre 2026, ore 9:00');
    expect(browser.page.body).not.toContain('/check-in"');
  });

  test('BK-8: at another office the page names the right one, and shows nothing of the person', async () => {
    const { deps, clerk, address, code } = await anAppointment();
    deps.clock.set(monday);
    const browser = await clerk('london');
    await browser.open(`/desk/offices/london/arrivals?code=${encodeURIComponent(address)}`);
    expect(browser.text).toContain('presso un’altra sede: Consolato d’Italia a Manchester');
    await browser.open(`/desk/offices/london/arrivals?code=${code}`);
    expect(browser.text).toContain('questa sede non ha un appuntamento così');
    expect(browser.page.body).not.toContain('Prova');
    expect((await browser.open('/desk/offices/manchester/arrivals')).page.statusCode).toBe(404);
  });

  test('BK-8: a made-up code and an unconfirmed place let nobody in', async () => {
    const { deps, clerk, id, code } = await anAppointment({ confirmed: false });
    const browser = await clerk();
    await browser.open(`/desk/offices/manchester/arrivals?code=${id}.${'x'.repeat(43)}`);
    expect(browser.text).toContain('Questo codice non è valido');
    deps.clock.set(monday);
    const later = await clerk();
    await later.open(`/desk/offices/manchester/arrivals?code=${code}`);
    expect(later.text).toContain('non è ancora confermato');
  });

  test('BK-13: without a code a person is found by the short code or the name', async () => {
    const { deps, clerk, id } = await anAppointment();
    deps.clock.set(monday);
    const browser = await clerk();
    await browser.open('/desk/offices/manchester/arrivals');
    for (const typed of [id.slice(0, 8), 'prova ada', 'ADA']) {
      await browser.send('/arrivals', { code: typed });
      expect(browser.page.body).toContain(`${id}/check-in`);
    }
    await browser.send('/arrivals', { code: 'Zoe' });
    expect(browser.text).toContain('Nessuno di oggi corrisponde');
    expect(browser.page.body).toContain('value="Zoe"');
  });
});

describe('paying at the counter', () => {
  test('PA-2: from the day list one tap leads to the fees of the service, the person’s name is there already', async () => {
    const { deps, clerk, id, accountId } = await anAppointment();
    deps.clock.set('2026-11-30T09:05:00Z');
    const browser = await clerk();
    await browser.open('/desk/offices/manchester/days/2026-11-30');
    expect(browser.page.body).not.toContain(`${id}/fees`);
    await browser.send(`/appointments/${id}/check-in`);
    expect(browser.page.body).toContain(`/it/desk/offices/manchester/appointments/${id}/fees`);
    await browser.open(`/desk/offices/manchester/appointments/${id}/fees`);
    expect(browser.text).toContain('Totale: 116,00 €');
    await browser.send('/fees', { terminal_reference: 'SLIP-1' });
    expect(browser.text).toContain('Ricevuta 1/2026');
    const { rows } = await deps.store.owner.query(
      'select appointment_id, account_id, total_cents, payer_name from payments.receipt',
    );
    expect(rows).toMatchObject([{ appointment_id: id, account_id: accountId, total_cents: 11_600 }]);
    await browser.open('/desk/offices/manchester/days/2026-11-30');
    expect(browser.text).toContain('Ricevuta 1/2026, 116,00 €');
    await browser.open(`/desk/offices/manchester/appointments/${id}/fees`);
    expect(browser.text).toContain('c’è già la ricevuta 1/2026 di 116,00 €');
    const london = await clerk('london');
    expect((await london.open(`/desk/offices/london/appointments/${id}/fees`)).page.statusCode).toBe(404);
  });
});

test('BK-8 PA-2: the API of the counter finds, checks in and takes fees like the pages', async () => {
  const { deps, pages, clerk, id, address } = await anAppointment();
  deps.clock.set('2026-11-30T08:50:00Z');
  const browser = await clerk();
  const call = async (method: 'GET' | 'POST', path: string, payload?: object, office = 'manchester') => {
    const answer = await pages.inject({
      method,
      url: `/api/v1/desk/offices/${office}${path}`,
      cookies: { desk: browser.cookies.get('desk') ?? '' },
      headers: { 'idempotency-key': crypto.randomUUID() },
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  expect(await call('GET', `/arrivals?code=${encodeURIComponent(address)}`)).toMatchObject({
    body: { items: [{ appointment: { appointment_id: id, state: 'booked' }, not_today: null }] },
  });
  expect(await call('GET', `/arrivals?code=${id}.${'x'.repeat(43)}`)).toMatchObject({
    status: 422,
    body: { code: 'forged' },
  });
  expect(await call('POST', `/appointments/${id}/check-in`)).toMatchObject({ body: { state: 'checked_in' } });
  expect(await call('POST', `/appointments/${id}/check-in`)).toMatchObject({
    status: 409,
    body: { code: 'not_now' },
  });
  const taking = {
    payer_name: 'Ada Prova',
    terminal_reference: 'SLIP-1',
    fees: [{ fee_id: 'passport', quantity: 1 }],
  };
  expect(await call('POST', `/appointments/${id}/receipts`, taking)).toMatchObject({
    status: 201,
    body: { number: '1/2026', appointment_id: id },
  });
  expect((await call('GET', '/arrivals?code=ada', undefined, 'london')).status).toBe(404);
});
