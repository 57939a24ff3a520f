import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filing } from '#app/filing.ts';
import { aVerificationFailed } from '#modules/case-files/testing.ts';
import { aPdf } from '#modules/documents/testing.ts';
import { lettersTo } from '#modules/identity/testing.ts';
import { adaMoves } from '#modules/procedures/testing.ts';
import type { OpenApi } from '#tests/support/api-offences.ts';
import { testApp, testFilesDir } from '#tests/support/app.ts';
import { anAnswerToEach } from '#tests/support/crowd.ts';
import { type Say, sayAsDescribed } from '#tests/support/described-answers.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import worked from '../../src/modules/citizenship/domain/examples/worked-cases.json' with { type: 'json' };
import { day, office, openWorld, type World } from '../security/world.ts';

let app: FastifyInstance;
let world: World;
let deps: Awaited<ReturnType<typeof testDeps>>;
let document: OpenApi;
let say: Say;
let tried: ReadonlySet<string>;

beforeAll(async () => {
  deps = await testDeps(testClock());
  app = await testApp(deps);
  world = await openWorld(app, deps);
  document = (await app.inject('/api/v1/openapi.json')).json<OpenApi>();
  ({ say, tried } = sayAsDescribed(app, world, document));
});
afterAll(() => app.close());

const v1 = '/api/v1';

async function offices(): Promise<void> {
  const place = { office_id: office, service_id: 'passport' };
  await world.make('notice');
  await say('visitor', `get ${v1}/notices`, 200);
  await say('visitor', `get ${v1}/notices`, 200, { query: `?office_id=${office}` });
  await say('visitor', `get ${v1}/notices`, 404, { query: '?office_id=atlantis' });
  for (const where of ['GB&place=Leeds', 'CH', 'IT&place=Trieste', 'IT&place=Nowhere', 'AD']) {
    await say('visitor', `get ${v1}/responsible-offices`, 200, { query: `?country=${where}` });
  }
  const listed = await say('visitor', `get ${v1}/services`, 200, { query: '?language=en' });
  for (const { service_id } of listed.json<{ items: { service_id: string }[] }>().items) {
    await say('visitor', `get ${v1}/services/{service_id}`, 200, { params: { service_id } });
  }
  await say('visitor', `get ${v1}/services/{service_id}`, 404, { params: { service_id: 'magic' } });
  await say('visitor', `get ${v1}/offices/{office_id}/services`, 200, { params: place });
  await say('visitor', `get ${v1}/offices/{office_id}/services/{service_id}`, 200, { params: place });
}

