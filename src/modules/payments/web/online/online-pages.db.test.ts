import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { createPeople } from '#modules/identity/public.ts';
import { testApp } from '#tests/support/app.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { citizenBrowser, officialBrowser } from '#tests/support/signed-in.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { testPagopa } from '../../online.testing.ts';
import { aStampOrder, aTaking } from '../../testing.ts';
import { orderStamp } from '../../use-cases/place-order.ts';
import { takeFees } from '../../use-cases/take-fees.ts';

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
});

async function start(locale = 'it', closed = false) {
  const deps = await testDeps(testClock('2026-11-24T09:00:00Z'));
  const { world, options } = await testPagopa(deps.now);
  const pages = await testApp(deps, {}, undefined, closed ? {} : { pagopa: options });
  app = pages;
  const [accountId = ''] = await deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
    createPeople(
      deps,
      tx,
      [
        {
          givenName: 'Ada',
          familyName: 'Prova',
          bornOn: civilDate('1980-01-01'),
          email: 'ada@posta.example',
          mobile: '+447911000001',
          country: 'GB',
          place: 'Leeds',
          officeId: 'manchester',
          locale: 'it',
        },
      ],
      'no password',
    ),
  );
  const ada = await citizenBrowser(pages, deps, accountId, { locale });
  const stamp = () =>
    deps.db.transaction({ kind: 'citizen', accountId }, (tx) =>
      orderStamp(tx, aStampOrder(deps.now(), { accountId, officeId: 'manchester', returnTo: '/payments' })),
    );
  /** Presses “pay” and answers the checkout to which the browser was led. */
  const toCheckout = async (browser = ada) => {
    await browser.send('/checkouts').catch(() => {});
    const cart = world.lastCart();
    if (cart === undefined) throw new Error('No checkout');
    return cart;
  };
  const contribution = async (fields: Record<string, string> = {}) => {
    await ada.open('/payments/contributions/new');
    return ada.send('/payments/contributions', {
      given_name: 'Ada',
      family_name: 'Prova',
      tax_code: '',
      ...fields,
    });
  };
  return { deps, pages, world, ada, accountId, stamp, toCheckout, contribution };
}

describe('paying the contribution online', () => {
  test('PA-1: somebody orders it, pays at pagoPA, comes back and prints the receipt', async () => {
    const { world, ada, toCheckout, contribution } = await start();
    await contribution({ tax_code: 'prvdaa80a41h501x' });
    for (const part of [
      'Contributo di cittadinanza',
      '250,00 €',
      'Al Ministero dell’Interno',
      'L. 91/1992 art. 9-bis',
      'Non hai ancora pagato',
    ])
      expect(ada.text).toContain(part);
    const path = ada.path;
    const cart = await toCheckout();
    expect(cart.nav).toMatch(/^302\d{15}$/);
    world.pay(cart.id);
    await ada.open(cart.urls.ok.replace('http://localhost:3000', ''));
    expect(ada.text).toContain('Il pagamento è arrivato');
    expect(ada.text).toContain(cart.nav);
    const pdf = await readPdf((await ada.open(`${path}/receipt.pdf`)).page.rawPayload);
    expect([pdf.title, pdf.lang, pdf.standard]).toEqual(['Ricevuta di pagamento', 'it', '2A']);
    for (const part of ['Ada Prova', 'PRVDAA80A41H501X', cart.nav, '250,00 €', 'Banca Esempio'])
      expect(pdf.text).toContain(part);
    await ada.open('/payments');
    expect(ada.text).toContain('Contributo di cittadinanza, 250,00 €');
  });

  test('PA-1: in English: the browser is led to pagoPA only where the page said it may be', async () => {
    const { ada, contribution, toCheckout } = await start('en');
    await contribution();
    expect(ada.text).toContain('You have not paid yet.');
    const { headers } = ada.page;
    expect(headers['content-security-policy']).toContain("form-action 'self' http://localhost:3000");
    const cart = await toCheckout();
    expect(cart.urls.ok).toMatch(/^http:\/\/localhost:3000\/en\/payments\/[\w-]+\/return\/ok$/);
  });

  test('PA-1: what is missing is said at its field, and nothing that was typed is lost', async () => {
    const { ada, contribution } = await start();
    await contribution({ given_name: '', tax_code: 'XYZ' });
    expect(ada.page.statusCode).toBe(422);
    expect(ada.text).toContain('Scrivi il nome, al massimo 100 caratteri.');
    expect(ada.text).toContain('Il codice fiscale ha 16 lettere e cifre');
    expect(ada.page.body).toContain('value="XYZ"');
    expect(ada.page.body).toContain('value="Prova"');
  });

  test('PA-1: pagoPA away: nothing is lost, the page says so and stays', async () => {
    const { ada, world, contribution, toCheckout } = await start();
    await contribution();
    world.failNext('position', 'status-500', 3);
    await ada.send('/checkouts');
    expect(ada.page.statusCode).toBe(409);
    expect(ada.text).toContain('pagoPA adesso non risponde');
    expect((await toCheckout()).state).toBe('open');
  });

  test('PA-1: without a contract with pagoPA the page says that nothing can be paid here', async () => {
    const { ada, contribution } = await start('it', true);
    await contribution();
    await ada.send('/checkouts');
    expect(ada.text).toContain('Qui non si può ancora pagare online');
  });

  test('PA-1: who gives up has nothing to pay, and pagoPA takes nobody’s money for it any more', async () => {
    const { ada, world, contribution, toCheckout } = await start();
    await contribution();
    const path = ada.path;
    const cart = await toCheckout();
    await ada.open(path);
    await ada.send('/cancellation');
    expect(ada.text).toContain('Hai annullato questo pagamento');
    expect(world.pay(cart.id)).toBe('duplicated');
  });
});

