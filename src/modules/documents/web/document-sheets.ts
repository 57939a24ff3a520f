import type { FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { Document } from '../domain/document.ts';
import { sizeText } from './upload-field.ts';
import { documentWords } from './words/words.ts';

/** Pages that are laid out at once; the rest is in the document itself. */
const mostSheets = 12;

/** Documents of a matter as sheets to look at beside the data: pictures as they are, PDF pages drawn by the server. */
export function documentSheets(
  { locale }: Pick<FastifyRequest, 'locale'>,
  documents: readonly Document[],
): Html | false {
  if (documents.length === 0) return false;
  const words = documentWords[locale];
  return html`${documents.map((each) => {
    const { officeId, id, name } = each;
    if (each.erasedAt !== null)
      return html`<p>${words.erased(formatShortDay(dayAt(each.erasedAt, 'Europe/Rome'), locale))}</p>`;
    const href = localized(locale, `/desk/files/${officeId}/${id}`);
    const numbers = Array.from({ length: Math.min(mostSheets, each.pages ?? 1) }, (_, index) => index + 1);
    const sheet = (source: string, label: string) =>
      html`<a class="sheet" href="${source}" target="_blank" rel="noopener"><img src="${source}" alt="${label}" loading="lazy" decoding="async"></a>`;
    return html`<figure class="sheets"><figcaption><a href="${href}">${name}</a> <span class="detail">${sizeText(each.bytes, locale)}${each.pages !== null && html`, ${words.pages(each.pages)}`}</span>${
      each.warnings.length > 0 && html` <span class="sheet-warning">${words.hardToRead}</span>`
    }</figcaption>${
      each.kind === 'pdf'
        ? numbers.map((number) =>
            sheet(
              localized(locale, `/desk/files/${officeId}/${id}/pages/${number}`),
              words.pageOf(name, number),
            ),
          )
        : sheet(href, name)
    }${(each.pages ?? 1) > mostSheets && html`<p>${words.furtherPages((each.pages ?? 1) - mostSheets)}</p>`}</figure>`;
  })}`;
}
