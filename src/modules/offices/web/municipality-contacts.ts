import type { Locale } from '#kernel/locale.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { MunicipalOffice } from '../domain/municipal-office.ts';
import { municipalityWords } from './words/municipality.ts';

/** How to reach the registry office of a municipality. */
export function municipalityContacts(office: MunicipalOffice, locale: Locale): Html {
  const words = municipalityWords[locale];
  return html`<dl class="summary">
<div><dt>${words.email}</dt><dd><a href="mailto:${office.email}">${office.email}</a></dd></div>
<div><dt>${words.pec}</dt><dd>${office.pec}</dd></div>
<div><dt>${words.phone}</dt><dd><a href="tel:${office.phone.replace(/\s/g, '')}">${office.phone}</a></dd></div>
<div><dt>${words.address}</dt><dd>${office.address}</dd></div></dl>`;
}
