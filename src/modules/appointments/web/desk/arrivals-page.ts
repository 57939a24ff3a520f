import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { formatMoment, formatShortDay, formatTime } from '#kernel/moment.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { findOffice } from '#modules/offices/public.ts';
import { findService } from '#modules/services/public.ts';
import { hidden, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { referenceOf } from '../../domain/appointment.ts';
import type { Arrival, ArrivalRefusal } from '../../use-cases/find-arrival.ts';
import { stateBadge } from '../own-pages.ts';
import { dayPath, handlingPaths } from './day-page.ts';
import { officeOf } from './serving.ts';
import { deskWords } from './words/words.ts';

export interface ArrivalsPage {
  readonly now: Temporal.Instant;
  /** What was scanned or typed, and what came of it. */
  readonly asked?: string;
  readonly outcome?: Outcome<Arrival[], ArrivalRefusal>;
}

/** One field for a code or a name, a camera beside it, and below the person who stands at the door. */
export function arrivalsPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { now, asked, outcome }: ArrivalsPage,
): FastifyReply {
  const { locale } = request;
  const words = deskWords[locale].arrivals;
  const office = officeOf(request);
  const today = dayPath(office.id, dayAt(now, office.timeZone));
  const path = localized(locale, `/desk/offices/${office.id}/arrivals`);
  // A code is used up by looking: only what a person has typed is shown again.
  const shown = asked !== undefined && asked.length <= 60 ? asked : undefined;
  return reply.page({
    title: words.title,
    section: 'desk',
    scripts: ['code-scanner'],
    status: outcome === undefined || outcome.ok ? 200 : 404,
    hasProblems: outcome !== undefined && !outcome.ok,
    breadcrumb: [
      { label: deskWords[locale].desk, path: '/desk' },
      { label: words.toDay, path: today },
      { label: words.title },
    ],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${outcome !== undefined && !outcome.ok && refusalNotice(request, outcome.refusal)}
${outcome?.ok && html`<section aria-labelledby="found"><h2 id="found">${words.found}</h2>${outcome.value.map((each) => arrivalCard(request, reply, each, now))}</section>`}
<code-scanner class="code-scanner" scan="${words.scan}" stop="${words.stop}" camera="${words.camera}" refused="${words.cameraRefused}"></code-scanner>
<form method="get" action="${path}" class="search-form" role="search">${textField({
      name: 'code',
      label: words.field,
      hint: words.fieldHint,
      value: shown,
      autocomplete: 'off',
      spellcheck: false,
    })}${submitButton(words.find)}</form>
<p><a href="${localized(locale, today)}">${words.toDay}</a></p>`,
  });
}

function refusalNotice(request: FastifyRequest, refusal: ArrivalRefusal): Html {
  const { locale } = request;
  const words = deskWords[locale].arrivals;
  const sentences: Record<ArrivalRefusal['code'], readonly [string, string]> = {
    forged: [words.forged, words.forgedNext],
    other_office: [
      words.otherOffice(
        refusal.code === 'other_office'
          ? (findOffice(refusal.officeId)?.name[locale] ?? refusal.officeId)
          : '',
      ),
      words.otherOfficeNext,
    ],
    gone: [words.gone, words.goneNext],
    nobody: [words.nobody, words.nobodyNext],
  };
  const [what, next] = sentences[refusal.code];
  return html`<div class="notice notice-warning" role="alert"><p><strong>${what}</strong></p><p>${next}</p></div>`;
}

function arrivalCard(
  request: FastifyRequest,
  reply: FastifyReply,
  { appointment, notToday }: Arrival,
  now: Temporal.Instant,
): Html {
  const { locale } = request;
  const words = deskWords[locale].arrivals;
  const dayWords = deskWords[locale].day;
  const { id, timeZone } = officeOf(request);
  const { bornOn } = appointment;
  const name = bornOn === null ? dayWords.personGone : `${appointment.familyName} ${appointment.givenName}`;
  const today = dayAt(now, timeZone);
  return html`<article class="arrival${notToday === undefined ? ' arrival-ready' : ''}"><h3>${name}</h3>
<dl class="summary"><div><dt>${bornOn === null ? name : dayWords.born(formatShortDay(bornOn, locale))}</dt><dd>${dayWords.code} <code>${referenceOf(appointment.id)}</code></dd></div>
<div><dt>${formatMoment(appointment.startsAt, timeZone, locale)}</dt><dd>${findService(appointment.serviceId)?.title[locale]}, ${dayWords.place(appointment.place)}</dd></div>
<div><dt>${dayWords.state}</dt><dd>${stateBadge(appointment, request)}</dd></div></dl>
${
  notToday === undefined
    ? html`<div class="notice notice-info"><p>${words.checkDocument}</p></div>${form(reply, {
        action: `/desk/offices/${id}/appointments/${appointment.id}/${handlingPaths.check_in}`,
        content: html`${hidden('day', today)}${submitButton(words.confirm)}`,
      })}`
    : whyNot(request, appointment, notToday)
}</article>`;
}

function whyNot(
  request: FastifyRequest,
  appointment: Arrival['appointment'],
  notToday: NonNullable<Arrival['notToday']>,
): Html {
  const { locale } = request;
  const words = deskWords[locale].arrivals;
  const { id, timeZone } = officeOf(request);
  if (notToday.code === 'other_day') {
    const path = localized(locale, `${dayPath(id, notToday.day)}#a-${appointment.id}`);
    return html`<div class="notice notice-warning" role="alert"><p><strong>${words.otherDay(
      formatMoment(appointment.startsAt, timeZone, locale),
    )}</strong> ${words.otherDayNext}</p><p><a href="${path}">${words.dayOf}</a></p></div>`;
  }
  const { checkedInAt } = appointment;
  const fees = localized(locale, `/desk/offices/${id}/appointments/${appointment.id}/fees`);
  return html`<div class="notice notice-warning" role="alert"><p><strong>${words.states[notToday.state]}</strong>${
    checkedInAt !== null && html` ${words.arrivedAt(formatTime(checkedInAt, timeZone, locale))}`
  }</p></div>${notToday.state === 'checked_in' && html`<p><a class="btn btn-outline-primary" href="${fees}">${deskWords[locale].day.takeFees}</a></p>`}`;
}
