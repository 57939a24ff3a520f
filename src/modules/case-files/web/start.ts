import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import {
  acceptDocuments,
  listDrafts,
  type TakenUploads,
  takeFormUploads,
} from '#modules/documents/public.ts';
import { requireContacts } from '#modules/identity/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import { findService } from '#modules/services/public.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { referenceOf } from '../domain/case-file.ts';
import { findProcedure } from '../domain/procedures.ts';
import type { CaseFileDeps } from '../use-cases/case-file-deps.ts';
import { findAsker } from '../use-cases/see-case-files.ts';
import { type SubmitRefusal, submitCaseFile } from '../use-cases/submit-case-file.ts';
import { readStart, type StartReading } from './start-form.ts';
import { choosePage, firstChoicePage, type StartPage, startPage } from './start-page.ts';
import { caseFileWords } from './words/words.ts';

interface StartRoute {
  Params: { procedure: string };
  Querystring: { office?: string; service?: string; datum?: string; chosen?: string; code?: string };
}

/** New requests: what for, the form with its files, sent. */
export function startRoutes(deps: CaseFileDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    await acceptDocuments(app);
    const limited = { config: { rateLimit: { max: 100, timeWindow: '10 minutes' } } };

    app.get('/requests/new', async (request, reply) => choosePage(request, reply));
    app.get<StartRoute>('/requests/sent', async (request, reply) => sentPage(request, reply));
    const preHandler = requireContacts(deps, 'request', { othersToo: true });
    app.get<StartRoute>('/requests/new/:procedure', { preHandler }, async (request, reply) =>
      showStart(deps, request, reply),
    );
    app.post<StartRoute>('/requests/new/:procedure', { ...limited, preHandler }, async (request, reply) =>
      takeStart(deps, request, reply),
    );
  };
}

type Frame = Pick<StartPage, 'procedure' | 'office' | 'service' | 'asker'>;

/** What the address and the session say of a form; nothing where there is none, or where it needs a sign-in. */
async function frameOf(
  deps: CaseFileDeps,
  request: FastifyRequest<StartRoute>,
  reply: FastifyReply,
): Promise<Frame | undefined> {
  const procedure = findProcedure(request.params.procedure);
  const { who, query } = request;
  const service = query.service === undefined ? undefined : findService(query.service);
  if (procedure === undefined || (procedure.id === 'question') !== (service !== undefined)) {
    reply.notFound();
    return undefined;
  }
  const asker = who.kind === 'citizen' && who.active ? await findAsker(deps, who.accountId) : undefined;
  if (procedure.openTo === 'account_holders' && asker === undefined) {
    reply.askToSignIn('citizen');
    return undefined;
  }
  const chosen = procedure.office === 'responsible' ? undefined : query.office;
  const office = findOffice(chosen ?? asker?.officeId ?? '');
  return { procedure, service, asker, office };
}

async function showStart(
  deps: CaseFileDeps,
  request: FastifyRequest<StartRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const frame = await frameOf(deps, request, reply);
  if (frame === undefined) return reply;
  const { procedure, office } = frame;
  if (procedure.office === 'responsible' && office === undefined) return noOfficePage(request, reply);
  const { datum = '', chosen } = request.query;
  if (procedure.first !== undefined && !procedure.first.values.includes(datum)) {
    const problem = chosen === undefined ? undefined : caseFileWords[request.locale].form.datum;
    return firstChoicePage(request, reply, procedure.id, procedure.first, problem);
  }
  return startPage(request, reply, {
    ...frame,
    typed: { datum },
    key: crypto.randomUUID(),
    problems: {},
    drafts: [],
    uploadProblems: [],
  });
}