describe('coming back from pagoPA', () => {
  test('PA-1: cancelled, failed and unknown each have their sentence and their next step', async () => {
    const { ada, stamp, toCheckout } = await start();
    const { id } = await stamp();
    const back = async (how: 'ok' | 'cancel' | 'error') => {
      await ada.open(`/payments/${id}`);
      const cart = await toCheckout();
      return (await ada.open(cart.urls[how].replace('http://localhost:3000', ''))).text;
    };
    expect(await back('cancel')).toContain('Sei tornato senza pagare');
    expect(await back('error')).toContain('il pagamento non è riuscito');
    const unknown = await back('ok');
    expect(unknown).toContain('il tuo browser da solo non basta a provare il pagamento');
    expect(unknown).toContain('Guarda se il pagamento è arrivato');
  });

  test('PA-1: the node’s message makes us ask, late, doubled or forged', async () => {
    const { ada, pages, world, stamp, toCheckout } = await start();
    const { id } = await stamp();
    await ada.open(`/payments/${id}`);
    const cart = await toCheckout();
    const tell = (nav: string) =>
      pages.inject({
        method: 'POST',
        url: '/api/pagopa/receipts',
        headers: { 'content-type': 'text/xml' },
        payload: `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><p:paSendRTV2Request xmlns:p="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd"><receipt><noticeNumber>${nav}</noticeNumber><fiscalCode>77777777777</fiscalCode><outcome>OK</outcome></receipt></p:paSendRTV2Request></s:Body></s:Envelope>`,
      });
    expect((await tell(cart.nav)).body).toContain('<outcome>OK</outcome>');
    expect((await ada.open(`/payments/${id}`)).text).toContain('In attesa di pagoPA');
    world.pay(cart.id);
    for (const _ of [1, 2]) expect((await tell(cart.nav)).body).toContain('<outcome>OK</outcome>');
    expect((await ada.open('/payments')).text).toContain('Pagato');
    expect((await tell('302000000000000184')).body).toContain('PAA_PAGAMENTO_SCONOSCIUTO');
    const bomb = await pages.inject({
      method: 'POST',
      url: '/api/pagopa/receipts',
      headers: { 'content-type': 'text/xml' },
      payload: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    });
    expect(bomb.body).toContain('PAA_SINTASSI_XSD');
  });

  test('CE-7: the stamp can be taken along as it was signed', async () => {
    const { ada, world, stamp, toCheckout } = await start();
    const { id } = await stamp();
    await ada.open(`/payments/${id}`);
    const cart = await toCheckout();
    world.pay(cart.id);
    await ada.open(cart.urls.ok.replace('http://localhost:3000', ''));
    expect(ada.text).toContain('Numero della marca (IUBD)');
    const { page } = await ada.open(`/payments/${id}/stamp.xml`);
    expect(page.body).toBe(world.kept.notices[cart.nav]?.xml);
  });
});

