import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import { hidden, problemSummary, radioField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import { holderOf, numberOf } from '../../domain/certificate.ts';
import { isIssued } from '../../domain/certificate-lifecycle.ts';
import type { OfficeSearchRefusal, TypedSearch } from '../../domain/office-search.ts';
import type { CertificateView } from '../../use-cases/see-certificates.ts';
import { kindNames, shortDay, stateBadge } from '../pieces.ts';
import { certificateWords } from '../words/words.ts';

export const deskPath = (office: string) => `/desk/offices/${office}/certificates`;

export interface DeskList {
  readonly office: string;
  readonly typed: TypedSearch;
  readonly views: readonly CertificateView[];
  readonly next: string | null;
  /** It is not the first page. */
  readonly isLater: boolean;
  readonly showsHolders: boolean;
  readonly refusal?: OfficeSearchRefusal['code'];
}

const fieldOf: Record<OfficeSearchRefusal['code'], string> = {
  not_a_number: 'number',
  name_too_short: 'name',
  not_a_date: 'issuedOn',
};

/** What a municipality has issued, the newest first: by its number, or by whom it is about and the day. */
export function deskListPage(request: FastifyRequest, reply: FastifyReply, page: DeskList): FastifyReply {
  const { locale } = request;
  const words = certificateWords[locale].desk;
  const { office, typed, views, refusal } = page;
  const text = refusal && words.problems[refusal];
  const problem = (name: string) => (refusal && fieldOf[refusal] === name ? text : undefined);
  const wrong = text === undefined || refusal === undefined ? [] : [{ name: fieldOf[refusal], text }];
  const asked = Object.values(typed).some((each) => each !== undefined && each !== '');
  return reply.page({
    title: words.title,
    section: 'desk',
    status: refusal === undefined ? 200 : 422,
    hasProblems: refusal !== undefined,
    breadcrumb: [{ label: words.title }],
    main: html`${problemSummary(webWords[locale].problems.summaryTitle, wrong)}<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<form method="get" action="${localized(locale, deskPath(office))}" class="form" novalidate>${textField({
      name: 'number',
      label: words.number,
      hint: words.numberHint,
      value: typed.number,
      problem: problem('number'),
      maxlength: 40,
      width: 'medium',
      spellcheck: false,
    })}${submitButton(words.search)}</form>
<details${page.showsHolders && html` open`}><summary>${words.byHolder}</summary><p>${words.logged}</p>${form(
      reply,
      {
        action: `${deskPath(office)}/searches`,
        content: html`${textField({
          name: 'name',
          label: words.name,
          hint: words.nameHint,
          value: typed.name,
          problem: problem('name'),
          maxlength: 100,
        })}${textField({
          name: 'taxCode',
          label: words.taxCode,
          value: typed.taxCode,
          maxlength: 20,
          width: 'medium',
          spellcheck: false,
        })}${textField({
          name: 'issuedOn',
          label: words.issuedOn,
          type: 'date',
          value: typed.issuedOn,
          problem: problem('issuedOn'),
          width: 'medium',
        })}${submitButton(words.search)}`,
      },
    )}</details>
${
  views.length === 0
    ? refusal === undefined && html`<p role="status">${asked || page.isLater ? words.none : words.empty}</p>`
    : html`<ul class="card-list">${views.map((view) => line(page, view, locale))}</ul>`
}
${turn(request, reply, page)}`,
  });
}

/** To older ones, and back to the newest; a search for somebody is sent again, and stands in no address. */
function turn({ locale }: FastifyRequest, reply: FastifyReply, page: DeskList): Html | false {
  const words = certificateWords[locale].desk;
  const { office, typed, next, isLater, showsHolders } = page;
  if (next === null && !isLater) return false;
  const path = localized(locale, deskPath(office));
  const newest = isLater && html`<a href="${path}">${words.newest}</a> `;
  if (next === null) return html`<nav class="day-turn" aria-label="${words.title}">${newest}</nav>`;
  return html`<nav class="day-turn" aria-label="${words.title}">${newest}${
    showsHolders
      ? form(reply, {
          action: `${deskPath(office)}/searches`,
          content: html`${Object.entries({ ...typed, after: next }).map(([name, value]) => hidden(name, value ?? ''))}${submitButton(words.older, 'secondary')}`,
        })
      : html`<a href="${path}?after=${encodeURIComponent(next)}">${words.older}</a>`
  }</nav>`;
}

function line({ office, showsHolders }: DeskList, view: CertificateView, locale: Locale): Html {
  const words = certificateWords[locale].desk;
  const { certificate } = view;
  const href = localized(locale, `${deskPath(office)}/${certificate.id}`);
  return html`<li class="card-line"><h2><a href="${href}">${numberOf(certificate)}</a></h2>${showsHolders && html`<p>${holderOf(certificate)}</p>`}<p>${kindNames(certificate.kinds, locale)}. ${
    certificate.issue && html`${words.issued} ${shortDay(certificate.issue.on, locale)}`
  }</p><p>${stateBadge(view, locale)}</p></li>`;
}

/** One certificate for an official: its number, its days, how it stands, and the revocation. */
export function deskCertificatePage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: {
    readonly office: string;
    readonly view: CertificateView;
    readonly problem?: string | undefined;
    readonly done?: boolean;
    readonly key?: string | undefined;
  },
): FastifyReply {
  const { locale } = request;
  const words = certificateWords[locale].desk;
  const { office, view, problem, done, key } = page;
  const { certificate, revokedAt } = view;
  const title = numberOf(certificate) ?? words.title;
  const fact = (label: string, value: Html | string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return reply.page({
    title,
    section: 'desk',
    status: problem === undefined ? 200 : 422,
    hasProblems: problem !== undefined,
    breadcrumb: [{ label: words.title, path: deskPath(office) }, { label: title }],
    main: html`<h1>${title}</h1>
${done === true && html`<div class="notice notice-success" role="status"><p>${words.done}</p></div>`}
<dl class="summary">${fact(words.state, stateBadge(view, locale))}${fact(words.holder, holderOf(certificate))}${fact(
      words.kinds,
      kindNames(certificate.kinds, locale),
    )}${certificate.issue && fact(words.issued, shortDay(certificate.issue.on, locale))}${
      certificate.issue && fact(words.until, shortDay(certificate.issue.validUntil, locale))
    }</dl>
${
  isIssued(certificate.state) &&
  revokedAt === undefined &&
  html`<h2>${words.revoke}</h2><p>${words.revokeLead}</p>${form(reply, {
    action: `${deskPath(office)}/${certificate.id}/revocation`,
    key,
    content: html`${radioField({
      name: 'because',
      label: words.because,
      problem,
      choices: Object.entries(words.reasons).map(([value, label]) => ({ value, label })),
    })}${submitButton(words.revoke, 'danger')}`,
  })}`
}
<p><a href="${localized(locale, deskPath(office))}">${words.all}</a></p>`,
  });
}
