import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Draft, uploadField } from '#modules/documents/public.ts';
import type { Applicant } from '#modules/identity/public.ts';
import { listOffices, type Office } from '#modules/offices/public.ts';
import type { Service } from '#modules/services/public.ts';
import {
  hidden,
  problemSummary,
  radioField,
  selectField,
  textArea,
  textField,
} from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import { longestText } from '../domain/case-file.ts';
import type { CaseQuestion, Procedure } from '../domain/procedure.ts';
import { questionsFor } from '../domain/procedure.ts';
import { type PlainRequest, type ProcedureId, procedures, type QuestionName } from '../domain/procedures.ts';
import { caseFileLetterWords } from '../letters/words/words.ts';
import { notice, officeName } from './pieces.ts';
import { caseFileWords } from './words/words.ts';

/** What can be asked for, in plain words. */
export function choosePage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { locale } = request;
  const words = caseFileWords[locale];
  const offered = procedures.filter((each) => each.id !== 'question');
  return reply.page({
    title: words.choose.title,
    section: 'requests',
    breadcrumb: crumbs(request, words.choose.title),
    main: html`<h1>${words.choose.title}</h1><p class="lead">${words.choose.lead}</p>
<ul class="card-list">${offered.map(
      ({ id }) =>
        html`<li class="card-line"><h2><a href="${localized(locale, `/requests/new/${id}`)}">${words.start[id].title}</a></h2><p>${words.start[id].lead}</p></li>`,
    )}</ul><p>${words.choose.services} <a href="${localized(locale, '/services')}">${words.choose.toServices}</a></p>`,
  });
}

function crumbs({ locale, who }: FastifyRequest, title: string) {
  const { list } = caseFileWords[locale];
  return who.kind === 'citizen'
    ? [{ label: list.title, path: '/requests' }, { label: title }]
    : [{ label: title }];
}

