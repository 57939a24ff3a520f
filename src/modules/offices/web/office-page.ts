import type { FastifyReply, FastifyRequest } from 'fastify';
import { countryName } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { findDistricts } from '../domain/districts.ts';
import { networkSource } from '../domain/network.ts';
import type { Notice } from '../domain/notice.ts';
import type { Office } from '../domain/office.ts';
import { noticeList } from './notice-list.ts';
import { officeWords } from './words/words.ts';

/** One office: notices first, then how to reach it, whom it serves, and what it does. */
export function officePage(
  request: FastifyRequest,
  reply: FastifyReply,
  { office, notices }: { office: Office; notices: readonly Notice[] },
): FastifyReply {
  const { locale } = request;
  const words = officeWords[locale];
  const name = office.name[locale];
  return reply.page({
    title: name,
    section: 'offices',
    breadcrumb: [{ label: words.find.title, path: '/offices' }, { label: name }],
    main: html`<h1>${name}</h1>
${office.note && html`<p class="lead">${office.note[locale]}</p>`}
${office.standing === 'suspended' && html`<div class="notice notice-warning"><p>${words.office.suspended}</p></div>`}
${noticeList(notices, locale)}
<p><a class="btn btn-primary" href="${localized(locale, `/offices/${office.id}/services`)}" data-element="appointment-booking">${words.office.allServices}</a></p>
<h2>${words.office.contacts}</h2>${contacts(office, locale)}
<h2>${words.office.hours}</h2><p>${words.office.hoursZone(office.city[locale])}</p>${hours(office, locale)}
<p class="source">${words.office.demonstration}</p>
${district(office, locale)}
<p class="source">${words.office.source} ${networkSource.title}, ${networkSource.holder}.</p>`,
  });
}

function contacts(office: Office, locale: Locale): Html {
  const words = officeWords[locale].office;
  const language = new Intl.DisplayNames([locale], { type: 'language' });
  return html`<dl class="summary">
<div><dt>${words.address}</dt><dd>${office.address}, ${countryName(office.country, locale)}</dd></div>
<div><dt>${words.email}</dt><dd><a href="mailto:${office.email}">${office.email}</a></dd></div>
<div><dt>${words.phone}</dt><dd>${office.phone}</dd></div>
<div><dt>${words.web}</dt><dd>${office.web}</dd></div>
<div><dt>${words.languages}</dt><dd>${office.languages.map((code) => language.of(code) ?? code).join(', ')}</dd></div></dl>`;
}

function hours(office: Office, locale: Locale): Html {
  const words = officeWords[locale].office;
  const days = [...Map.groupBy(office.opening, (each) => each.weekday)];
  return html`<dl class="summary">${days.map(
    ([weekday, windows]) =>
      html`<div><dt>${words.weekdays[weekday - 1]}</dt><dd>${windows.map((window) => `${window.from}–${window.until}`).join(', ')}</dd></div>`,
  )}</dl>`;
}

function district(office: Office, locale: Locale): Html {
  const words = officeWords[locale].office;
  const areas = findDistricts(office.country)?.areas.filter((area) => area.offices.includes(office.id)) ?? [];
  return html`${
    office.covers.length > 0 &&
    html`<h2>${words.covers}</h2><p>${office.covers.map((code) => countryName(code, locale)).join(', ')}.</p>`
  }${areas.length > 0 && html`<h2>${words.areas}</h2><p>${areas.map((area) => area.name[locale]).join(', ')}. ${words.areasDemo}</p>`}`;
}