async function takeStart(
  deps: CaseFileDeps,
  request: FastifyRequest<StartRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const frame = await frameOf(deps, request, reply);
  if (frame === undefined) return reply;
  const { procedure, asker, service } = frame;
  const { locale } = request;
  const reading = readStart(procedure, request.body, {
    locale,
    today: dayAt(deps.now(), 'UTC'),
    asksEmail: asker === undefined,
  });
  const holder = { formKey: reading.key, accountId: asker?.accountId ?? null };
  const uploads = await takeFormUploads(deps, request, holder);
  const officeId = frame.office?.id ?? findOffice(reading.typed['office'] ?? '')?.id ?? null;
  const problems =
    officeId === null && procedure.office === 'chosen'
      ? { office: caseFileWords[locale].submitRefusals.no_office, ...reading.problems }
      : reading.problems;
  if (uploads.onlyFiles) return again(request, reply, frame, reading, uploads, {});
  if (Object.keys(problems).length > 0) return again(request, reply, frame, reading, uploads, problems);

  const submitted = await submitCaseFile(deps, {
    procedure: procedure.id,
    asker:
      asker === undefined
        ? { kind: 'address', email: reading.email, locale }
        : { kind: 'account', accountId: asker.accountId },
    officeId,
    serviceId: service?.id ?? null,
    answers: reading.answers,
    text: reading.text,
    key: reading.key,
  });
  if (submitted.ok) {
    const { id } = submitted.value;
    return reply.seeOther(
      asker === undefined ? `/requests/sent?code=${referenceOf(id)}` : `/requests/${id}?done=submitted`,
    );
  }
  const left = { ...uploads, drafts: await listDrafts(deps, holder) };
  const sentence = caseFileWords[locale].submitRefusals[submitted.refusal.code];
  const field = fieldOf(submitted.refusal.code, reading);
  return field === undefined
    ? again(request, reply, frame, reading, left, {}, sentence)
    : again(request, reply, frame, reading, left, { [field]: sentence });
}

/** The same form with everything that was typed and every file that was taken. */
function again(
  request: FastifyRequest,
  reply: FastifyReply,
  frame: Frame,
  { typed, key }: StartReading,
  uploads: TakenUploads,
  problems: Readonly<Record<string, string>>,
  hindrance?: string,
): FastifyReply {
  return startPage(request, reply, {
    ...frame,
    typed,
    key,
    problems,
    drafts: uploads.drafts,
    uploadProblems: uploads.problems,
    hindrance,
  });
}

/** At which field a refusal is told; those about the whole form stand above it. */
function fieldOf(code: SubmitRefusal['code'] | 'key_reused', { answers }: StartReading): string | undefined {
  switch (code) {
    case 'documents_missing':
      return 'files';
    case 'no_office':
      return 'office';
    case 'not_an_email':
    case 'same_email':
    case 'too_soon':
    case 'too_many_codes':
      return 'email';
    case 'tax_code_does_not_fit':
      return answers['datum'] === 'tax_code' ? 'tax_code' : 'new_tax_code';
    case 'sign_in_required':
    case 'too_many_requests':
    case 'open_already':
    case 'nothing_to_correct':
    case 'key_reused':
      return undefined;
  }
}

function noOfficePage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { locale } = request;
  const words = caseFileWords[locale];
  const { title } = words.start['identity-correction'];
  return reply.page({
    title,
    section: 'requests',
    main: html`<h1>${title}</h1><p class="lead">${words.form.noResponsible}</p><p><a class="btn btn-primary" href="${localized(locale, '/account/profile')}">${words.form.toProfile}</a></p>`,
  });
}

function sentPage(request: FastifyRequest<StartRoute>, reply: FastifyReply): FastifyReply {
  const words = caseFileWords[request.locale].sent;
  const code = /^[0-9A-F]{8}$/.exec(request.query.code ?? '')?.[0];
  return reply.page({
    title: words.title,
    section: 'requests',
    main: html`<h1>${words.title}</h1><p class="lead">${words.text}</p><p>${words.junk}</p>${code && html`<p>${words.reference}: <code>${code}</code></p>`}`,
  });
}
