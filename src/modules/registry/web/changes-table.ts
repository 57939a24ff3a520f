import type { Locale } from '#kernel/locale.ts';
import { formatMoment, formatShortDay } from '#kernel/moment.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { RecordChange } from '../domain/change.ts';
import { deskWords } from './words/desk.ts';

/** The changes of a record by municipalities, latest first. */
export function changeTable(changes: readonly RecordChange[], locale: Locale): Html {
  const words = deskWords[locale].history;
  if (changes.length === 0) return html`<p>${words.none}</p>`;
  const { columns } = words;
  return html`<table class="stacked"><thead><tr><th scope="col">${columns.at}</th><th scope="col">${columns.what}</th><th scope="col">${columns.act}</th><th scope="col">${columns.reason}</th><th scope="col">${columns.from}</th></tr></thead>
<tbody>${changes.map(
    (each) =>
      html`<tr><td data-label="${columns.at}">${formatMoment(each.at, 'Europe/Rome', locale)}</td><td data-label="${columns.what}">${words.kinds[each.kind]}</td><td data-label="${columns.act}">${each.act}</td><td data-label="${columns.reason}">${each.reason}</td><td data-label="${columns.from}">${formatShortDay(each.from, locale)}</td></tr>`,
  )}</tbody></table>`;
}
