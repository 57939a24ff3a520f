import type { Locale } from '#kernel/locale.ts';
import { formatMoment, formatShortDay } from '#kernel/moment.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { RegistryConnection } from '../domain/registry-connection.ts';
import { municipalityWords } from './words/municipality.ts';

/** Says that a municipality is cut off from the national registry, why, since when, and what to do now. */
export function disconnectedNotice(connection: RegistryConnection, locale: Locale): Html | false {
  if (connection.connected) return false;
  const words = municipalityWords[locale].disconnected;
  return html`<div class="notice notice-warning"><h2>${words.title}</h2><p>${words.why[connection.why]} ${words.since(
    formatMoment(connection.since, 'Europe/Rome', locale),
  )}${connection.backOn !== null && html` ${words.back(formatShortDay(connection.backOn, locale))}`}</p><p>${words.means}</p><p>${words.now}</p></div>`;
}