async function forms(): Promise<void> {
  await say('citizen', `post ${v1}/drafts`, 404, { body: { procedure_id: 'magic' } });
  const begun = await say('citizen', `post ${v1}/drafts`, 201, {
    body: { procedure_id: 'aire-registration' },
  });
  const { draft_id, revision } = begun.json<{ draft_id: string; revision: number }>();
  const draft = { params: { draft_id } };
  await say('citizen', `get ${v1}/drafts`, 200);
  await say('citizen', `get ${v1}/drafts/{draft_id}`, 200, draft);
  await say('otherCitizen', `get ${v1}/drafts/{draft_id}`, 404, draft);
  await say('citizen', `get ${v1}/drafts/{draft_id}/form`, 200, draft);
  await say('otherCitizen', `get ${v1}/drafts/{draft_id}/form`, 404, draft);
  const said = { stay: 'long', reason: 'moved_from_italy', family: [{ given_name: 'Bea' }] };
  const answers = (read: number) => ({ ...draft, body: { revision: read, answers: said } });
  await say('citizen', `put ${v1}/drafts/{draft_id}/answers`, 200, answers(revision));
  await say('citizen', `put ${v1}/drafts/{draft_id}/answers`, 409, {
    ...draft,
    body: { revision, answers: { stay: 'nato' } },
  });
  await say('citizen', `post ${v1}/drafts/{draft_id}/submission`, 422, draft);
  await say('citizen', `post ${v1}/drafts/{draft_id}/transfer`, 409, draft);
  await say('citizen', `delete ${v1}/drafts/{draft_id}`, 204, draft);
  await say('citizen', `delete ${v1}/drafts/{draft_id}`, 404, draft);

  const again = await say('citizen', `post ${v1}/drafts`, 201, {
    body: { procedure_id: 'aire-registration' },
  });
  const filled = again.json<{ draft_id: string; revision: number }>();
  const own = { params: { draft_id: filled.draft_id } };
  await say('citizen', `put ${v1}/drafts/{draft_id}/answers`, 200, {
    ...own,
    body: { revision: filled.revision, answers: adaMoves },
  });
  for (const asked_for of ['identity', 'proof_of_residence', 'signed_form']) {
    const content = (await aPdf()).toString('base64');
    const upload = {
      form_key: filled.draft_id,
      asked_for,
      name: 'foglio.pdf',
      media_type: 'application/pdf',
    };
    await say('citizen', `post ${v1}/uploads`, 201, { body: { ...upload, content } });
  }
  await say('otherCitizen', `post ${v1}/drafts/{draft_id}/submission`, 404, own);
  const sent = await say('citizen', `post ${v1}/drafts/{draft_id}/submission`, 201, own);
  const file = { params: { file_id: sent.json<{ file_id: string }>().file_id } };
  await say('citizen', `get ${v1}/files`, 200);
  await say('citizen', `get ${v1}/files/{file_id}`, 200, file);
  await say('otherCitizen', `get ${v1}/files/{file_id}`, 404, file);
  await say('citizen', `get ${v1}/files/{file_id}/receipt`, 200, file);
  await say('otherCitizen', `get ${v1}/files/{file_id}/receipt`, 404, file);
  await say('citizen', `post ${v1}/files/{file_id}/messages`, 201, {
    ...file,
    body: { text: 'A che punto è?' },
  });
  await say('citizen', `post ${v1}/files/{file_id}/correction-drafts`, 409, file);
  const withFiles = filing(deps, { filesDir: testFilesDir, bucket: undefined, clamdUrl: undefined });
  await aVerificationFailed(withFiles, file.params.file_id, { officialId: crypto.randomUUID() }, [
    { target: { kind: 'question', path: 'street' }, note: 'Manca il nome della via' },
  ]);
  const wanted = await say('citizen', `post ${v1}/files/{file_id}/correction-drafts`, 201, file);
  const correction = { params: { draft_id: wanted.json<{ draft_id: string }>().draft_id } };
  await say('citizen', `post ${v1}/drafts/{draft_id}/submission`, 409, correction);
  await say('citizen', `post ${v1}/files/{file_id}/cancellation`, 200, file);
  await say('citizen', `post ${v1}/files/{file_id}/cancellation`, 409, file);
}

/** Somebody acts for another. Afterwards, because a delegation that is over is told of. */
async function delegations(): Promise<void> {
  const offer = (email: string) => ({
    body: { procedure_id: 'aire-registration', email, last_day: '2026-12-31' },
  });
  const offered = await say('citizen', `post ${v1}/delegations`, 201, offer('bruno@posta.example'));
  const { delegation_id } = offered.json<{ delegation_id: string }>();
  const delegation = { params: { delegation_id } };
  await say('citizen', `post ${v1}/delegations`, 409, offer('bruno@posta.example'));
  await say('citizen', `post ${v1}/delegations`, 422, offer('niente'));
  await say('citizen', `get ${v1}/delegations`, 200);
  await say('citizen', `get ${v1}/delegations/{delegation_id}`, 200, delegation);
  await say('strongCitizen', `get ${v1}/delegations/{delegation_id}`, 404, delegation);
  await say('otherCitizen', `post ${v1}/delegations/{delegation_id}/acceptance`, 200, delegation);
  await say('otherCitizen', `post ${v1}/delegations/{delegation_id}/drafts`, 201, delegation);
  await say('otherCitizen', `get ${v1}/drafts`, 200);
  await say('otherCitizen', `post ${v1}/delegations/{delegation_id}/revocation`, 200, delegation);
  await say('otherCitizen', `post ${v1}/delegations/{delegation_id}/refusal`, 409, delegation);
  const another = await say('citizen', `post ${v1}/delegations`, 201, offer('bruno@posta.example'));
  await say('otherCitizen', `post ${v1}/delegations/{delegation_id}/refusal`, 204, {
    params: another.json<{ delegation_id: string }>(),
  });
}

