import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Office } from '#modules/offices/public.ts';
import { textField } from '#platform/web/form/fields.ts';
import { submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { listAllServices, listServices } from '../domain/catalogue.ts';
import { categoryNames } from '../domain/category.ts';
import type { Offer } from '../domain/offer.ts';
import { type Service, serviceCategories } from '../domain/service.ts';
import { offerState } from './offer-state.ts';
import { serviceWords } from './words/words.ts';

function categories(
  services: readonly Service[],
  request: FastifyRequest,
  line: (service: Service) => Html,
): Html[] {
  return serviceCategories.flatMap((category) => {
    const members = services.filter((service) => service.category === category);
    return members.length === 0
      ? []
      : [
          html`<h2>${categoryNames[category][request.locale]}</h2><ul class="card-list">${members.map(line)}</ul>`,
        ];
  });
}

/** All the services. */
export function servicesPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { locale } = request;
  const words = serviceWords[locale].list;
  const line = (service: Service) =>
    html`<li class="card-line"><h3><a href="${localized(locale, `/services/${service.id}`)}">${service.title[locale]}</a></h3><p>${service.summary[locale]}</p></li>`;
  return reply.page({
    title: words.title,
    section: 'services',
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<form method="get" action="${localized(locale, '/search')}" role="search" class="search-form">${textField({
      name: 'q',
      label: words.search,
      hint: words.searchHint,
      type: 'search',
      maxlength: 100,
    })}${submitButton(words.submit)}</form>
${categories(listAllServices(), request, line)}`,
  });
}

/** The services of an office, each with its state. */
export function officeServicesPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { office, offers, now }: { office: Office; offers: readonly Offer[]; now: Temporal.Instant },
): FastifyReply {
  const { locale } = request;
  const words = serviceWords[locale].list;
  const title = words.atOffice(office.name[locale]);
  return reply.page({
    title,
    section: 'services',
    breadcrumb: [{ label: office.name[locale], path: `/offices/${office.id}` }, { label: words.title }],
    main: html`<h1>${title}</h1><p class="lead">${words.atOfficeLead}</p>${categories(
      listServices(),
      request,
      (service) => {
        const offer = offers.find((each) => each.serviceId === service.id);
        const open =
          offer?.switchedOn === true &&
          offer.firstBookableOn !== null &&
          service.booking.kind === 'appointment';
        return html`<li class="card-line"><h3><a href="${localized(locale, `/offices/${office.id}/services/${service.id}`)}">${service.title[locale]}</a></h3><p>${service.summary[locale]}</p><p><span class="state ${open ? 'state-booked' : 'state-lapsed'}">${offerState(service, offer, now, locale)}</span></p></li>`;
      },
    )}`,
  });
}