/** The choice on which the form depends. */
export function firstChoicePage(
  request: FastifyRequest,
  reply: FastifyReply,
  id: ProcedureId,
  { values, name }: NonNullable<Procedure['first']>,
  problem?: string,
): FastifyReply {
  const { locale } = request;
  const words = caseFileWords[locale];
  const start = words.start[id];
  const data: Readonly<Record<string, string>> = caseFileLetterWords[locale].data;
  return reply.page({
    title: start.title,
    section: 'requests',
    status: problem === undefined ? 200 : 422,
    hasProblems: problem !== undefined,
    breadcrumb: crumbs(request, start.title),
    main: html`<h1>${start.title}</h1><p class="lead">${start.lead}</p>
${problem !== undefined && problemSummary(webWords[locale].problems.summaryTitle, [{ name, text: problem }])}
<form method="get" action="${localized(locale, `/requests/new/${id}`)}" class="form" novalidate>${radioField({
      name,
      label: words.choose.which,
      problem,
      choices: values.map((value) => ({ value, label: capital(data[value] ?? value) })),
    })}${hidden('chosen', 'yes')}${submitButton(words.choose.whichSubmit)}</form>`,
  });
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export interface StartPage {
  readonly procedure: PlainRequest;
  /** The office that the address of the page names, or the person's own. */
  readonly office: Office | undefined;
  readonly service: Service | undefined;
  readonly asker: Applicant | undefined;
  readonly typed: Typed;
  readonly key: string;
  readonly problems: Readonly<Record<string, string>>;
  readonly drafts: readonly Draft[];
  readonly uploadProblems: readonly string[];
  /** What stands in the way of the whole form. */
  readonly hindrance?: string | undefined;
}

/** The form of a procedure, as its definition says. */
export function startPage(request: FastifyRequest, reply: FastifyReply, page: StartPage): FastifyReply {
  const { locale } = request;
  const words = caseFileWords[locale];
  const { procedure, service, typed, problems, key, asker, office } = page;
  const start = words.start[procedure.id];
  const datum = procedure.first === undefined ? undefined : (typed[procedure.first.name] ?? '');
  const title = datum === undefined ? start.title : `${start.title}: ${dataWords(request)[datum] ?? ''}`;
  const lines = [
    ...Object.entries(problems).map(([name, text]) => ({ name, text })),
    ...page.uploadProblems.map((text) => ({ name: 'files', text })),
  ];
  const failed = lines.length > 0 || page.hindrance !== undefined;
  return reply.page({
    title,
    section: 'requests',
    status: failed ? 422 : 200,
    hasProblems: failed,
    scripts: ['upload-field'],
    breadcrumb: crumbs(request, title),
    main: html`<h1>${title}</h1><p class="lead">${start.lead}</p>
${service && html`<p><strong>${words.form.service(service.title[locale])}</strong></p>`}
${notice(page.hindrance, 'warning')}${problemSummary(webWords[locale].problems.summaryTitle, lines)}
${form(reply, {
  action: actionOf(page),
  key,
  files: true,
  content: html`${procedure.first && hidden(procedure.first.name, datum ?? '')}${officeField(request, page)}${
    asker === undefined
      ? textField({
          name: 'asker_email',
          label: words.form.email,
          hint: words.form.emailHint,
          type: 'email',
          autocomplete: 'email',
          maxlength: 254,
          value: typed['asker_email'],
          problem: problems['asker_email'],
        })
      : html`<p>${words.form.answersGoTo} <strong>${asker.email}</strong>.</p>`
  }${current(request, page, datum)}${questionsFor(procedure, typed).map((question) => questionField(request, page, question))}${textArea(
    {
      name: 'text',
      label: start.text,
      hint: start.textHint,
      rows: 6,
      maxlength: longestText,
      value: typed['text'],
      problem: problems['text'],
    },
  )}${uploadField(request, {
    label: words.form.files,
    hint: procedure.leastDocuments > 0 ? words.form.filesProof : words.form.filesHelp,
    optional: procedure.leastDocuments > 0 ? undefined : webWords[locale].optional,
    drafts: page.drafts,
    problems: [...page.uploadProblems, ...(problems['files'] === undefined ? [] : [problems['files']])],
  })}${submitButton(words.form.submit)}<p class="source">${words.form.by(procedure.term.law, procedure.term.days)} ${
    office && procedure.office === 'responsible' && `${words.form.toOffice} ${office.name[locale]}.`
  }</p>`,
})}`,
  });
}

function dataWords({ locale }: FastifyRequest): Readonly<Record<string, string>> {
  return caseFileLetterWords[locale].data;
}

function actionOf({ procedure, office, service, asker }: StartPage): string {
  const query = new URLSearchParams({
    ...(procedure.office === 'chosen' && office !== undefined && asker?.officeId !== office.id
      ? { office: office.id }
      : {}),
    ...(service === undefined ? {} : { service: service.id }),
  });
  return `/requests/new/${procedure.id}${query.size === 0 ? '' : `?${query}`}`;
}

function officeField(
  { locale }: FastifyRequest,
  { procedure, office, typed, problems }: StartPage,
): Html | false {
  const words = caseFileWords[locale].form;
  if (procedure.office === 'responsible') return false;
  if (office !== undefined)
    return html`<p>${words.toOffice} <strong>${officeName(office.id, locale)}</strong>.</p>`;
  return selectField({
    name: 'office',
    label: words.office,
    hint: words.officeHint,
    empty: words.officeEmpty,
    value: typed['office'],
    problem: problems['office'],
    choices: [...listOffices()]
      .sort((one, other) => one.city[locale].localeCompare(other.city[locale], locale))
      .map((each) => ({ value: each.id, label: each.name[locale] })),
  });
}

/** What the datum reads today, so that people see what they are about to correct. */
function current({ locale }: FastifyRequest, { asker }: StartPage, datum: string | undefined): Html | false {
  if (asker === undefined || datum === undefined) return false;
  const words = caseFileWords[locale];
  const now: Readonly<Record<string, string | null>> = {
    name: `${asker.givenName} ${asker.familyName}`,
    birth_date: asker.bornOn,
    birth_place: asker.birthPlace,
    tax_code: asker.taxCode,
    email: asker.email,
  };
  return html`<dl class="summary"><div><dt>${words.form.now}</dt><dd>${now[datum] ?? words.file.unknown}</dd></div></dl>`;
}

function questionField(
  { locale }: FastifyRequest,
  { typed, problems }: StartPage,
  question: CaseQuestion,
): Html {
  const { label, hint } = caseFileWords[locale].questions[question.name as QuestionName];
  return textField({
    name: question.name,
    label,
    hint,
    optional: question.optional === true ? webWords[locale].optional : undefined,
    value: typed[question.name],
    problem: problems[question.name],
    type: question.kind === 'date' ? 'date' : question.kind === 'email' ? 'email' : 'text',
    maxlength: question.kind === 'tax_code' ? 20 : 254,
    ...(question.kind === 'date' ? { width: 'medium' as const } : {}),
  });
}
