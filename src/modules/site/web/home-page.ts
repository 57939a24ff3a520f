import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import { formatDay } from '#kernel/moment.ts';
import type { Opening } from '#modules/appointments/public.ts';
import { type Notice, noticeList, type Office } from '#modules/offices/public.ts';
import { findService } from '#modules/services/public.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type IconName, icon } from '#platform/web/icon.ts';
import { localized } from '#platform/web/page.ts';
import { searchForm } from './search-page.ts';
import { siteWords } from './words/words.ts';

export interface Home {
  readonly notices: readonly Notice[];
  /** The office that serves the person who looks, and what can be booked there now. */
  readonly office: Office | undefined;
  readonly openings: readonly Opening[];
  /** What waits for this person before anything else. */
  readonly mine: Html;
}

const oftenAskedFor = ['passport', 'identity-card', 'aire-registration', 'citizenship-descent'];

/** One question, one field; then the ways in, and what concerns this person and everybody. */
export function homePage(request: FastifyRequest, reply: FastifyReply, home: Home): FastifyReply {
  const { locale } = request;
  const words = siteWords[locale].home;
  const href = (path: string) => localized(locale, path);
  return reply.page({
    title: words.title,
    description: words.servicesText,
    main: html`<section class="hero-search"><h1>${words.heading}</h1><p class="lead">${words.lead}</p>${searchForm(locale)}
<p class="often"><strong>${words.often}:</strong> ${oftenAskedFor.map((id) => {
      const service = findService(id);
      return service && html`<a href="${href(`/services/${id}`)}">${service.title[locale]}</a> `;
    })}</p></section>
${home.mine}${noticeList(home.notices, locale)}
${home.office && openHere(locale, home.office, home.openings)}
${waysIn(locale, home.office)}
${request.who.kind === 'visitor' && accessLinks(locale)}
<div class="side-by-side">
<section aria-labelledby="fair-title"><h2 id="fair-title">${words.fair}</h2><ul>${words.fairItems.map((item) => html`<li>${item}</li>`)}</ul><p><a href="${href('/manual')}">${words.manual}</a></p></section>
<section class="notice notice-warning" aria-labelledby="free-title"><h2 id="free-title">${words.free}</h2><p>${words.freeText}</p><p><a href="${href('/report')}">${words.report}</a></p></section>
</div>`,
  });
}

function waysIn(locale: Locale, office: Office | undefined): Html {
  const words = siteWords[locale].home;
  const ways: readonly { icon: IconName; title: string; text: string; path: string }[] = [
    {
      icon: 'calendar',
      title: words.book,
      text: words.bookText,
      path: office === undefined ? '/services' : `/offices/${office.id}/services`,
    },
    { icon: 'map-marker', title: words.office, text: words.officeText, path: '/offices' },
    { icon: 'file', title: words.services, text: words.servicesText, path: '/services' },
    { icon: 'check-circle', title: words.mine, text: words.mineText, path: '/appointments' },
    { icon: 'download', title: words.certificates, text: words.certificatesText, path: '/certificates' },
    { icon: 'user', title: words.data, text: words.dataText, path: '/your-data' },
  ];
  return html`<section aria-labelledby="ways-title"><h2 id="ways-title">${words.ways}</h2><ul class="ways">${ways.map(
    (way) =>
      html`<li class="way"><h3>${icon(way.icon)}<a href="${localized(locale, way.path)}">${way.title}</a></h3><p>${way.text}</p></li>`,
  )}</ul></section>`;
}

/** Waiting times as they are: the first free day of each service of the person's office. */
function openHere(locale: Locale, office: Office, openings: readonly Opening[]): Html {
  const words = siteWords[locale].home;
  const title = words.open(office.name[locale]);
  const line = ({ serviceId, firstFree, waitDays }: Opening) => {
    const service = findService(serviceId);
    if (service === undefined) return false;
    const wait = waitDays === 0 ? words.today : words.inDays(waitDays ?? 0);
    return html`<li class="card-line"><h3><a href="${localized(locale, `/offices/${office.id}/services/${serviceId}/places`)}">${service.title[locale]}</a></h3><p>${
      firstFree === undefined ? words.openNone : words.openFirst(formatDay(firstFree, locale), wait)
    }</p></li>`;
  };
  return html`<section aria-labelledby="open-title"><h2 id="open-title">${title}</h2>${
    openings.length === 0
      ? html`<p>${words.openNothing}</p>`
      : html`<ul class="card-list card-grid">${openings.map(line)}</ul>`
  }<p><a href="${localized(locale, `/offices/${office.id}/services`)}">${words.allOfOffice}</a></p></section>`;
}

/** The ways in, and the way back in for a forgotten password. */
function accessLinks(locale: Locale): Html {
  const words = siteWords[locale].home;
  const href = (path: string) => localized(locale, path);
  return html`<nav aria-label="${words.access}"><ul class="link-list"><li><a href="${href('/sign-in')}">${words.signIn}</a></li><li><a href="${href('/register')}">${words.register}</a></li><li><a href="${href('/recovery')}">${words.recovery}</a></li></ul></nav>`;
}