async function doors(): Promise<void> {
  const token = { body: { token: 'forged' } };
  await say('visitor', `post ${v1}/registrations`, 422, { body: {} });
  await say('visitor', `post ${v1}/registration-codes`, 409, { body: { to: 'email' } });
  await say('newcomer', `post ${v1}/registration-codes`, 202, { body: { to: 'email' } });
  await say('newcomer', `post ${v1}/registration-activations`, 422, { body: { code: '000000' } });
  await say('visitor', `post ${v1}/registration-contests`, 410, {
    body: { ...token.body, text: 'È mio' },
  });
  const nobody = { identifier: 'nessuno@posta.example' };
  await say('visitor', `post ${v1}/sessions`, 422, { body: { ...nobody, password: 'una frase' } });
  await say('visitor', `post ${v1}/recoveries`, 202, { body: nobody });
  await say('visitor', `post ${v1}/browser-unlocks`, 410, token);
  await say('visitor', `post ${v1}/recovered-passwords`, 410, { body: { ...token.body, password: 'una' } });
  await say('visitor', `post ${v1}/re-entry-checks`, 422, { body: { code: 'AAAA' } });
  await say('visitor', `post ${v1}/re-entry-objections`, 410, token);
  await say('visitor', `post ${v1}/desk/browser-unlocks`, 410, token);
  await say('visitor', `post ${v1}/desk/enrolment-previews`, 410, token);
  const made = await say('citizen', `post ${v1}/account/tokens`, 201, { body: { label: 'Prova' } });
  expect(made.json<{ token: string }>().token.length).toBeGreaterThan(30);
}

async function letters(): Promise<void> {
  const held = { params: { appointment_id: await world.make('appointment') } };
  await say('citizen', `post ${v1}/appointments/{appointment_id}/letters`, 202, held);
  await say('otherCitizen', `post ${v1}/appointments/{appointment_id}/letters`, 404, held);
  const confirm = (token: string) => ({ ...held, body: { office_id: office, token } });
  const confirming = `post ${v1}/appointments/{appointment_id}/confirmation`;
  await say('visitor', confirming, 404, confirm('forged'));
  await say('visitor', confirming, 200, confirm(world.tokenOf(held.params.appointment_id)));

  const question = {
    procedure: 'technical-help',
    office_id: office,
    text: 'La pagina non si apre',
    email: 'bruna@posta.example',
  };
  await say('visitor', `post ${v1}/letter-requests`, 422, { body: { ...question, email: 'bruna' } });
  await say('visitor', `post ${v1}/letter-requests`, 201, { body: question });
  const [letter] = await lettersTo(deps, question.email);
  const url = new URL(letter?.url ?? '');
  const opening = {
    params: { request_id: url.pathname.split('/').at(-1) ?? '' },
    query: `?office_id=${url.searchParams.get('office')}&token=${url.searchParams.get('token')}`,
  };
  const one = `${v1}/letter-requests/{request_id}`;
  await say('visitor', `get ${one}`, 404, { ...opening, query: `?office_id=${office}&token=forged` });
  await say('visitor', `get ${one}`, 200, opening);
  await say('visitor', `post ${one}/messages`, 201, { ...opening, body: { text: 'Nemmeno oggi' } });
  await say('visitor', `post ${one}/cancellation`, 200, opening);
  await say('visitor', `post ${one}/cancellation`, 409, opening);
  await say('visitor', `post ${v1}/resale-reports`, 201, { body: { description: 'Un annuncio' } });
}

