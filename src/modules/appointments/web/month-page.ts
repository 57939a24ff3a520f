import type { FastifyReply, FastifyRequest } from 'fastify';
import { addDays, type CivilDate, parseCivilDate, plainDate } from '#kernel/civil-date.ts';
import { formatDay, formatMoment, formatMonth, formatTime } from '#kernel/moment.ts';
import type { Office } from '#modules/offices/public.ts';
import type { Service } from '#modules/services/public.ts';
import { attributes, type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { Day, DayStatus, OpenSlot } from '../domain/availability.ts';
import type { Availability } from '../use-cases/see-availability.ts';
import { peopleForm, wishNotice } from './people-form.ts';
import { addWish, type PlaceWish, readWish, wishQuery } from './wish.ts';
import { appointmentWords } from './words/words.ts';

/** What the address of the month page asks for. */
export interface MonthQuery {
  readonly first: CivilDate;
  readonly last: CivilDate;
  readonly day: CivilDate | undefined;
  readonly view: 'grid' | 'list';
  readonly move: string | undefined;
  readonly wish: PlaceWish;
}

/** Reads the address; what makes no sense falls back to the month of today. */
export function readMonthQuery(
  raw: Readonly<Record<string, string | undefined>>,
  service: Service,
  today: CivilDate,
): MonthQuery {
  const chosen = parseCivilDate(raw['day'] ?? '');
  const month = parseCivilDate(`${raw['month'] ?? ''}-01`);
  const any = month.ok ? month.value : chosen.ok ? chosen.value : today;
  const first = plainDate(any).with({ day: 1 });
  return {
    first: first.toString() as CivilDate,
    last: first.with({ day: first.daysInMonth }).toString() as CivilDate,
    day: chosen.ok ? chosen.value : undefined,
    view: raw['view'] === 'list' ? 'list' : 'grid',
    move: /^[0-9a-f-]{36}$/.test(raw['move'] ?? '') ? raw['move'] : undefined,
    wish: readWish(raw, service),
  };
}

export interface MonthPage {
  readonly office: Office;
  readonly service: Service;
  readonly query: MonthQuery;
  readonly availability: Availability;
  readonly hours: readonly OpenSlot[];
  /** The present moment of the appointment that is being moved. */
  readonly moving: Temporal.Instant | undefined;
}

/** Path of the month page of a service at an office, without the language. */
export function placesPath(officeId: string, serviceId: string): string {
  return `/offices/${officeId}/services/${serviceId}/places`;
}

export function monthPage(request: FastifyRequest, reply: FastifyReply, page: MonthPage): FastifyReply {
  const words = appointmentWords[request.locale].month;
  const { office, service, availability, moving } = page;
  const title = words.title(service.title[request.locale]);
  return reply.page({
    title,
    section: 'services',
    breadcrumb: [
      { label: office.name[request.locale], path: `/offices/${office.id}` },
      { label: service.title[request.locale], path: `/offices/${office.id}/services/${service.id}` },
      { label: title },
    ],
    scripts: ['month-grid'],
    ...(page.query.day === undefined && moving === undefined ? { shows: availability } : {}),
    main: html`<h1>${title}</h1>
<p class="lead">${words.at(office.name[request.locale])}. ${words.zone(office.city[request.locale], offsetOf(availability.zone, availability.today))}</p>
${moving && html`<p class="notice notice-info">${words.moving(formatMoment(moving, office.timeZone, request.locale))}</p>`}
${wishNotice(request, page.query.wish)}
${moving === undefined && peopleForm(request, { action: placesPath(office.id, service.id), service, query: page.query })}
<month-grid topics="${availability.topics.join(' ')}" zone="${availability.zone}" your-time="${words.yourZone}">
<div id="places">${monthOf(request, page)}
${hoursOfDay(request, page)}</div>
<p class="visually-hidden" role="status" data-updated="${words.updated}"></p>
</month-grid>`,
  });
}

/** Months already written, as long as what they show is at hand. */
const writtenMonths = new WeakMap<Availability, Map<string, Html>>();

/** The month itself. Those who looked at the same places together, in the same language, read the same text. */
function monthOf(request: FastifyRequest, page: MonthPage): Html {
  const { query, availability, office, service } = page;
  const written = writtenMonths.get(availability) ?? new Map<string, Html>();
  writtenMonths.set(availability, written);
  const name = JSON.stringify([request.locale, office.id, service.id, query]);
  const text =
    written.get(name) ??
    html`${firstFree(request, page)}
${monthNavigation(request, page)}
${query.view === 'list' ? listView(request, page) : gridView(request, page)}`;
  written.set(name, text);
  return text;
}

/** `UTC+1` on a day in a zone. */
function offsetOf(zone: string, day: CivilDate): string {
  const minutes = plainDate(day).toZonedDateTime(zone).offsetNanoseconds / 60e9;
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

function hrefOf(
  request: FastifyRequest,
  { office, service, query }: MonthPage,
  change: Partial<Record<'month' | 'day' | 'view', string>>,
): string {
  const parameters = new URLSearchParams();
  const month = change.month ?? (change.day ?? query.first).slice(0, 7);
  parameters.set('month', month);
  if (change.day !== undefined) parameters.set('day', change.day);
  if ((change.view ?? query.view) === 'list') parameters.set('view', 'list');
  if (query.move !== undefined) parameters.set('move', query.move);
  else addWish(parameters, query.wish);
  return `${localized(request.locale, placesPath(office.id, service.id))}?${parameters}`;
}

function firstFree(request: FastifyRequest, page: MonthPage): Html {
  const words = appointmentWords[request.locale].month;
  const { firstFree: day, days, zone } = page.availability;
  if (day !== undefined) {
    return html`<p class="first-free">${words.firstFree} <a href="${hrefOf(request, page, { day })}#hours">${formatDay(day, request.locale)}</a></p>`;
  }
  const coming = days
    .flatMap(({ status }) => (status.kind === 'not_published' ? status.publishedAt : []))
    .sort(Temporal.Instant.compare)[0];
  return html`<div class="notice notice-info"><p><strong>${words.nothing}</strong></p><p>${words.nothingNext}</p>${
    coming && html`<p>${words.newPlaces(formatMoment(coming, zone, request.locale))}</p>`
  }</div>`;
}

function monthNavigation(request: FastifyRequest, page: MonthPage): Html {
  const words = appointmentWords[request.locale].month;
  const { query, availability } = page;
  const before = addDays(query.first, -1);
  const after = addDays(query.last, 1);
  const link = (day: CivilDate, label: string, possible: boolean, direction: string) =>
    possible
      ? html`<a class="month-turn" rel="${direction}" href="${hrefOf(request, page, { month: day.slice(0, 7) })}">${label}</a>`
      : html`<span class="month-turn month-turn-off">${label}</span>`;
  return html`<div class="month-navigation">
${link(before, words.previous, before >= availability.today, 'prev')}
<h2 id="month-title">${formatMonth(query.first, request.locale)}</h2>
${link(after, words.next, after <= availability.horizon, 'next')}
</div>
<p class="month-view"><a href="${hrefOf(request, page, { view: query.view === 'list' ? 'grid' : 'list' })}">${query.view === 'list' ? words.asGrid : words.asList}</a></p>`;
}

/** The whole sentence of a day's state. */
export function statusText(status: DayStatus, request: Pick<FastifyRequest, 'locale'>, zone: string): string {
  const words = appointmentWords[request.locale].month.status;
  switch (status.kind) {
    case 'free':
      return words.free(status.places);
    case 'closed':
      return status.holiday
        ? words.holiday(status.reason[request.locale])
        : words.closed(status.reason[request.locale]);
    case 'too_few':
      return words.too_few(status.places);
    case 'not_published':
      return words.not_published(formatMoment(status.publishedAt, zone, request.locale));
    case 'held':
    case 'full':
    case 'no_hours':
    case 'not_open':
    case 'beyond_horizon':
    case 'too_late':
    case 'past':
      return words[status.kind];
  }
}

function gridView(request: FastifyRequest, page: MonthPage): Html {
  const words = appointmentWords[request.locale].month;
  const { days, zone } = page.availability;
  const offset = plainDate(page.query.first).dayOfWeek - 1;
  const cells: (Day | undefined)[] = [...Array.from({ length: offset }, () => undefined), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7),
  );
  return html`<table class="month" aria-labelledby="month-title"><thead><tr>${words.weekdaysShort.map(
    (short, index) => html`<th scope="col" abbr="${words.weekdays[index]}">${short}</th>`,
  )}</tr></thead><tbody>${weeks.map(
    (week) =>
      html`<tr>${Array.from({ length: 7 }, (_, index) => dayCell(request, page, week[index], zone))}</tr>`,
  )}</tbody></table>
${legend(request, days)}`;
}

function dayCell(request: FastifyRequest, page: MonthPage, entry: Day | undefined, zone: string): Html {
  if (entry === undefined) return html`<td class="day day-none"></td>`;
  const words = appointmentWords[request.locale].month;
  const { day, status } = entry;
  const number = Number(day.slice(8));
  const text = statusText(status, request, zone);
  const chosen = day === page.query.day;
  if (status.kind === 'free') {
    return html`<td class="day day-free${chosen ? ' day-chosen' : ''}"><a href="${hrefOf(request, page, { day })}#hours"${attributes(
      {
        'aria-current': chosen ? 'date' : undefined,
      },
    )}><span class="day-number">${number}</span><span class="day-mark" aria-hidden="true">✓ ${status.places}</span><span class="visually-hidden">${formatDay(day, request.locale)}: ${text}</span></a></td>`;
  }
  const mark = words.mark[status.kind];
  return html`<td class="day day-${status.kind.replaceAll('_', '-')}"><span class="day-box" title="${text}"><span class="day-number">${number}</span>${
    mark && html`<span class="day-mark" aria-hidden="true">${mark}</span>`
  }<span class="visually-hidden">${text}</span></span></td>`;
}

/** The reasons that this month shows, once each, in words: marks alone would be a riddle. */
function legend(request: FastifyRequest, days: readonly Day[]): Html {
  const words = appointmentWords[request.locale].month;
  const kinds = [...new Set(days.map(({ status }) => status.kind))].filter(
    (kind) => kind === 'free' || words.mark[kind] !== '',
  );
  const sentence = (kind: DayStatus['kind']) =>
    kind === 'free'
      ? words.chooseDay
      : kind === 'closed' || kind === 'not_published' || kind === 'too_few'
        ? [
            ...new Set(
              days.flatMap(({ status }) => (status.kind === kind ? statusText(status, request, 'UTC') : [])),
            ),
          ]
            .slice(0, 3)
            .join('. ')
        : words.status[kind];
  return html`<details class="legend"><summary>${words.legend}</summary><dl>${kinds.map(
    (kind) =>
      html`<div><dt class="legend-${kind.replaceAll('_', '-')}">${kind === 'free' ? '✓' : words.mark[kind]}</dt><dd>${sentence(kind)}</dd></div>`,
  )}</dl></details>`;
}

function listView(request: FastifyRequest, page: MonthPage): Html {
  const words = appointmentWords[request.locale].month;
  const free = page.availability.days.filter(({ status }) => status.kind === 'free');
  if (free.length === 0) return html`<p>${words.listEmpty}</p>`;
  return html`<ul class="day-list">${free.map(
    ({ day, status }) =>
      html`<li><a href="${hrefOf(request, page, { day })}#hours">${formatDay(day, request.locale)}</a> ${statusText(status, request, page.availability.zone)}</li>`,
  )}</ul>`;
}

function hoursOfDay(request: FastifyRequest, page: MonthPage): Html | false {
  const words = appointmentWords[request.locale].month;
  const { day, move, wish } = page.query;
  if (day === undefined) return false;
  const { office, service, hours, availability } = page;
  const target = (slot: OpenSlot) =>
    move === undefined
      ? `${placesPath(office.id, service.id)}/${slot.id}${wishQuery(wish)}`
      : `/appointments/${move}/move?slot=${slot.id}`;
  return html`<section id="hours" class="hours" aria-labelledby="hours-title"><h2 id="hours-title">${words.hours(formatDay(day, request.locale))}</h2>${
    hours.length === 0
      ? html`<p>${words.noHours}</p>`
      : html`<ul>${hours.map((slot) => {
          const time = formatTime(slot.startsAt, availability.zone, request.locale);
          return html`<li><a class="hour" href="${localized(request.locale, target(slot))}" aria-label="${words.book(time, words.places(slot.free))}"><time datetime="${slot.startsAt.toString()}">${time}</time><span class="hour-free">${words.places(slot.free)}</span></a></li>`;
        })}</ul>`
  }</section>`;
}
