import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import { type Html, html } from '#platform/web/html.ts';
import { icon } from '#platform/web/icon.ts';
import { localized } from '#platform/web/page.ts';
import type { Found } from '../use-cases/search-site.ts';
import { siteWords } from './words/words.ts';

/** The one field that understands what people call things. */
export function searchForm(locale: Locale, value = ''): Html {
  const words = siteWords[locale].search;
  return html`<form method="get" action="${localized(locale, '/search')}" role="search" class="search-form"><div class="field"><label class="field-label" for="f-q">${words.label}</label><p class="field-hint" id="f-q-hint">${words.hint}</p><input class="form-control" id="f-q" name="q" type="search" maxlength="100" autocomplete="off" aria-describedby="f-q-hint" value="${value}"></div><button type="submit" class="btn btn-primary">${icon('search')} ${words.submit}</button></form>`;
}

/** What a search finds, or the ways on when it finds nothing. */
export function searchPage(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
  found: readonly Found[],
): FastifyReply {
  const { locale } = request;
  const words = siteWords[locale].search;
  const line = ({ kind, path, title, summary }: Found) =>
    html`<li class="card-line"><h2><a href="${localized(locale, path)}">${title[locale]}</a></h2><p>${summary[locale]}</p><p class="source">${words.kinds[kind]}</p></li>`;
  const nothing = html`<p role="status"><strong>${words.nothing(text)}</strong> ${words.nothingNext}</p><ul class="link-list"><li><a href="${localized(locale, '/services')}">${words.allServices}</a></li><li><a href="${localized(locale, '/offices')}">${words.yourOffice}</a></li></ul>`;
  const results =
    found.length === 0
      ? nothing
      : html`<p role="status">${words.found(found.length, text)}</p><ul class="card-list">${found.map(line)}</ul>`;
  return reply.page({
    title: words.title,
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.title}</h1>${searchForm(locale, text)}${text !== '' && results}`,
  });
}
