import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { requireContacts } from '#modules/identity/public.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { FormProcedure } from '../../domain/procedure.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import { openDraft } from '../../use-cases/drafts.ts';
import { type StartView, viewStart } from '../../use-cases/see-start.ts';
import { notice, officeName } from '../pieces.ts';
import { formWords } from '../words/form-words.ts';
import { typist } from './find-draft.ts';

interface ProcedureRoute {
  Params: { folder: string };
}

/** What each procedure is, and its beginning. */
export function procedureRoutes(deps: CaseFileDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.get('/procedures', async (request, reply) => listPage(deps, request, reply));
    app.get<ProcedureRoute>('/procedures/:folder', async (request, reply) => {
      const procedure = deps.procedures.findForm(request.params.folder);
      if (procedure === undefined) return reply.notFound();
      const { who } = request;
      const accountId = who.kind === 'citizen' && who.active ? who.accountId : null;
      return procedurePage(request, reply, procedure, await viewStart(deps, { procedure, accountId }));
    });
    app.post<ProcedureRoute>(
      '/procedures/:folder/drafts',
      { preHandler: [citizensOnly, requireContacts(deps, 'request')] },
      async (request, reply) => {
        const procedure = deps.procedures.findForm(request.params.folder);
        if (procedure === undefined) return reply.notFound();
        const who = citizenOf(request);
        const start = await viewStart(deps, { procedure, accountId: who.accountId });
        if (start.entry !== undefined) return procedurePage(request, reply, procedure, start);
        const draft = await openDraft(deps, {
          ...typist(request),
          procedure,
          withRecord: who.signedInWith === 'spid',
        });
        return reply.seeOther(`/drafts/${draft.id}`);
      },
    );
  };
}

function listPage({ procedures }: CaseFileDeps, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { locale } = request;
  const words = formWords[locale].start;
  return reply.page({
    title: words.list,
    section: 'requests',
    breadcrumb: [{ label: words.list }],
    main: html`<h1>${words.list}</h1><p class="lead">${words.listLead}</p><ul class="card-list">${procedures.withForm.map(
      ({ id, form: { title, summary } }) =>
        html`<li class="card-line"><h2><a href="${localized(locale, `/procedures/${id}`)}">${title[locale]}</a></h2><p>${summary[locale]}</p></li>`,
    )}</ul>`,
  });
}

/** What it is, who may ask for it, what is needed, how long it takes, what the law says, and the way in. */
function procedurePage(
  request: FastifyRequest,
  reply: FastifyReply,
  procedure: FormProcedure,
  start: StartView,
): FastifyReply {
  const { locale } = request;
  const words = formWords[locale].start;
  const { form: definition } = procedure;
  const { officeId, usual } = start;
  return reply.page({
    title: definition.title[locale],
    section: 'requests',
    breadcrumb: [{ label: words.list, path: '/procedures' }, { label: definition.title[locale] }],
    main: html`<h1>${definition.title[locale]}</h1><p class="lead">${definition.summary[locale]}</p>
${beginning(request, reply, procedure, start)}
<h2>${words.who}</h2><p>${words.needs[definition.needs]}</p>${officeId !== null && html`<p>${words.office(officeName(officeId, locale))}</p>`}
<h2>${words.prepare}</h2>${
      definition.documents.length === 0
        ? html`<p>${words.prepareNone}</p>`
        : html`<ul class="checklist">${definition.documents.map(
            ({ title, when, forEach, mustShow }) =>
              html`<li>${title[locale]}${(when ?? forEach) && html` <span class="detail">(${forEach === undefined ? words.sometimes : words.forEach})</span>`}${
                mustShow.length > 0 &&
                html`<br><span class="detail">${mustShow.map((line) => line[locale]).join(' ')}</span>`
              }</li>`,
          )}</ul>`
    }<p>${words.pages(definition.sections.filter(({ when, ends }) => when === undefined && ends === undefined).length + 2)}</p>
<h2>${words.time}</h2><p>${usual === undefined ? words.noUsual : words.usual(usual.from, usual.until)}</p>${procedure.term === null && html`<p>${words.noTerm}</p>`}
${procedure.law.length > 0 && html`<h2>${words.law}</h2><p class="source">${procedure.law.join('; ')}</p>`}`,
  });
}

function beginning(
  request: FastifyRequest,
  reply: FastifyReply,
  procedure: FormProcedure,
  { entry, draft, openId, officeId, signedIn }: StartView,
): Html {
  const { locale } = request;
  const words = formWords[locale];
  const action = `/procedures/${procedure.id}/drafts`;
  if (openId !== undefined)
    return html`${notice(words.start.hasOpen)}<p><a class="btn btn-primary" href="${localized(locale, `/files/${openId}`)}">${words.start.open}</a></p>`;
  if (entry !== undefined)
    return html`${notice(words.refusals[entry], 'warning')}<p><a class="btn btn-primary" href="${localized(locale, '/procedures/aire-registration')}">${words.review.toAire}</a></p>`;
  if (signedIn && officeId === null)
    return html`${notice(words.refusals.no_office, 'warning')}<p><a href="${localized(locale, '/account/profile')}">${words.review.toProfile}</a></p>`;
  const label = !signedIn ? words.start.signIn : draft === undefined ? words.start.begin : words.start.goOn;
  const until = draft && formatShortDay(dayAt(draft.expiresAt, 'Europe/Rome'), locale);
  return html`${until !== undefined && html`<p>${words.start.hasDraft(until)}</p>`}${form(reply, { action, class: 'inline-form', content: submitButton(label) })}`;
}
