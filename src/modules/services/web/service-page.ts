import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import { formatDuration } from '#kernel/duration.ts';
import type { Locale, Text } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { formatEuro } from '#kernel/money.ts';
import { disconnectedNotice, type Office, type RegistryConnection } from '#modules/offices/public.ts';
import { feeFor } from '#modules/tariff/public.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { bookingSubject } from '../domain/booking-subject.ts';
import type { MissingEntry } from '../domain/entry.ts';
import type { Offer } from '../domain/offer.ts';
import {
  type Cost,
  type LegalTerm,
  type RequiredDocument,
  type Service,
  toBeConfirmed,
} from '../domain/service.ts';
import { offerState } from './offer-state.ts';
import { serviceWords } from './words/words.ts';

export interface ServicePage {
  readonly service: Service;
  /** The office whose page it is; without one, the service in general. */
  readonly office?: Office;
  readonly offer?: Offer | undefined;
  /** What the person who reads it lacks for this service. */
  readonly missing?: MissingEntry | undefined;
  /** How the municipality of the person who looks is connected to the registry, where that matters and is known. */
  readonly connection?: RegistryConnection | undefined;
  readonly now: Temporal.Instant;
}

/** The instructions of a service (scheda del servizio), in the order in which Italian service pages put them. */
export function servicePage(request: FastifyRequest, reply: FastifyReply, page: ServicePage): FastifyReply {
  const { locale } = request;
  const words = serviceWords[locale].page;
  const { service, office } = page;
  const today = dayAt(page.now, office?.timeZone ?? 'Europe/Rome');
  const title = service.title[locale];
  const sections: readonly (readonly [string, string, Html])[] = [
    ['who', words.who, list(service.who, locale)],
    ['how', words.how, steps(service.how, locale)],
    ['needs', words.needs, documents(service.needs, locale)],
    ['result', words.result, list(service.result, locale)],
    ['costs', words.costs, costs(service, locale, today)],
    ['times', words.times, times(service.times, locale)],
    ['access', words.access, access(request, page)],
    ['conditions', words.conditions, conditions(service, locale)],
    ['contacts', words.contacts, contacts(request, page)],
  ];
  return reply.page({
    title: office === undefined ? title : `${title} – ${office.city[locale]}`,
    description: service.summary[locale],
    section: 'services',
    breadcrumb:
      office === undefined
        ? [{ label: serviceWords[locale].list.title, path: '/services' }, { label: title }]
        : [
            { label: office.name[locale], path: `/offices/${office.id}` },
            { label: serviceWords[locale].list.title, path: `/offices/${office.id}/services` },
            { label: title },
          ],
    main: html`<h1>${title}</h1><p class="lead">${service.summary[locale]}</p>
${page.connection && disconnectedNotice(page.connection, locale)}
${entryNotice(request, page)}${callToAction(request, page)}
${
  service.category === 'citizenship' &&
  html`<div class="notice"><p>${words.assessment} <a href="${localized(locale, '/citizenship')}">${words.assessmentLink}</a></p></div>`
}
${
  service.mayNotNeedToCome.length > 0 &&
  html`<div class="notice notice-info"><p><strong>${words.mayNotNeed}</strong></p>${list(service.mayNotNeedToCome, locale)}</div>`
}
<div class="with-index"><nav class="page-index" aria-label="${words.index}"><p>${words.index}</p><ul>${sections.map(
      ([id, label]) => html`<li><a href="#${id}">${label}</a></li>`,
    )}</ul></nav><div>${sections.map(
      ([id, label, content]) =>
        html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${label}</h2>${content}</section>`,
    )}</div></div>`,
  });
}

function list(texts: readonly Text[], locale: Locale): Html {
  const [only, ...more] = texts;
  if (only !== undefined && more.length === 0) return html`<p>${only[locale]}</p>`;
  return html`<ul>${texts.map((text) => html`<li>${text[locale]}</li>`)}</ul>`;
}

function steps(texts: readonly Text[], locale: Locale): Html {
  return html`<ol>${texts.map((text) => html`<li>${text[locale]}</li>`)}</ol>`;
}

function unknown(locale: Locale): Html {
  return html`<p><em>${serviceWords[locale].page.toBeConfirmed}</em></p>`;
}

function documents(needs: Service['needs'], locale: Locale): Html {
  if (needs === toBeConfirmed) return unknown(locale);
  const words = serviceWords[locale].page;
  const item = ({ what, detail, when }: RequiredDocument) =>
    html`<li>${when && html`<strong>${words.when(when[locale])}</strong> `}${what[locale]}${detail && html`<br><span class="detail">${detail[locale]}</span>`}</li>`;
  return html`<ul class="checklist">${needs.map(item)}</ul>`;
}

function costs({ costs: lines, booking }: Service, locale: Locale, today: CivilDate): Html {
  if (lines === toBeConfirmed) return unknown(locale);
  const words = serviceWords[locale].page;
  if (lines.length === 0) return html`<p>${words.nothing}</p>`;
  const amount = ({ fee }: Cost) =>
    fee === toBeConfirmed ? words.toBeConfirmed : formatEuro(feeFor(fee, today).amount, locale);
  return html`<dl class="summary">${lines.map(
    (line) =>
      html`<div><dt>${line.what[locale]}</dt><dd><strong>${amount(line)}</strong>${line.payment && html`<br>${line.payment[locale]}`}${
        line.fee !== toBeConfirmed && html`<br><span class="source">${feeFor(line.fee, today).source}</span>`
      }</dd></div>`,
  )}</dl><p class="source">${words.feeFrom(formatShortDay(today, locale))}${booking.kind !== 'online' && html` ${words.local}`}</p>`;
}

function times(terms: Service['times'], locale: Locale): Html {
  if (terms === toBeConfirmed) return unknown(locale);
  return html`<ul>${terms.map((term: LegalTerm) => html`<li>${term.what[locale]} <span class="source">(${term.law})</span></li>`)}</ul>`;
}

function conditions(service: Service, locale: Locale): Html {
  const words = serviceWords[locale].page;
  return html`${service.conditions.length > 0 && list(service.conditions, locale)}${
    service.mayGoWrong.length > 0 && html`<h3>${words.mayGoWrong}</h3>${list(service.mayGoWrong, locale)}`
  }${service.law.length > 0 && html`<h3>${words.law}</h3><ul>${service.law.map((act) => html`<li>${act}</li>`)}</ul>`}`;
}

function placesPath(office: Office, service: Service): string {
  return `/offices/${office.id}/services/${service.id}/places`;
}

function canBook({ service, offer }: ServicePage): boolean {
  return (
    service.booking.kind === 'appointment' && offer?.switchedOn === true && offer.firstBookableOn !== null
  );
}

/** CF-10: what is missing for this service, and where to get it. */
function entryNotice({ locale }: FastifyRequest, { missing }: ServicePage): Html | false {
  if (missing === undefined) return false;
  const words = serviceWords[locale].page.missing;
  return html`<div class="notice notice-warning" id="entry"><p><strong>${words[missing]}</strong></p><p>${words.next[missing]}</p>${
    missing === 'consular_register_missing'
      ? html`<p><a class="btn btn-primary" href="${localized(locale, '/services/aire-registration')}">${words.request}</a></p><p>${words.where}</p>`
      : html`<p><a href="${localized(locale, '/requests')}">${words.follow}</a></p>`
  }</div>`;
}

/** The one main action, on top and again where people start. */
function callToAction(request: FastifyRequest, page: ServicePage): Html | false {
  if (page.service.booking.kind === 'online') return start(request, page);
  const { office, service } = page;
  const words = serviceWords[request.locale].page;
  if (service.online !== undefined)
    return page.missing === undefined && onlineLink(request.locale, service.online);
  if (office === undefined || !canBook(page) || page.missing !== undefined) return false;
  return html`<p><a class="btn btn-primary" href="${localized(request.locale, placesPath(office, service))}" data-element="appointment-booking">${words.book}</a></p>`;
}

/** The way into a service that is done here: with SPID, and only while it is offered. */
function start({ locale, who }: FastifyRequest, { service, connection }: ServicePage): Html | false {
  if (service.booking.kind !== 'online' || connection?.connected === false) return false;
  const words = serviceWords[locale].page;
  const { path } = service.booking;
  const isIn = who.kind === 'citizen' && who.signedInWith === 'spid';
  return html`<p><a class="btn btn-primary" href="${localized(locale, isIn ? path : `/sign-in/spid?next=${encodeURIComponent(path)}`)}">${isIn ? words.start : words.startWithSpid}</a></p>`;
}

function online(request: FastifyRequest, page: ServicePage): Html {
  const { locale } = request;
  const words = serviceWords[locale].page;
  const { service, connection } = page;
  const needs = service.booking.kind === 'online' && service.booking.needsConnection;
  return html`<p>${words.audience[service.mayUse]}</p><p>${words.withSpid} <a href="${localized(locale, '/sign-in/spid')}">${words.aboutSpid}</a></p>${
    connection?.connected === false
      ? html`<p><strong>${words.notOffered}</strong></p>`
      : needs && html`<p>${words.whileConnected}</p>`
  }${start(request, page)}`;
}

function onlineLink(locale: Locale, path: string): Html {
  const words = serviceWords[locale].page;
  return html`<p><a class="btn btn-primary" href="${localized(locale, path)}">${words.online}</a></p>`;
}

/** Online first; who cannot comes in person. */
function access(request: FastifyRequest, page: ServicePage): Html {
  const { online } = page.service;
  if (online === undefined) return inPerson(request, page);
  const words = serviceWords[request.locale].page;
  return html`${page.missing === undefined && onlineLink(request.locale, online)}<h3>${words.inPerson}</h3>${inPerson(request, page)}`;
}

function inPerson(request: FastifyRequest, page: ServicePage): Html {
  const { locale } = request;
  const words = serviceWords[locale].page;
  const { service, office, offer } = page;
  if (service.booking.kind === 'online') return online(request, page);
  const audience = html`<p>${words.audience[service.mayUse]}${
    service.mayUse === 'aire' &&
    html` <a href="${localized(locale, '/services/aire-registration')}">${words.aire}</a>.`
  }${request.who.kind === 'visitor' && html` <a href="${localized(locale, '/register')}">${words.register}</a>.`}</p>`;
  const { booking } = service;
  if (booking.kind === 'request') {
    return html`${audience}<p>${words.request}</p><p>${words.subject}: <code>${bookingSubject(service, words.yourName)}</code></p>${office && writeToOffice(locale, office, service)}`;
  }
  if (booking.kind === 'contact') {
    return html`${audience}<p>${words.contact}</p>${office && writeToOffice(locale, office, service)}`;
  }
  if (office === undefined) {
    return html`${audience}<p>${words.chooseOffice}</p><p><a class="btn btn-primary" href="${localized(locale, '/offices')}">${words.findOffice}</a></p>`;
  }
  const free = html`<p>${words.free} <a href="${localized(locale, '/report')}">${words.report}</a>.</p>`;
  if (!canBook(page)) {
    return html`${audience}<p>${words.notOpen(office.name[locale])} ${offerState(service, offer, page.now, locale)}</p>${free}`;
  }
  if (page.missing !== undefined)
    return html`${audience}<p>${words.missing[page.missing]} <a href="#entry">${words.missing.see}</a></p>${free}`;
  return html`${audience}<p>${words.minutes(booking.minutes)} ${words.hold(formatDuration(offer?.holdMinutes ?? booking.holdMinutes, locale))}</p>
<p><a class="btn ${service.online === undefined ? 'btn-primary' : 'btn-outline-primary'}" href="${localized(locale, placesPath(office, service))}">${words.book}</a></p>${free}`;
}

/** The way to ask in writing, for what nobody can book. */
function writeToOffice(locale: Locale, office: Office, service: Service): Html {
  const path = `/requests/new/question?office=${office.id}&service=${service.id}`;
  return html`<p><a class="btn btn-primary" href="${localized(locale, path)}">${serviceWords[locale].page.write}</a></p>`;
}

/** The desk that deals with a service, and how to reach it: most of all where there is nothing to book. */
function contacts(request: FastifyRequest, { office, service }: ServicePage): Html {
  const { locale } = request;
  const words = serviceWords[locale].page;
  if (service.booking.kind === 'online')
    return html`<p>${words.municipality} <a href="${localized(locale, '/municipalities')}">${words.findMunicipality}</a></p>`;
  if (office === undefined) {
    return html`<p><a href="${localized(locale, '/offices')}">${words.findOffice}</a></p>`;
  }
  return html`<dl class="summary"><div><dt>${words.desk}</dt><dd>${words.desks[service.category]}</dd></div>
<div><dt>${words.office}</dt><dd><a href="${localized(locale, `/offices/${office.id}`)}">${office.name[locale]}</a><br>${office.address}</dd></div>
<div><dt>${words.email}</dt><dd><a href="mailto:${office.email}">${office.email}</a></dd></div>
<div><dt>${words.phone}</dt><dd><a href="tel:${office.phone.replace(/\s/g, '')}">${office.phone}</a></dd></div>
<div><dt>${words.opening}</dt><dd><a href="${localized(locale, `/offices/${office.id}`)}">${words.toOpening}</a></dd></div></dl>
<p><a href="${localized(locale, `/requests/new/question?office=${office.id}&service=${service.id}`)}">${words.write}</a></p>`;
}
