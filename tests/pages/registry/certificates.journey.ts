import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { demoCitizens } from '#demo/people.ts';
import { demoPersonId } from '#demo/registry/people.ts';
import { expectGoodPage } from '#tests/support/chromium.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import type { Stage } from './stage.ts';

const onePage = /\/certificates\/[0-9a-f-]{36}$/;
const onePayment = /\/payments\/[0-9a-f-]{36}/;
const paper = 'a[href$="certificate.pdf"]';

/** Certificates on a telephone, from the choice to the paper, whatever happens to the payment. */
export function certificateJourneys(stage: () => Stage): void {
  const url = (path: string) => `${stage().site.url}${path}`;

  async function fetchPaper(page: Page): Promise<Buffer> {
    const file = await page.request.get(url((await page.getAttribute(paper, 'href')) ?? ''));
    expect(file.headers()['content-type']).toBe('application/pdf');
    return file.body();
  }

  /** Asks for a certificate of birth with the stamp, up to its payment. */
  async function askWithStamp(page: Page): Promise<void> {
    await page.goto(url(`/it/certificates/new/details?person=${demoPersonId('bruno')}&kinds=birth`));
    await page.check('input[value=stamp]');
    await page.getByRole('button', { name: 'Chiedi il certificato' }).click();
    await page.waitForURL(onePayment);
  }

  async function atCheckout(page: Page, choice: string): Promise<void> {
    await page.getByRole('button', { name: /^Paga|^Riprova/ }).click();
    await page.waitForURL(/\/demo\/pagopa\/checkouts\//);
    await page.selectOption('[name=choice]', choice);
    await page.getByRole('button', { name: 'Vai avanti' }).click();
  }

  const openNewest = async (page: Page) => {
    await page.goto(url('/it/certificates'));
    await page.getByRole('link', { name: 'Nascita', exact: true }).first().click();
    await page.waitForURL(onePage);
  };

  describe('certificates', () => {
    test('CE-5, CE-7, CE-11: on a phone: without stamp at once; with the stamp after paying, and never before', async () => {
      const account = await stage().accountOf('bruno');
      const page = await stage().citizen('bruno');
      await page.goto(url('/it/certificates/new'));
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
      await page.waitForURL(onePage);
      await expectGoodPage(page);
      const sealed = await fetchPaper(page);
      const { email } = demoCitizens(60).find(({ id }) => id === account) ?? { email: '' };
      const letter = await stage().site.letterTo(email, /certificato è pronto/);
      expect(letter.attachments[0]?.content.equals(sealed)).toBe(true);

      await askWithStamp(page);
      await page.goto(url('/it/certificates'));
      await expectGoodPage(page);
      await page.getByRole('link', { name: 'Nascita', exact: true }).click();
      await expectGoodPage(page);
      expect(await page.locator(paper).count()).toBe(0);
      await page.getByRole('link', { name: 'Vai al pagamento' }).click();
      await atCheckout(page, 'pay');
      await page.waitForURL(onePage);
      await page.waitForSelector(paper);
      expect(await page.textContent('main')).toContain('Valido');
      await page.context().close();
    }, 60_000);

    test('CE-2, CE-8, CE-10: without JavaScript, in English: of the wife, exempt, in two languages; of nobody else', async () => {
      const page = await stage().citizen('bruno', { javaScriptEnabled: false });
      await page.goto(url('/en/certificates/new'));
      const people = page.locator('nav[aria-labelledby=whom] a');
      expect(await people.allTextContents()).toEqual([
        'Bruno Lampachiari (you)',
        'Elsa Dolcisereni',
        'Lia Lampachiari',
        'Zeno Lampachiari',
      ]);
      await page.getByRole('link', { name: 'Elsa Dolcisereni' }).click();
      await page.check('input[value=residence]');
      await page.check('input[value=marriage]');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.check('input[value=foreign_pension]');
      await page.check('input[value=de]');
      await page.getByRole('button', { name: 'Ask for the certificate' }).click();
      await page.waitForURL(onePage);
      const { text } = await readPdf(await fetchPaper(page));
      expect(text).toContain('Dolcisereni');
      expect(text).toContain('Ehe geschlossen');
      await page.context().close();
    }, 30_000);

    test('CE-2: what an open procedure blocks, in plain words: what, why, who removes it, how to ask', async () => {
      const page = await stage().citizen('furio');
      await page.goto(url('/en/certificates/new'));
      await expectGoodPage(page);
      const notice = page.locator('.notice-warning');
      for (const said of ['Only residence and family status can be had now', 'procedure open on this record'])
        expect(await notice.textContent()).toContain(said);
      expect(await notice.locator('a[href^="mailto:"], a[href^="tel:"]').count()).toBeGreaterThan(0);
      await page.getByText('Birth').last().click();
      const why = await page.locator('main details[open]').textContent();
      expect(why).toContain('While it lasts the data may change');
      expect(why).toContain('ask when the procedure ends');
      // Whoever goes straight to the last step reads the same instead of getting it.
      await page.goto(url(`/en/certificates/new/details?person=${demoPersonId('furio')}&kinds=birth`));
      expect(await page.textContent('main')).toContain('procedure open on this record');
      await page.context().close();
    }, 30_000);

    test('CE-7, PA-1: paid, and pagoPA tells only long after the person came back: not twice, and then it comes by itself', async () => {
      const page = await stage().citizen('bruno');
      await askWithStamp(page);
      await atCheckout(page, 'pay_told_later');
      await page.waitForURL(/returned=|\/certificates\//);
      await openNewest(page);
      expect(await page.textContent('main')).toContain('non pagare due volte');
      expect(await page.locator(paper).count()).toBe(0);
      stage().forward({ minutes: 25 });
      await stage().pagopaTells();
      await page.waitForSelector(paper);
      expect(await page.textContent('main')).toContain('Valido');
      await page.context().close();
    }, 30_000);

    test('CE-7, PA-1: the browser closed in the middle: in a new one the same request goes on, and is paid once', async () => {
      const first = await stage().citizen('bruno');
      await askWithStamp(first);
      await atCheckout(first, 'close');
      await first.context().close();

      const second = await stage().citizen('bruno');
      await openNewest(second);
      await second.getByRole('link', { name: 'Vai al pagamento' }).click();
      await expectGoodPage(second);
      await atCheckout(second, 'pay_and_close');
      await second.context().close();

      const third = await stage().citizen('bruno');
      await openNewest(third);
      const certificate = third.url();
      await third.getByRole('link', { name: 'Vai al pagamento' }).click();
      // Looking at the payment asks pagoPA; it was paid, so nobody is asked for money again.
      expect(await third.getByRole('button', { name: /^Paga|^Riprova/ }).count()).toBe(0);
      await third.goto(certificate);
      await third.waitForSelector(paper);
      await third.context().close();
    }, 30_000);

    test('CE-7, PA-1: given up by the person, or left unpaid until it lapses: the page says which', async () => {
      const page = await stage().citizen('bruno');
      await askWithStamp(page);
      await openNewest(page);
      await page.getByText('Non lo voglio più').click();
      await page.getByRole('button', { name: 'Rinuncia' }).click();
      await page.waitForURL(onePage);
      expect(await page.textContent('main')).toContain('La richiesta è finita senza pagamento');
      await page.getByRole('link', { name: 'Perché il pagamento è finito' }).click();
      expect(await page.textContent('main')).toContain('Annullato da te');

      await askWithStamp(page);
      const payment = page.url();
      await openNewest(page);
      const certificate = page.url();
      await page.context().close();
      stage().forward({ hours: 25 });
      await stage().site.runTask('payments-follow');
      await stage().site.runTask('certificates-issue');
      const later = await stage().citizen('bruno');
      await later.goto(certificate);
      await expectGoodPage(later);
      expect(await later.textContent('main')).toContain('La richiesta è finita senza pagamento');
      await later.getByRole('link', { name: 'Perché il pagamento è finito' }).click();
      expect(later.url()).toBe(payment);
      expect(await later.textContent('main')).toContain('Scaduto');
      await later.context().close();
    }, 30_000);

    test('CE-6: whoever is handed one checks it by its file and by its code, with and without JavaScript', async () => {
      const owner = await stage().citizen('bruno');
      await owner.goto(url('/it/certificates'));
      const file = await fetchPaper(owner);
      await owner.context().close();
      const code = /[0-9A-Z]{6}(-[0-9A-Z]{6}){2}/.exec((await readPdf(file)).text)?.[0] ?? '';
      const upload = { name: 'certificato.pdf', mimeType: 'application/pdf', buffer: file };

      const page = await stage().anybody();
      await page.goto(url('/it/v'));
      await page.setInputFiles('[name=files]', upload);
      await page.getByRole('button', { name: 'Verifica il file' }).click();
      await page.waitForSelector('.verdict-valid');
      await expectGoodPage(page);
      await page.context().close();

      const plain = await stage().anybody({ javaScriptEnabled: false });
      await plain.goto(url('/en/v'));
      await plain.setInputFiles('[name=files]', {
        ...upload,
        buffer: Buffer.concat([file, Buffer.from('\n% more')]),
      });
      await plain.getByRole('button', { name: 'Check the file' }).click();
      await plain.waitForSelector('.verdict-altered');
      await plain.goto(url('/en/v'));
      await plain.fill('[name=code]', code);
      await plain.getByRole('button', { name: 'Check the code' }).click();
      await plain.waitForSelector('.verdict-valid');
      await plain.context().close();
    }, 30_000);

    test('CE-12: a self-certification from the record: the page says when it is enough, and gives the paper to sign', async () => {
      const page = await stage().citizen('bruno');
      await page.goto(url('/it/self-certifications'));
      await expectGoodPage(page);
      await page.check('[name=s_residence]');
      await page.check('[name=s_marital_status]');
      await page.fill('[name=recipient]', 'Scuola Prova');
      const answered = page.context().waitForEvent('response', {
        predicate: (response) => response.request().method() === 'POST',
      });
      await page.getByRole('button', { name: 'Prepara il PDF da firmare' }).click();
      const answer = await answered;
      expect(answer.headers()['content-type']).toContain('application/pdf');
      await page.context().close();

      const plain = await stage().citizen('bruno', { javaScriptEnabled: false });
      await plain.goto(url('/en/self-certifications'));
      await plain.locator('main form button[type=submit]').click();
      expect(await plain.locator('.field-problem').first().textContent()).not.toBe('');
      await plain.context().close();
    }, 30_000);
  });
}
