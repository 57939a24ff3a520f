import type { FastifyReply, FastifyRequest } from 'fastify';
import { textField } from '#platform/web/form/fields.ts';
import { submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { MunicipalOffice } from '../domain/municipal-office.ts';
import type { MunicipalService } from '../domain/municipal-service.ts';
import type { Notice } from '../domain/notice.ts';
import type { RegistryConnection } from '../domain/registry-connection.ts';
import type { PlaceChoice } from '../domain/search-places.ts';
import { disconnectedNotice } from './disconnected-notice.ts';
import { municipalityContacts } from './municipality-contacts.ts';
import { isOffered, nationalServicePaths, nationalServices } from './national-services.ts';
import { noticeList } from './notice-list.ts';
import { municipalityWords } from './words/municipality.ts';

/** Finding a municipality by its name. */
export function municipalitySearchPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { typed, found }: { typed: string; found: readonly PlaceChoice[] },
): FastifyReply {
  const { locale } = request;
  const words = municipalityWords[locale].search;
  return reply.page({
    title: words.title,
    section: 'municipalities',
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<form method="get" action="${localized(locale, '/municipalities')}" class="form" novalidate>${textField({
      name: 'name',
      label: words.field,
      hint: words.hint,
      value: typed,
      maxlength: 100,
      type: 'search',
    })}${submitButton(words.submit)}</form>
${typed !== '' && results(request, typed, found)}`,
  });
}

function results(request: FastifyRequest, typed: string, found: readonly PlaceChoice[]): Html {
  const words = municipalityWords[request.locale].search;
  if (found.length === 0) return html`<p role="status">${words.none(typed)}</p>`;
  return html`<h2>${words.found}</h2><ul class="card-list">${found.map(
    (place) =>
      html`<li class="card-line"><a href="${localized(request.locale, `/municipalities/${place.id.toLowerCase()}`)}">${place.name} (${place.within})</a></li>`,
  )}</ul>`;
}

export interface MunicipalityPage {
  readonly office: MunicipalOffice;
  readonly notices: readonly Notice[];
  readonly connection: RegistryConnection;
  readonly own: readonly MunicipalService[];
}

/** One municipality: the national services, its own, and how to reach it (OF-6). */
export function municipalityPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { office, notices, connection, own }: MunicipalityPage,
): FastifyReply {
  const { locale } = request;
  const words = municipalityWords[locale];
  const name = `${office.name[locale]} (${office.municipality.province})`;
  return reply.page({
    title: name,
    section: 'municipalities',
    breadcrumb: [{ label: words.search.title, path: '/municipalities' }, { label: name }],
    main: html`<h1>${name}</h1>
${disconnectedNotice(connection, locale)}${noticeList(notices, locale)}
<h2>${words.national}</h2><p>${words.nationalLead}</p><ul class="ways">${nationalServices.map((service) => {
      const [title, text] = words.services[service];
      return isOffered(service, connection.connected)
        ? html`<li class="way"><h3><a href="${localized(locale, nationalServicePaths[service])}">${title}</a></h3><p>${text}</p></li>`
        : html`<li class="way"><h3>${title}</h3><p>${text}</p><p><strong>${words.notOffered}</strong></p></li>`;
    })}</ul>
<h2>${words.own}</h2>${
      own.length === 0
        ? html`<p>${words.noOwn}</p>`
        : html`<ul class="card-list">${own.map(
            (each) =>
              html`<li class="card-line"><h3>${each.title[locale]}</h3><p class="typed">${each.text[locale]}</p>${each.url !== null && html`<p><a href="${each.url}" rel="noreferrer">${words.online}: ${each.title[locale]}</a></p>`}</li>`,
          )}</ul>`
    }
<h2>${words.contacts}</h2>${municipalityContacts(office, locale)}<p class="source">${words.demonstration}</p>`,
  });
}
