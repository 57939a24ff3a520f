import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import { radioField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { holderOf, numberOf } from '../../domain/certificate.ts';
import { isIssued } from '../../domain/certificate-lifecycle.ts';
import type { CertificateView } from '../../use-cases/see-certificates.ts';
import { kindNames, shortDay, stateBadge } from '../pieces.ts';
import { certificateWords } from '../words/words.ts';

export const deskPath = (office: string) => `/desk/offices/${office}/certificates`;

/** What a municipality has issued, the newest first, or the one with a number. */
export function deskListPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: {
    readonly office: string;
    readonly number: string | undefined;
    readonly views: readonly CertificateView[];
  },
): FastifyReply {
  const { locale } = request;
  const words = certificateWords[locale].desk;
  const { office, number, views } = page;
  const href = (path: string) => localized(locale, path);
  return reply.page({
    title: words.title,
    section: 'desk',
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<form method="get" action="${href(deskPath(office))}" class="form">${textField({
      name: 'number',
      label: words.number,
      hint: words.numberHint,
      value: number,
      maxlength: 40,
      width: 'medium',
      spellcheck: false,
    })}${submitButton(words.search)}</form>
${
  views.length === 0
    ? html`<p>${number === undefined ? words.empty : words.none}</p>`
    : html`<ul class="card-list">${views.map((view) => line(office, view, locale))}</ul>`
}`,
  });
}

function line(office: string, view: CertificateView, locale: Locale): Html {
  const words = certificateWords[locale].desk;
  const { certificate } = view;
  const href = localized(locale, `${deskPath(office)}/${certificate.id}`);
  return html`<li class="card-line"><h2><a href="${href}">${numberOf(certificate)}</a></h2><p>${kindNames(certificate.kinds, locale)}. ${
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
