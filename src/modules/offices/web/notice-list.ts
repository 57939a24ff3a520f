import type { Locale } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { Notice } from '../domain/notice.ts';
import { officeWords } from './words/words.ts';

/** The notices in force, as they stand on public pages. */
export function noticeList(notices: readonly Notice[], locale: Locale): Html | false {
  if (notices.length === 0) return false;
  const words = officeWords[locale].notices;
  return html`<section class="notices" aria-labelledby="notices-title"><h2 id="notices-title">${words.title}</h2>${notices.map(
    (notice) =>
      html`<article class="notice notice-info"><h3>${notice.title[locale]}</h3><p class="typed">${notice.text[locale]}</p><p class="notice-until">${words.until(formatShortDay(notice.untilOn, locale))}</p></article>`,
  )}</section>`;
}
