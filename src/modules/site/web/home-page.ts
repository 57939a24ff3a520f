import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Notice, noticeList } from '#modules/offices/public.ts';
import { textField } from '#platform/web/form/fields.ts';
import { submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { siteWords } from './words/words.ts';

/** One question, one field; then the ways in, and what concerns everybody. */
export function homePage(
  request: FastifyRequest,
  reply: FastifyReply,
  notices: readonly Notice[],
  mine: Html | false = false,
): FastifyReply {
  const { locale, who } = request;
  const words = siteWords[locale].home;
  const href = (path: string) => localized(locale, path);
  const services =
    who.kind === 'citizen' && who.officeId !== null ? `/offices/${who.officeId}/services` : '/services';
  const ways = [
    { title: words.book, text: words.bookText, path: services },
    { title: words.office, text: words.officeText, path: '/offices' },
    { title: words.services, text: words.servicesText, path: '/services' },
    { title: words.mine, text: words.mineText, path: '/appointments' },
  ];
  return reply.page({
    title: words.title,
    description: words.servicesText,
    main: html`<section class="hero-search"><h1>${words.heading}</h1><form method="get" action="${href('/services')}" role="search" class="search-form">${textField(
      { name: 'q', label: words.search, hint: words.searchHint, type: 'search', maxlength: 100 },
    )}${submitButton(words.submit)}</form></section>
${mine}${noticeList(notices, locale)}
<section aria-labelledby="ways-title"><h2 id="ways-title">${words.ways}</h2><ul class="ways">${ways.map(
      (way) =>
        html`<li class="way"><h3><a href="${href(way.path)}">${way.title}</a></h3><p>${way.text}</p></li>`,
    )}</ul></section>
${who.kind === 'visitor' && html`<nav aria-label="${words.access}"><ul class="link-list"><li><a href="${href('/sign-in')}">${words.signIn}</a></li><li><a href="${href('/register')}">${words.register}</a></li><li><a href="${href('/recovery')}">${words.recovery}</a></li></ul></nav>`}
<section class="notice notice-warning" aria-labelledby="free-title"><h2 id="free-title">${words.free}</h2><p>${words.freeText}</p><p><a href="${href('/report')}">${words.report}</a></p></section>
<section aria-labelledby="fair-title"><h2 id="fair-title">${words.fair}</h2><ul>${words.fairItems.map((item) => html`<li>${item}</li>`)}</ul></section>`,
  });
}
