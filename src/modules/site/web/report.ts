import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dayAt } from '#kernel/civil-date.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { findOffice, listOffices } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { problemSummary, selectField, textArea, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { html } from '#platform/web/html.ts';
import { principalOf } from '#platform/web/who.ts';
import { webWords } from '#platform/web/words/words.ts';
import { readReports, reportResale } from '../use-cases/report-resale.ts';
import { siteWords } from './words/words.ts';

const report = z.object({
  description: z.string().trim().min(1, 'missing').max(4000, 'tooLong'),
  seenAt: z.string().trim().max(500, 'tooLong').default(''),
  contact: z.string().trim().max(200, 'tooLong').default(''),
  office: z
    .string()
    .default('')
    .transform((id) => findOffice(id)?.id ?? null),
});

/** Reporting appointments offered for money, and reading the reports. */
export function reportRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/report', async (request, reply) => reportPage(request, reply, {}, {}));

  app.post(
    '/report',
    { config: { rateLimit: { max: 20, timeWindow: '10 minutes' } } },
    async (request, reply) => {
      const reading = readForm(report, request.body);
      if (!reading.ok) return reportPage(request, reply, reading.typed, reading.problems, reading.key);
      const { office, ...said } = reading.value;
      const outcome = await reportResale(deps, reading.key, { ...said, officeId: office });
      if (!outcome.ok) return reportPage(request, reply, reading.typed, {});
      return reply.seeOther(`/report/done?code=${outcome.value.id.slice(0, 8)}`);
    },
  );

  app.get<{ Querystring: { code?: string } }>('/report/done', async (request, reply) => {
    const words = siteWords[request.locale].report;
    const code = /^[0-9a-f]{8}$/.test(request.query.code ?? '')
      ? (request.query.code ?? '').toUpperCase()
      : '';
    return reply.page({
      title: words.done,
      breadcrumb: [{ label: words.title, path: '/report' }, { label: words.done }],
      main: html`<h1>${words.done}</h1><p class="lead">${words.doneText(code)}</p>`,
    });
  });

  app.get('/desk/reports', { preHandler: officialsOnly }, async (request, reply) => {
    const words = siteWords[request.locale].report;
    const reports = await readReports(deps, principalOf(officialOf(request)));
    return reply.page({
      title: words.deskTitle,
      section: 'desk',
      breadcrumb: [{ label: words.deskTitle }],
      main: html`<h1>${words.deskTitle}</h1>${
        reports.length === 0
          ? html`<p>${words.deskEmpty}</p>`
          : html`<ul class="card-list">${reports.map(
              (each) =>
                html`<li class="card-line"><h2>${each.id.slice(0, 8).toUpperCase()}</h2><p>${formatShortDay(dayAt(each.createdAt, 'Europe/Rome'), request.locale)}, ${(each.officeId && findOffice(each.officeId)?.name[request.locale]) || words.noOffice}</p><p class="typed">${each.description}</p><p class="typed">${each.seenAt} ${each.contact}</p></li>`,
            )}</ul>`
      }`,
    });
  });
}

function reportPage(
  request: FastifyRequest,
  reply: FastifyReply,
  typed: Typed,
  codes: Readonly<Record<string, string>>,
  key?: string,
): FastifyReply {
  const { locale } = request;
  const words = siteWords[locale].report;
  const problem = (name: string) =>
    codes[name] === undefined ? undefined : codes[name] === 'missing' ? words.missing : words.tooLong;
  return reply.page({
    title: words.title,
    status: Object.keys(codes).length > 0 ? 422 : 200,
    hasProblems: Object.keys(codes).length > 0,
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${problemSummary(
  webWords[locale].problems.summaryTitle,
  Object.keys(codes).map((name) => ({ name, text: problem(name) ?? '' })),
)}
${form(reply, {
  action: '/report',
  key,
  content: html`${textArea({ name: 'description', label: words.description, hint: words.descriptionHint, value: typed['description'], problem: problem('description'), rows: 6 })}${textField(
    {
      name: 'seenAt',
      label: words.seenAt,
      hint: words.seenAtHint,
      optional: webWords[locale].optional,
      value: typed['seenAt'],
      problem: problem('seenAt'),
    },
  )}${selectField({
    name: 'office',
    label: words.office,
    empty: words.officeAny,
    value: typed['office'],
    choices: [...listOffices()]
      .sort((one, other) => one.city[locale].localeCompare(other.city[locale], locale))
      .map((office) => ({ value: office.id, label: office.name[locale] })),
  })}${textField({ name: 'contact', label: words.contact, optional: webWords[locale].optional, value: typed['contact'], problem: problem('contact') })}${submitButton(words.submit)}`,
})}`,
  });
}
