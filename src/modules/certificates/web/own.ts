import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { stepsAhead } from '../domain/certificate-lifecycle.ts';
import { isExemptionId } from '../domain/exemptions.ts';
import { isKindId, type KindId } from '../domain/kinds.ts';
import { certificateLanguages } from '../domain/languages.ts';
import { fileName } from '../use-cases/attach-certificate.ts';
import { giveUpCertificate } from '../use-cases/give-up-certificate.ts';
import { issueCertificate } from '../use-cases/issue-certificate.ts';
import { prepareCertificate, renderContent } from '../use-cases/prepare-certificate.ts';
import { readCatalogue } from '../use-cases/read-people.ts';
import { requestCertificate } from '../use-cases/request-certificate.ts';
import { fetchCertificate, seeCertificate, seeOwnCertificates } from '../use-cases/see-certificates.ts';
import { certificatePage } from './certificate-page.ts';
import type { CertificatesWeb } from './certificates-web.ts';
import { choosePage } from './choose-page.ts';
import { declineSentences } from './declined.ts';
import { choiceQuery, detailsPage } from './details-page.ts';
import { ownListPage } from './list-page.ts';
import { certificateWords } from './words/words.ts';

interface ChoiceRoute {
  Querystring: { person?: string; kinds?: string | string[] };
}
interface OneRoute {
  Params: { id: string };
}

const personField = z.string().max(40).optional();
const listOf = (raw: string | readonly string[] | undefined): KindId[] => [
  ...new Set(
    [raw ?? []]
      .flat()
      .flatMap((each) => String(each).split(','))
      .filter(isKindId),
  ),
];
const as = (request: FastifyRequest) =>
  ({ kind: 'citizen', accountId: citizenOf(request).accountId }) as const;

/** A person's own certificates: the list, the request in two steps, one certificate and its file. */
export function ownCertificateRoutes(deps: CertificatesWeb): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', deps.strong);
    app.get('/certificates', async (request, reply) =>
      ownListPage(request, reply, await seeOwnCertificates(deps, citizenOf(request).accountId)),
    );
    app.get<ChoiceRoute>('/certificates/new', async (request, reply) =>
      choose(deps, request, reply, { person: request.query.person, chosen: listOf(request.query.kinds) }),
    );
    app.get<ChoiceRoute>('/certificates/new/details', async (request, reply) =>
      details(deps, request, reply, {
        person: request.query.person,
        kinds: listOf(request.query.kinds),
        typed: {},
      }),
    );
    app.get<ChoiceRoute>('/certificates/new/preview.pdf', async (request, reply) => {
      const prepared = await prepareCertificate(deps, {
        ...wishOf(request, request.query.person, listOf(request.query.kinds)),
        language: 'it',
        duty: { kind: 'stamp' },
      });
      if (!prepared.ok) return reply.notFound();
      return sendPdf(reply, await renderContent(deps, prepared.value.content, deps.now()), 'anteprima.pdf');
    });
    app.post('/certificates', async (request, reply) => ask(deps, request, reply));
    oneRoutes(app, deps);
  };
}

function oneRoutes(app: FastifyInstance, deps: CertificatesWeb): void {
  app.get<OneRoute>('/certificates/:id', async (request, reply) => show(deps, request, reply));
  app.get<OneRoute>('/certificates/:id/certificate.pdf', async (request, reply) => {
    const fetched = await fetchCertificate(deps, as(request), request.params.id);
    if (fetched.ok) return sendPdf(reply, fetched.value.pdf, fileName(fetched.value.certificate));
    if (fetched.refusal.code === 'no_such_certificate') return reply.notFound();
    return show(deps, request, reply, certificateWords[request.locale].refusals[fetched.refusal.code]);
  });
  app.post<OneRoute>('/certificates/:id/cancellation', async (request, reply) => {
    const { id } = request.params;
    if ((await seeCertificate(deps, as(request), id)) === undefined) return reply.notFound();
    const outcome = await giveUpCertificate(deps, { id, accountId: citizenOf(request).accountId });
    if (outcome.ok) return reply.seeOther(`/certificates/${id}`);
    return show(deps, request, reply, certificateWords[request.locale].refusals[outcome.refusal.code]);
  });
}

function sendPdf(reply: FastifyReply, pdf: Uint8Array, name: string): FastifyReply {
  return reply
    .type('application/pdf')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Buffer.from(pdf));
}

async function show(
  deps: CertificatesWeb,
  request: FastifyRequest<OneRoute>,
  reply: FastifyReply,
  problem?: string,
): Promise<FastifyReply> {
  const seen = await seeCertificate(deps, as(request), request.params.id);
  // Whoever comes back from paying need not wait for the timer.
  const goesOn = seen !== undefined && stepsAhead.includes(seen.certificate.state);
  if (goesOn) await issueCertificate(deps, request.params.id).catch(deps.onFault);
  const view = goesOn ? await seeCertificate(deps, as(request), request.params.id) : seen;
  return view === undefined ? reply.notFound() : certificatePage(request, reply, { view, problem });
}

const wishOf = (request: FastifyRequest, person: string | undefined, kinds: readonly KindId[]) => ({
  accountId: citizenOf(request).accountId,
  personId: person ?? '',
  kinds,
});

function noRecordPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const words = certificateWords[request.locale];
  return reply.page({
    title: words.noRecord.title,
    section: 'certificates',
    status: 409,
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.noRecord.title}</h1><p>${words.noRecord.why} ${words.noRecord.now}</p><p><a class="btn btn-primary" href="${localized(request.locale, '/your-data')}">${words.noRecord.link}</a></p>`,
  });
}

async function choose(
  deps: CertificatesWeb,
  request: FastifyRequest,
  reply: FastifyReply,
  { person, chosen, problem }: { person: string | undefined; chosen: readonly KindId[]; problem?: string },
): Promise<FastifyReply> {
  const { accountId } = citizenOf(request);
  const personId = personField.safeParse(person).data;
  const catalogue = await readCatalogue(deps, { accountId, personId });
  if (catalogue.ok) return choosePage(request, reply, { catalogue: catalogue.value, chosen, problem });
  return catalogue.refusal.code === 'no_record' ? noRecordPage(request, reply) : reply.notFound();
}

interface Details {
  readonly person: string | undefined;
  readonly kinds: readonly KindId[];
  readonly typed: Typed;
  readonly key?: string;
  readonly problems?: Readonly<Record<string, string>>;
  readonly warning?: Parameters<typeof detailsPage>[2]['warning'];
}

async function details(
  deps: CertificatesWeb,
  request: FastifyRequest,
  reply: FastifyReply,
  { person, kinds, ...page }: Details,
): Promise<FastifyReply> {
  const words = certificateWords[request.locale];
  if (kinds.length === 0)
    return choose(deps, request, reply, { person, chosen: [], problem: words.choose.pickOne });
  const { accountId } = citizenOf(request);
  const catalogue = await readCatalogue(deps, { accountId, personId: personField.safeParse(person).data });
  if (!catalogue.ok)
    return catalogue.refusal.code === 'no_record' ? noRecordPage(request, reply) : reply.notFound();
  const { subject } = catalogue.value;
  const prepared = await prepareCertificate(deps, {
    ...wishOf(request, subject.personId, kinds),
    language: 'it',
    duty: { kind: 'stamp' },
  });
  if (!prepared.ok) {
    const { refusal } = prepared;
    const problem =
      refusal.code === 'declined'
        ? refusal.declines.flatMap((each) => declineSentences(each, request.locale)).join(' ')
        : words.refusals[refusal.code];
    return choose(deps, request, reply, { person: subject.personId, chosen: kinds, problem });
  }
  return detailsPage(request, reply, {
    catalogue: catalogue.value,
    kinds,
    content: prepared.value.content,
    canPay: deps.stamping !== undefined,
    ...page,
  });
}

const requestForm = z.object({
  person: z.string().max(40),
  kinds: z.string().max(500),
  language: z.enum(certificateLanguages).catch('it'),
  use: z.string().refine((raw) => raw === 'stamp' || isExemptionId(raw)),
  by_mail: z.string().optional(),
});

async function ask(
  deps: CertificatesWeb,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const reading = readForm(requestForm, request.body);
  const { typed, key } = reading;
  const { locale } = request;
  const words = certificateWords[locale];
  const kinds = listOf(typed['kinds']);
  const again = (more: Partial<Details>) =>
    details(deps, request, reply, { person: typed['person'], kinds, typed, key, ...more });
  if (!reading.ok) return again({ problems: { use: words.confirm.pickUse } });
  const { use, language, person: personId, by_mail: byMail } = reading.value;
  const outcome = await requestCertificate(deps, {
    ...wishOf(request, personId, kinds),
    language,
    duty: isExemptionId(use) ? { kind: 'exempt', use } : { kind: 'stamp' },
    locale,
    byMail: byMail === 'yes',
    key,
  });
  if (outcome.ok) return goOn(deps, reply, outcome.value);
  const { refusal } = outcome;
  if (refusal.code === 'declined')
    return again({
      warning: html`${refusal.declines.flatMap((each) => declineSentences(each, locale)).map((each) => html`<p>${each}</p>`)}`,
    });
  const link =
    refusal.code === 'email_needed' &&
    html` <a href="${localized(locale, `/account/contacts/email?for=certificate_by_mail&next=${encodeURIComponent(`/certificates/new/details?${choiceQuery(personId, kinds)}`)}`)}">${words.contactsLink}</a>`;
  // The same form with other words is another wish: it gets a key of its own.
  return details(deps, request, reply, {
    person: personId,
    kinds,
    typed,
    warning: html`<p>${words.refusals[refusal.code]}${link}</p>`,
  });
}

/** To the payment, or to the certificate: an exempt one is ready when the page opens, or the timer goes on with it. */
async function goOn(
  deps: CertificatesWeb,
  reply: FastifyReply,
  { id, orderId }: { readonly id: string; readonly orderId: string | null },
): Promise<FastifyReply> {
  if (orderId !== null) return reply.seeOther(`/payments/${orderId}`);
  await issueCertificate(deps, id).catch(deps.onFault);
  return reply.seeOther(`/certificates/${id}`);
}
