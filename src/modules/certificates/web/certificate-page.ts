import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { holderOf, numberOf } from '../domain/certificate.ts';
import { certificateLifecycle, isIssued } from '../domain/certificate-lifecycle.ts';
import { certificateTopic, certificateZone } from '../use-cases/certificate-deps.ts';
import type { CertificateView } from '../use-cases/see-certificates.ts';
import { certificatePath, kindNames, shortDay, stateBadge } from './pieces.ts';
import { kindWords } from './words/kinds.ts';
import { certificateWords } from './words/words.ts';

/** One certificate of a person: how it stands, what happens next, the file when it is ready. */
export function certificatePage(
  request: FastifyRequest,
  reply: FastifyReply,
  { view, problem }: { readonly view: CertificateView; readonly problem?: string | undefined },
): FastifyReply {
  const { locale } = request;
  const words = certificateWords[locale];
  const { certificate } = view;
  const title = kindNames(certificate.kinds, locale);
  return reply.page({
    title,
    section: 'certificates',
    status: problem === undefined ? 200 : 409,
    scripts: ['live-list'],
    breadcrumb: [{ label: words.title, path: '/certificates' }, { label: title }],
    main: html`<h1>${title}</h1>
${problem && html`<div class="notice notice-warning" role="alert"><p>${problem}</p></div>`}
<live-list topics="${certificateTopic(certificate.id)}"><div id="live">
${standing(request, view)}
${actions(request, reply, view)}
${facts(request, view)}
</div></live-list>
<p><a href="${localized(locale, '/certificates/new')}">${words.one.another}</a></p>`,
  });
}

function standing(request: FastifyRequest, view: CertificateView): Html {
  const { locale } = request;
  const words = certificateWords[locale];
  const { certificate, revokedAt, valid } = view;
  const { state, issue } = certificate;
  const tone = valid ? 'notice-success' : state === 'failed' || isIssued(state) ? 'notice-warning' : '';
  const sentence =
    revokedAt !== undefined && view.revokedBecause === 'key_compromised'
      ? words.one.keyDistrusted
      : revokedAt !== undefined
        ? words.one.revoked(shortDay(dayAt(revokedAt, certificateZone), locale))
        : isIssued(state) && !valid && issue !== null
          ? words.one.expired(shortDay(issue.validUntil, locale))
          : words.next[state];
  return html`<div class="notice ${tone}" role="status"><p>${stateBadge(view, locale)}</p><p>${sentence}</p></div>${
    certificate.replacedAt !== null &&
    html`<div class="notice"><p>${words.one.replaced(shortDay(dayAt(certificate.replacedAt, certificateZone), locale))}</p></div>`
  }`;
}

function actions(
  request: FastifyRequest,
  reply: FastifyReply,
  { certificate, valid }: CertificateView,
): Html {
  const { locale } = request;
  const words = certificateWords[locale].one;
  const path = certificatePath(certificate);
  if (valid)
    return html`<p><a class="btn btn-primary" href="${localized(locale, `${path}/certificate.pdf`)}">${words.download}</a></p><p class="detail">${words.downloadHint} ${words.verify}</p>`;
  if (certificate.orderId === null) return html``;
  if (certificate.state === 'given_up')
    return html`<p><a href="${localized(locale, `/payments/${certificate.orderId}`)}">${words.whyOver}</a></p>`;
  if (!certificateLifecycle.allows(certificate.state, 'give_up')) return html``;
  return html`<p><a class="btn btn-primary" href="${localized(locale, `/payments/${certificate.orderId}`)}">${words.pay}</a></p>
<details><summary>${words.giveUp}</summary><p>${words.giveUpLead}</p>${form(reply, {
    action: `${path}/cancellation`,
    content: submitButton(words.giveUpSubmit, 'danger'),
  })}</details>`;
}

function facts(request: FastifyRequest, { certificate }: CertificateView): Html {
  const { locale } = request;
  const words = certificateWords[locale].one;
  const names = kindWords[locale];
  const { duty, issue, stamp, language, requestedAt } = certificate;
  const line = (label: string, value: Html | string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<dl class="summary">
${line(words.about, holderOf(certificate))}
${issue !== null && line(words.number, html`<code>${numberOf(certificate)}</code>`)}
${line(words.asked, shortDay(dayAt(requestedAt, certificateZone), locale))}
${issue !== null && line(words.issued, shortDay(issue.on, locale))}
${issue !== null && line(words.until, shortDay(issue.validUntil, locale))}
${line(words.language, names.languages[language])}
${
  duty.kind === 'exempt'
    ? line(words.exemptFor, names.exemptions[duty.use])
    : line(words.stampLine, stamp === null ? words.withStamp : html`<code>${stamp.iubd}</code>`)
}</dl>`;
}
