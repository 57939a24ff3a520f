import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { officialBrowser } from '#tests/support/signed-in.ts';
import { testClock, testDeps } from '#tests/support/store.ts';

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
});

const base = '/desk/offices/manchester';

async function aTill(locale = 'it') {
  const deps = await testDeps(testClock('2026-11-24T09:00:00Z'));
  const pages = await testApp(deps);
  app = pages;
  const clerk = async (office = 'manchester', familyName = 'Sportelli') =>
    (await officialBrowser(pages, deps, office, { locale, familyName })).browser;
  const olga = await clerk();
  const take = async (fields: Record<string, string> = {}) => {
    await olga.open(`${base}/receipts/new`);
    return olga.send('/receipts', {
      payer_name: 'Ada Prova',
      q_24: '1',
      q_71: '2',
      terminal_reference: `SLIP-${crypto.randomUUID().slice(0, 6)}`,
      ...fields,
    });
  };
  return { deps, pages, clerk, olga, take };
}

describe('taking fees at the counter', () => {
  test('PA-2: somebody pays by card and gets a receipt by article, on paper and tagged', async () => {
    const { olga, take } = await aTill();
    await take();
    expect(olga.page.statusCode).toBe(200);
    for (const part of [
      'Ricevuta 1/2026',
      'Art. 24: Autentica di firma',
      'Art. 71: Copia conforme',
      '40,00 €',
    ])
      expect(olga.text).toContain(part);
    const pdf = await readPdf((await olga.open(`${olga.path.split('?')[0]}/receipt.pdf`)).page.rawPayload);
    expect([pdf.title, pdf.lang, pdf.standard]).toEqual(['Ricevuta 1/2026', 'it', '2A']);
    for (const part of ['Ada Prova', 'Art. 71: Copia conforme', '40,00 €', 'Carta di debito'])
      expect(pdf.text).toContain(part);
    for (const role of ['H1', 'Table', 'TH', 'TD']) expect(pdf.roles).toContain(role);
  });

  test('PA-2: in English too', async () => {
    const { olga, take } = await aTill('en');
    await take();
    for (const part of ['Receipt 1/2026', 'Art. 24: Authentication of a signature', '€40.00'])
      expect(olga.text).toContain(part);
  });

  test('PA-2: without JavaScript a button works out the total and issues nothing', async () => {
    const { olga, take } = await aTill();
    await take({ sum: 'yes' });
    expect(olga.text).toContain('Totale: 40,00 €');
    expect(olga.page.body).toContain('value="Ada Prova"');
    await olga.open(`${base}/till`);
    expect(olga.text).toContain('Nessuna ricevuta');
  });

  test('PA-2: what is missing is said at its field, and nothing that was typed is lost', async () => {
    const { olga, take } = await aTill();
    await take({ payer_name: ' ', q_71: 'due', terminal_reference: '' });
    expect(olga.text).toContain('Scrivi il numero dello scontrino');
    expect(olga.page.statusCode).toBe(422);
    expect(olga.text).toContain('Scrivi chi paga');
    expect(olga.text).toContain('Scrivi un numero da 1 a 99');
    expect(olga.page.body).toContain('value="due"');
    await take({ q_24: '', q_71: '' });
    expect(olga.text).toContain('Scegli almeno una voce');
    await take({ terminal_reference: '12' });
    expect(olga.text).toContain('da 4 a 30 lettere e cifre');
    await olga.send('/receipts', { terminal_reference: 'SLIP-1' });
    expect(olga.text).toContain('Ricevuta 1/2026');
    await take({ terminal_reference: 'slip-1' });
    expect(olga.text).toContain('ha già pagato la ricevuta 1/2026');
  });

  test('PA-2: a second press of the button gives the same receipt', async () => {
    const { olga, take } = await aTill();
    await olga.open(`${base}/receipts/new`);
    const form = olga.page.body;
    const key = /name="_key" value="([^"]+)"/.exec(form.slice(form.indexOf('fee-total')))?.[1] ?? '';
    await take({ _key: key, terminal_reference: 'SLIP-9' });
    await take({ _key: key, terminal_reference: 'SLIP-9' });
    expect(olga.text).toContain('Ricevuta 1/2026');
    await olga.open(`${base}/till`);
    expect(olga.text).toContain('1 ricevuta valida');
  });
});