test('BO-4: every operation answers as it is described, in success and in refusal', async () => {
  const place = { office_id: office, service_id: 'passport' };
  await say('visitor', 'get /status', 200);
  await say('visitor', `get ${v1}/offices`, 200);
  await say('visitor', `get ${v1}/offices`, 422, { query: '?country=italy' });
  await say('visitor', `get ${v1}/offices/{office_id}`, 200, { params: place });
  await say('visitor', `get ${v1}/offices/{office_id}`, 404, { params: { office_id: 'atlantis' } });
  await say('visitor', `get ${v1}/places`, 200, { query: '?country=GB&text=man' });
  await say('visitor', `get ${v1}/search-results`, 200, { query: '?q=passaporto' });
  await say('visitor', `get ${v1}/offices/{office_id}/services/{service_id}/days`, 200, { params: place });
  await say('visitor', `get ${v1}/offices/{office_id}/services/{service_id}/days`, 422, {
    params: place,
    query: '?from=2026-12-01&until=2026-11-01',
  });
  await say('visitor', `get ${v1}/offices/{office_id}/services/{service_id}/hours`, 200, {
    params: place,
    query: `?day=${day}`,
  });

  const family = worked.cases[0]?.facts as Record<string, unknown>;
  await say('visitor', `post ${v1}/citizenship/assessments`, 200, { body: family });
  await say('visitor', `post ${v1}/citizenship/assessments`, 422, { body: { ...family, as_of: 'soon' } });
  await say('visitor', `post ${v1}/citizenship/assessments`, 422, { body: family, query: '?locale=fr' });
  const records = [
    {
      id: 'one',
      kind: 'birth',
      country: 'IT',
      mentions: [{ person: 'g', role: 'subject', surname: 'Rossi' }],
    },
    {
      id: 'two',
      kind: 'death',
      country: 'GB',
      mentions: [{ person: 'g', role: 'subject', surname: 'Rosi' }],
    },
  ];
  await say('visitor', `post ${v1}/citizenship/record-comparisons`, 200, { body: { records } });
  await say('visitor', `post ${v1}/citizenship/record-comparisons`, 422, { body: { records: [] } });
  await say('visitor', `get ${v1}/citizenship/rules`, 200);
  await say('visitor', `get ${v1}/citizenship/schemas/facts`, 200);
  await say('visitor', `get ${v1}/citizenship/schemas/assessment`, 200);
  await say('visitor', `get ${v1}/citizenship/schemas/records`, 200);
  await say('visitor', `get ${v1}/citizenship/schemas/record-comparison`, 200);

  await say('visitor', `get ${v1}/account`, 401);
  await say('newcomer', `get ${v1}/account`, 403);
  await say('citizen', `get ${v1}/account`, 200);
  await say('citizen', `patch ${v1}/account`, 200, { body: { language: 'en' } });
  await say('citizen', `patch ${v1}/account`, 409, { body: { country: 'IT', place: 'Trieste' } });
  const number = { params: { kind: 'mobile' } };
  await say('citizen', `post ${v1}/account/contacts/{kind}/codes`, 422, { ...number, body: { value: '12' } });
  await say('citizen', `post ${v1}/account/contacts/{kind}/codes`, 202, {
    ...number,
    body: { value: '+447911123499' },
  });
  await say('citizen', `post ${v1}/account/contacts/{kind}/codes`, 429, {
    ...number,
    body: { value: '+447911123499' },
  });
  await say('citizen', `post ${v1}/account/contacts/{kind}/verifications`, 409, {
    ...number,
    body: { code: '000000' },
  });
  const token = { params: { id: await world.make('token') } };
  await say('visitor', `get ${v1}/spid-providers`, 200);
  await say('citizen', `get ${v1}/account/strong-identity`, 200);
  await say('strongCitizen', `get ${v1}/account/strong-identity`, 200);
  await say('citizen', `get ${v1}/account/tokens`, 200);
  await say('otherCitizen', `delete ${v1}/account/tokens/{id}`, 404, token);
  await say('citizen', `delete ${v1}/account/tokens/{id}`, 204, token);

  const wish = { ...place, slot_id: world.slotId, answers: anAnswerToEach('passport') };
  await say('citizen', `post ${v1}/appointments`, 422, { body: { ...wish, answers: {} } });
  await say('otherCitizen', `post ${v1}/appointments`, 403, { body: wish });
  const held = await say('citizen', `post ${v1}/appointments`, 201, { body: wish });
  await say('citizen', `post ${v1}/appointments`, 409, { body: { ...wish, slot_id: world.slotId } });
  const mine = { params: held.json<Record<string, string>>() };
  await say('citizen', `get ${v1}/appointments`, 200);
  await say('citizen', `get ${v1}/appointments/{appointment_id}`, 200, mine);
  await say('otherCitizen', `get ${v1}/appointments/{appointment_id}`, 404, mine);
  const other = { slot_id: world.slotId + 4 };
  const early = await say('citizen', `post ${v1}/appointments/{appointment_id}/move`, 409, {
    ...mine,
    body: other,
  });
  expect(early.json()).toMatchObject({ code: 'confirm_first' });
  const booked = { params: { appointment_id: await world.make('booked') } };
  await say('citizen', `post ${v1}/appointments/{appointment_id}/move`, 200, { ...booked, body: other });
  await say('citizen', `post ${v1}/appointments/{appointment_id}/move`, 409, { ...booked, body: other });
  await say('citizen', `post ${v1}/appointments/{appointment_id}/cancellation`, 200, booked);
  await say('citizen', `post ${v1}/appointments/{appointment_id}/cancellation`, 409, booked);

  const offered = { params: { change_id: await world.make('offered') } };
  await say('citizen', `get ${v1}/appointment-changes/{change_id}`, 200, offered);
  await say('otherCitizen', `get ${v1}/appointment-changes/{change_id}`, 404, offered);
  await say('citizen', `post ${v1}/appointment-changes/{change_id}/refusal`, 200, offered);
  await say('citizen', `post ${v1}/appointment-changes/{change_id}/acceptance`, 409, offered);
  const again = { params: { change_id: await world.make('offered') } };
  await say('citizen', `post ${v1}/appointment-changes/{change_id}/acceptance`, 200, again);

  const question = {
    procedure: 'question',
    office_id: office,
    service_id: 'passport',
    text: 'Che cosa porto?',
  };
  await say('citizen', `post ${v1}/requests`, 422, { body: { ...question, text: '' } });
  const asked = await say('citizen', `post ${v1}/requests`, 201, { body: question });
  const request = { params: { request_id: asked.json<{ request_id: string }>().request_id } };
  await say('citizen', `get ${v1}/requests`, 200);
  await say('citizen', `get ${v1}/requests/{request_id}`, 200, request);
  await say('otherCitizen', `get ${v1}/requests/{request_id}`, 404, request);
  await say('citizen', `post ${v1}/requests/{request_id}/messages`, 201, {
    ...request,
    body: { text: 'Anche le foto?' },
  });
  await say('citizen', `post ${v1}/requests/{request_id}/email-verification`, 404, {
    ...request,
    body: { code: '000000' },
  });
  await say('citizen', `post ${v1}/requests/{request_id}/cancellation`, 200, request);
  await say('citizen', `post ${v1}/requests/{request_id}/cancellation`, 409, request);

  await forms();
  await delegations();

  const fee = { given_name: 'Ada', family_name: 'Prova' };
  await say('citizen', `post ${v1}/payments/contributions`, 422, { body: { ...fee, tax_code: 'X' } });
  const owed = await say('citizen', `post ${v1}/payments/contributions`, 201, { body: fee });
  const payment = { params: { payment_id: owed.json<{ payment_id: string }>().payment_id } };
  await say('citizen', `get ${v1}/payments`, 200);
  await say('citizen', `get ${v1}/payments/{payment_id}`, 200, payment);
  await say('otherCitizen', `get ${v1}/payments/{payment_id}`, 404, payment);
  await say('citizen', `post ${v1}/payments/{payment_id}/checkouts`, 409, payment);
  await say('citizen', `post ${v1}/payments/{payment_id}/cancellation`, 200, payment);
  await say('citizen', `post ${v1}/payments/{payment_id}/checkouts`, 409, payment);

  await say('visitor', `get ${v1}/municipalities/{municipality}`, 200, { params: { municipality: 'A952' } });
  await say('visitor', `get ${v1}/municipalities/{municipality}`, 404, { params: { municipality: 'Z999' } });
  await say('citizen', `get ${v1}/consular-standing`, 200);
  await say('citizen', `get ${v1}/register-comparison`, 200);
  await say('strongCitizen', `get ${v1}/register-comparison`, 200);
  await say('citizen', `get ${v1}/registry-record`, 403);
  await say('strongCitizen', `get ${v1}/registry-record`, 200);
  await say('strongCitizen', `get ${v1}/registry-record/readings`, 200);
  await say('strongCitizen', `get ${v1}/registry-record/digital-domicile`, 503);

  const wanted = { kinds: ['residence'], exempt_use: 'judicial', by_mail: true };
  const someone = { ...wanted, person_id: 'AB12345CD' };
  await say('citizen', `get ${v1}/certificates`, 403);
  await say('strongCitizen', `get ${v1}/certificates`, 200);
  const kinds = await say('strongCitizen', `get ${v1}/certificate-kinds`, 200);
  const { person_id: personId } = kinds.json<{ person_id: string }>();
  await say('strongCitizen', `post ${v1}/certificates`, 409, { body: someone });
  const issued = await say('strongCitizen', `post ${v1}/certificates`, 201, {
    body: { ...wanted, by_mail: false, person_id: personId },
  });
  const certificate = { params: issued.json<Record<string, string>>() };
  await say('strongCitizen', `get ${v1}/certificates/{certificate_id}`, 200, certificate);
  await say('strongCitizen', `post ${v1}/certificates/{certificate_id}/cancellation`, 409, certificate);

  await offices();
  await doors();
  await letters();
  await say('visitor', `get ${v1}/certificate-keys`, 200);
  await say('visitor', `get ${v1}/certificate-revocations`, 200);
  await say('citizen', `get ${v1}/account/proofs`, 403);
  await say('strongCitizen', `post ${v1}/account/proofs`, 422, { body: { facts: ['wealthy'] } });
  const proof = await say('strongCitizen', `post ${v1}/account/proofs`, 201, { body: { facts: ['of_age'] } });
  await say('strongCitizen', `get ${v1}/account/proofs`, 200);
  const taken = { params: { proof_id: proof.json<{ proof_id: string }>().proof_id } };
  await say('strongCitizen', `post ${v1}/account/proofs/{proof_id}/revocations`, 204, taken);

  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  // Passkeys, changes of office, closings, digital domiciles, uploads and citizenship are shown where they are made; a
  // right code, in `registration.db.test.ts` and `api-doors.db.test.ts`; a checkout, in `online-pages.db.test.ts`; a
  // certificate's PDF, its cancellation, keys and proofs, in `certificates-web.db.test.ts`.
  const elsewhere =
    /certificate-keys|certificate-revocations|proofs|digital-domicile|registrations|registration-contests|browser-unlocks|re-entry|email-codes|registration-activations|recovered-passwords|re-entries|password-changes|passkey|sessions|sign-outs|office-change|closing|citizenship|uploads|transfers|documents|\/desk\/|transfer$|verifications$|email-verification$|checkouts$|\/document$|certificates\/\{certificate_id\}\/cancellation$/;
  const untried = operations.filter((each) => !tried.has(each) && !elsewhere.test(each));
  expect(untried, 'operations that this test does not try').toEqual([]);
});
