import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aPdf } from '#modules/documents/testing.ts';
import { testApp } from '#tests/support/app.ts';
import type { TestBrowser } from '#tests/support/browser.ts';
import { htmlOffences } from '#tests/support/html-offences.ts';
import { citizenBrowser } from '#tests/support/signed-in.ts';
import { petFolder } from '../../form.testing.ts';
import { aFilledDraft, aPerson, aSentFile, caseFileDeps } from '../../testing.ts';

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let app: FastifyInstance;
let ada: string;
let bea: string;
let owner: TestBrowser;
let delegate: TestBrowser;
const beaEmail = 'bea.inventata@posta.example';

beforeEach(async () => {
  deps = await caseFileDeps(petFolder());
  ada = await aPerson(deps);
  bea = await aPerson(deps, { givenName: 'Bea', email: beaEmail, mobile: '+447911123457' });
  app = await testApp(deps, { FILES_DIR: deps.folder }, undefined, { procedures: deps.procedures });
  owner = await citizenBrowser(app, deps, ada);
  delegate = await citizenBrowser(app, deps, bea);
});
afterEach(() => app.close());

/** Ada offers Bea a delegation on her pages, and Bea accepts it on hers; answers its path. */
async function delegated(what = 'procedure:pet-registration'): Promise<string> {
  await owner.open('/account/delegations/new');
  await owner.send('/account/delegations', { what, email: beaEmail, last_day: '2027-05-31' });
  expect(owner.text).toContain('Delega offerta');
  await delegate.open('/account/delegations');
  const path = /href="\/it(\/account\/delegations\/[0-9a-f-]{36})"/.exec(delegate.page.body)?.[1] ?? '';
  await delegate.open(path);
  await delegate.send('/acceptance');
  expect(delegate.text).toContain('Hai accettato la delega');
  return path;
}