describe('voiding and closing', () => {
  test('PA-2: one asks, the other decides, and the day closes on what stands', async () => {
    const { olga, take, clerk } = await aTill();
    await take();
    await take();
    const [path = ''] = olga.path.split('?');
    await olga.send('/void-requests', { reason: '' });
    expect(olga.text).toContain('Scrivi il motivo');
    await olga.send('/void-requests', { reason: 'Voce sbagliata' });
    expect(olga.text).toContain('deve decidere un’altra persona');
    expect(olga.page.body).not.toContain('/voiding"');
    await olga.open(`${base}/till/2026-11-24/closing`);
    await olga.send('/closing', { terminal: '40' });
    expect(olga.text).toContain('annullo chiesto e non deciso');

    const piero = await clerk('manchester', 'Cassieri');
    await piero.open(path);
    await piero.send('/voiding');
    expect(piero.text).toContain('Ricevuta annullata');
    const paper = await readPdf((await piero.open(`${path}/receipt.pdf`)).page.rawPayload);
    expect(paper.text).toContain('non prova alcun pagamento');

    await piero.open(`${base}/till/2026-11-24/closing`);
    await piero.send('/closing', { terminal: 'tanto' });
    expect(piero.text).toContain('Scrivi il totale in euro');
    await piero.send('/closing', { terminal: '80,00' });
    expect(piero.text).toContain('Le ricevute fanno 40,00 €');
    expect(piero.page.body).toContain('value="80,00"');
    await piero.send('/closing', { terminal: '40,00' });
    expect(piero.text).toContain('da ora il giorno non cambia più');
    const closing = await readPdf((await piero.open(`${base}/till/2026-11-24/closing.pdf`)).page.rawPayload);
    expect(closing.title).toContain('Chiusura di cassa');
    for (const part of ['Art. 24: Autentica di firma', '40,00 €', '1/2026', '2/2026', 'Annullata'])
      expect(closing.text).toContain(part);

    await take();
    expect(olga.text).toContain('La cassa di oggi è già chiusa');
  });

  test('PA-2: nobody of another office finds the till, and no citizen', async () => {
    const { olga, take, clerk, pages } = await aTill();
    await take();
    const [path = ''] = olga.path.split('?');
    const london = await clerk('london');
    for (const address of [`${base}/till`, `${base}/receipts/new`, path, `${path}/receipt.pdf`])
      expect((await london.open(address)).page.statusCode, address).toBe(404);
    const borrowed = path.replace('manchester', 'london');
    expect((await london.open(borrowed)).page.statusCode).toBe(404);
    expect((await pages.inject(`/it${base}/till`)).headers.location ?? '').toContain('sign-in');
  });
});

describe('the API of the till', () => {
  test('PA-2: takes, voids and closes like the pages, with closed codes', async () => {
    const { pages, olga, clerk } = await aTill();
    const piero = await clerk();
    const call = async (
      who: typeof olga,
      method: 'GET' | 'POST',
      path: string,
      payload?: object,
      key?: string,
    ) => {
      const answer = await pages.inject({
        method,
        url: `/api/v1/desk/offices/manchester${path}`,
        cookies: { desk: who.cookies.get('desk') ?? '' },
        headers: { 'idempotency-key': key ?? crypto.randomUUID() },
        ...(payload === undefined ? {} : { payload }),
      });
      return { status: answer.statusCode, body: answer.json() };
    };
    const taking = {
      payer_name: 'Ada Prova',
      terminal_reference: 'SLIP-1',
      fees: [{ fee_id: 'passport', quantity: 1 }],
    };
    const issued = await call(olga, 'POST', '/receipts', taking, 'the-same-key');
    expect(issued).toMatchObject({ status: 201, body: { number: '1/2026', total_cents: 11_600 } });
    expect(await call(olga, 'POST', '/receipts', taking, 'the-same-key')).toEqual(issued);
    expect(await call(olga, 'POST', '/receipts', taking)).toMatchObject({
      status: 409,
      body: { code: 'slip_used' },
    });
    const path = `/receipts/${issued.body.receipt_id}`;
    expect(await call(olga, 'POST', `${path}/void-requests`, { reason: 'prova' })).toMatchObject({
      body: { state: 'void_requested' },
    });
    expect(await call(olga, 'POST', `${path}/void-decisions`, { approved: true })).toMatchObject({
      status: 403,
      body: { code: 'same_official' },
    });
    expect(await call(piero, 'POST', `${path}/void-decisions`, { approved: true })).toMatchObject({
      body: { state: 'void' },
    });
    expect(await call(piero, 'POST', '/closings/2026-11-24', { terminal_cents: 5 })).toMatchObject({
      status: 409,
      body: { code: 'difference' },
    });
    expect(await call(piero, 'POST', '/closings/2026-11-24', { terminal_cents: 0 })).toMatchObject({
      status: 201,
      body: { receipts: 0, voided: 1, total_cents: 0 },
    });
    expect((await call(olga, 'GET', '/receipts')).body.items).toHaveLength(1);
    expect((await call(olga, 'GET', '/closings')).body.items).toHaveLength(1);
    const london = await clerk('london');
    expect((await call(london, 'GET', '/receipts')).status).toBe(404);
  });
});