test('PA-2: a person finds the receipts of the counter beside what was paid online', async () => {
  const { deps, ada, accountId } = await start();
  const clerk = { kind: 'official', id: crypto.randomUUID() } as const;
  const as = { kind: 'official', officialId: clerk.id, officeIds: ['manchester'] } as const;
  await takeFees(deps, { as, actor: clerk, officeId: 'manchester' }, aTaking({ accountId }));
  await ada.open('/payments');
  expect(ada.text).toContain('Ricevuta 1/2026');
  const path = /href="([^"]*counter-receipts[^"]*)"/.exec(ada.page.body)?.[1] ?? '';
  const pdf = await readPdf((await ada.open(path)).page.rawPayload);
  expect(pdf.title).toBe('Ricevuta 1/2026');
});

describe('online payments at the desk', () => {
  test('PA-1: a stamp with a broken signature is no proof: the desk finds out and gives the money back', async () => {
    const { deps, pages, ada, world, stamp, toCheckout } = await start();
    const { id } = await stamp();
    await ada.open(`/payments/${id}`);
    const cart = await toCheckout();
    world.pay(cart.id, { stampFault: 'signature' });
    await ada.open(cart.urls.ok.replace('http://localhost:3000', ''));
    expect(ada.text).toContain('In attesa di pagoPA');
    const { browser: olga } = await officialBrowser(pages, deps, 'manchester');
    await olga.open('/desk/payments?filter=doubtful');
    expect(olga.text).toContain('Ada Prova');
    await olga.open(`/desk/payments/${id}`);
    expect(olga.text).toContain('la firma della marca non è valida');
    await olga.send('/notices/1/refund-entries', { reason: 'pagoPA conferma l’incasso' });
    expect(olga.text).toContain('Iscritto a rimborso.');
    expect((await ada.open(`/payments/${id}`)).text).toContain(
      'L’ufficio ha deciso di restituire il denaro.',
    );
  });

  test('PA-1: found by notice number, entered for refund with a reason, paid back', async () => {
    const { deps, pages, ada, world, stamp, toCheckout } = await start();
    const { id } = await stamp();
    await ada.open(`/payments/${id}`);
    const cart = await toCheckout();
    world.pay(cart.id);
    await ada.open(cart.urls.ok.replace('http://localhost:3000', ''));
    const { browser: olga } = await officialBrowser(pages, deps, 'manchester');
    await olga.open(`/desk/payments?notice=${cart.nav.replace(/(.{4})/g, '$1+')}`);
    expect(olga.text).toContain('Ada Prova');
    expect(olga.text).toContain('1 pagamento');
    await olga.open(`/desk/payments/${id}`);
    await olga.send('/refund-entries', { reason: '' });
    expect(olga.text).toContain('Scrivi il motivo, al massimo 500 caratteri.');
    await olga.send('/refund-entries', { reason: 'Pagato per errore' });
    expect(olga.text).toContain('Iscritto a rimborso.');
    await olga.send('/payout', { reference: 'ORD 12/2026' });
    expect(olga.text).toContain('Segnato come restituito.');
    expect((await ada.open(`/payments/${id}`)).text).toContain('Il denaro ti è stato restituito.');
    const { browser: piero } = await officialBrowser(pages, deps, 'london');
    await piero.open('/desk/payments');
    expect(piero.text).toContain('Nessun ordine corrisponde.');
    expect((await piero.open(`/desk/payments/${id}`)).page.statusCode).toBe(404);
  });
});