describe('delegations on the pages', () => {
  test('ID-16: offered, accepted, acted under, seen by both, revoked', async () => {
    await aFilledDraft(deps, ada);
    const path = await delegated();
    await delegate.open('/requests');
    expect(delegate.text).toContain('Per conto di altri');
    expect(delegate.text).toContain('per conto di Ada Inventata');
    await delegate.open(path);
    await delegate.send('/drafts');
    const draft = /\/drafts\/[0-9a-f-]{36}/.exec(delegate.path)?.[0] ?? '';
    for (const page of ['review', 'documents', 'sections/you', 'sections/pets', 'removal']) {
      await delegate.open(`${draft}/${page}`);
      expect([page, delegate.page.statusCode]).toEqual([page, 200]);
      expect(delegate.text).toContain('Agisci per conto di Ada Inventata');
    }
    await delegate.open(`${draft}/review`);
    await delegate.send('/submission');
    expect(delegate.text).toContain('Agisci per conto di Ada Inventata');
    const file = draft.replace('drafts', 'files');
    await delegate.open(`${draft}/review`);
    expect([delegate.page.statusCode, delegate.path]).toEqual([200, `/it${file}`]);
    await delegate.open(file);
    expect(delegate.text).toContain('Inviata da Bea Inventata per conto di Ada Inventata');
    await delegate.send('/messages', { text: 'Manca qualcosa?' });
    expect(delegate.text).toContain('Bea Inventata, per conto di Ada Inventata');

    await owner.open(file);
    expect(owner.text).toContain('Inviata da Bea Inventata per tuo conto');
    expect(owner.text).toContain('Bea Inventata, per tuo conto');
    expect(owner.text).not.toContain('Agisci per conto');
    await owner.open(path);
    expect(owner.text).toContain('Che cosa è stato fatto con questa delega');
    expect(owner.page.body).toContain(`/it${file}`);
    await owner.send('/revocation');
    expect(owner.text).toContain('La delega è finita');

    // The page that the delegate has open says so; what is sent from it does nothing.
    await delegate.send('/messages', { text: 'Ancora io' });
    expect([delegate.page.statusCode, delegate.text.includes('La delega è finita')]).toEqual([403, true]);
    await delegate.open(file);
    expect(delegate.page.statusCode).toBe(403);
    await delegate.open('/requests');
    expect(delegate.text).not.toContain('Ada Inventata');
    await owner.open(file);
    expect(owner.text).not.toContain('Ancora io');
  });

  test('ID-16: an upload on its way when the delegation ends does not stay', async () => {
    const draftId = await aFilledDraft(deps, ada);
    const path = await delegated();
    await delegate.open(`/drafts/${draftId}/documents`);
    await owner.open(path);
    await owner.send('/revocation');
    const late = { name: 'tardi.pdf', type: 'application/pdf', content: await aPdf(undefined, 3) };
    await delegate.send('/documents', {}, { files: [{ ...late, field: 'files_passport' }] });
    expect(delegate.page.statusCode).toBe(403);
    const { rows } = await deps.store.owner.query('select name from documents.draft');
    expect(rows).toHaveLength(1);
  });

  test('ID-16: what is wrong with an offer stands beside its field, and nothing typed is lost', async () => {
    await owner.open('/account/delegations/new');
    await owner.send('/account/delegations', { what: '', email: beaEmail, last_day: '2027-05-31' });
    expect([owner.page.statusCode, owner.page.body.includes(beaEmail)]).toEqual([422, true]);
    await owner.send('/account/delegations', { what: 'procedure:pet-registration', last_day: '2031-01-01' });
    expect(owner.text).toContain('Scegli un giorno da oggi a 12 mesi da oggi');
    await owner.send('/account/delegations', { email: 'niente', last_day: '2027-05-31' });
    expect(owner.text).toContain('Questo non è un indirizzo e-mail completo');
  });

  test('ID-16: programs offer, answer, act and end by the same rules', async () => {
    const api = async (browser: TestBrowser, method: 'GET' | 'POST', url: string, body?: object) => {
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = { cookie, 'idempotency-key': crypto.randomUUID() };
      const answer = await app.inject({
        method,
        url: `/api/v1${url}`,
        headers,
        ...(body ? { payload: body } : {}),
      });
      return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
    };
    const fileId = await aSentFile(deps, ada);
    const offered = await api(owner, 'POST', '/delegations', {
      file_id: fileId,
      email: beaEmail,
      last_day: '2027-05-31',
    });
    expect(offered).toMatchObject({
      status: 201,
      body: { side: 'owner', state: 'offered', file_id: fileId },
    });
    const one = `/delegations/${offered.body.delegation_id}`;
    expect((await api(delegate, 'GET', `/files/${fileId}`)).status).toBe(404);
    expect(await api(delegate, 'POST', `${one}/acceptance`)).toMatchObject({ body: { state: 'accepted' } });
    expect((await api(delegate, 'GET', '/files')).body.items).toMatchObject([
      { file_id: fileId, on_behalf_of: 'Ada Inventata' },
    ]);
    const written = await api(delegate, 'POST', `/files/${fileId}/messages`, { text: 'A che punto è?' });
    expect(written).toMatchObject({ status: 201, body: { on_behalf_of: 'Ada Inventata' } });
    expect((await api(owner, 'GET', `/files/${fileId}`)).body).toMatchObject({
      on_behalf_of: null,
      messages: [{ written_by: 'Bea Inventata' }],
    });
    expect((await api(owner, 'GET', one)).body.deeds).toMatchObject([{ type: 'case-file.person-wrote' }]);
    expect((await api(delegate, 'POST', `${one}/revocation`)).body).toMatchObject({ state: 'revoked' });
    expect(await api(delegate, 'GET', `/files/${fileId}`)).toMatchObject({
      status: 403,
      body: { code: 'delegation_ended' },
    });
    expect((await api(delegate, 'GET', '/files')).body.items).toEqual([]);
  });

  test('ID-16: every page is sound HTML in both languages', async () => {
    const draftId = await aFilledDraft(deps, ada);
    const path = await delegated();
    for (const locale of ['it', 'en']) {
      const options = { locale };
      const [mine, theirs] = [
        await citizenBrowser(app, deps, ada, options),
        await citizenBrowser(app, deps, bea, options),
      ];
      for (const [browser, page] of [
        [mine, '/account/delegations'],
        [mine, '/account/delegations/new'],
        [mine, path],
        [theirs, '/account/delegations'],
        [theirs, path],
        [theirs, '/requests'],
        [theirs, `/drafts/${draftId}/review`],
      ] as const) {
        await browser.open(page);
        expect([page, browser.page.statusCode]).toEqual([page, 200]);
        expect([page, await htmlOffences(browser.page.body)]).toEqual([page, []]);
      }
    }
  });
});
