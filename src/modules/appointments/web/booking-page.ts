import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CivilDate } from '#kernel/civil-date.ts';
import { formatDuration } from '#kernel/duration.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatMoment, formatShortDay, formatTime } from '#kernel/moment.ts';
import type { Office } from '#modules/offices/public.ts';
import { mostPeopleOf, type Service } from '#modules/services/public.ts';
import { hidden, problemSummary, radioField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { OpenSlot } from '../domain/availability.ts';
import type { AbsenceNotice } from '../use-cases/absences.ts';
import { answerFields } from './answers-form.ts';
import { placesPath } from './month-page.ts';
import { companionFields, companionNumber } from './party-form.ts';
import { addWish, isPlainWish, type PlaceWish, plainWish, wishFields, wishQuery } from './wish.ts';
import { partyWords } from './words/party.ts';
import { appointmentWords } from './words/words.ts';

export interface BookingPage {
  readonly office: Office;
  readonly service: Service;
  readonly holdMinutes: number;
  /** The chosen hour, while it can still be chosen. */
  readonly slot: { readonly id: number; readonly day: CivilDate; readonly startsAt: Temporal.Instant };
  /** Other hours of the day, offered when the chosen one is gone. */
  readonly others?: readonly OpenSlot[];
  readonly typed?: Typed;
  readonly key?: string;
  /** Sentences at their fields. */
  readonly problems?: Readonly<Record<string, string>>;
  /** Why the booking was refused, with where to go. */
  readonly refusals?: readonly {
    readonly text: string;
    readonly link?: { readonly label: string; readonly path: string };
  }[];
  readonly status?: number;
  /** What to know about absences before booking. */
  readonly absences?: AbsenceNotice | undefined;
  /** For whom, where it is not one person for themselves. */
  readonly wish?: PlaceWish;
}

/** One summary, the notes, one button. */
export function bookingPage(request: FastifyRequest, reply: FastifyReply, page: BookingPage): FastifyReply {
  const { locale } = request;
  const words = appointmentWords[locale].book;
  const { office, service, slot, others, typed = {}, problems = {}, refusals = [] } = page;
  const path = placesPath(office.id, service.id);
  const wish = page.wish ?? plainWish;
  const calendar = localized(
    locale,
    `${path}?${addWish(new URLSearchParams({ day: slot.day }), wish)}#hours`,
  );
  const together = !isPlainWish(wish);
  const title = together ? partyWords[locale].title : words.title;
  return reply.page({
    title,
    section: 'services',
    ...(together ? { scripts: ['minor-fields'] } : {}),
    status: page.status ?? 200,
    hasProblems: Object.keys(problems).length > 0 || refusals.length > 0,
    breadcrumb: [
      { label: office.name[locale], path: `/offices/${office.id}` },
      { label: service.title[locale], path },
      { label: title },
    ],
    main: html`<h1>${title}</h1>
${refusals.map(
  ({ text, link }) =>
    html`<div class="notice notice-warning" role="alert"><p>${text}</p>${link && html`<p><a href="${localized(locale, link.path)}">${link.label}</a></p>`}</div>`,
)}
${problemSummary(webWords[locale].problems.summaryTitle, summaryLines(problems, wish, locale))}
${
  page.absences?.pausedUntil !== undefined &&
  refusals.length === 0 &&
  html`<div class="notice notice-warning"><p>${words.paused(formatShortDay(page.absences.pausedUntil, locale), office.email)}</p></div>`
}
${summary(request, page, calendar)}
${form(reply, {
  action: `/offices/${office.id}/services/${service.id}/${together ? 'parties' : 'appointments'}`,
  key: page.key,
  content: html`${
    others === undefined || others.length === 0
      ? hidden('slot', String(slot.id))
      : radioField({
          name: 'slot',
          label: words.otherHours,
          problem: problems['slot'],
          choices: others.map((other) => ({
            value: String(other.id),
            label: formatTime(other.startsAt, office.timeZone, locale),
          })),
        })
  }${together && partyFields(request, { office, service, wish, typed, problems })}${answerFields(service, typed, problems, locale)}
<p class="form-note">${
    together
      ? partyWords[locale].heldFor(wish.people, formatDuration(page.holdMinutes, locale))
      : words.heldFor(formatDuration(page.holdMinutes, locale))
  } <strong>${words.free}</strong></p>
${page.absences && html`<p class="form-note">${words.absenceRule(page.absences.rule.most, page.absences.rule.months, page.absences.rule.pauseDays)}</p>`}
${submitButton(together ? partyWords[locale].submit(wish.people) : words.submit)} <a class="form-back" href="${calendar}">${words.change}</a>`,
})}`,
  });
}

/** The problems one by one; those of people say whose they are. */
function summaryLines(
  problems: Readonly<Record<string, string>>,
  wish: PlaceWish,
  locale: Locale,
): { name: string; text: string }[] {
  return Object.entries(problems).map(([name, text]) => {
    const number = companionNumber(name);
    if (number === undefined) return { name, text };
    const shown = wish.forOthers ? number : number + 1;
    return { name, text: `${partyWords[locale].person(shown)}: ${text}` };
  });
}

function summary(
  request: FastifyRequest,
  { office, service, slot, wish = plainWish }: BookingPage,
  calendar: string,
): Html {
  const { locale } = request;
  const words = appointmentWords[locale].book;
  return html`<section class="summary" aria-labelledby="summary-title"><h2 id="summary-title">${words.summary}</h2><dl>
<div><dt>${words.service}</dt><dd>${service.title[locale]}</dd></div>
<div><dt>${words.office}</dt><dd>${office.name[locale]}<br>${office.address}</dd></div>
<div><dt>${words.when}</dt><dd>${formatMoment(slot.startsAt, office.timeZone, locale)} (${office.city[locale]}) <a href="${calendar}">${words.change}</a></dd></div>
<div><dt>${words.who}</dt><dd>${
    isPlainWish(wish) ? citizenOf(request).name : partyWords[locale].persons(wish.people)
  }</dd></div></dl></section>`;
}

/** The people beside the one who books, and how to come back to their number. */
function partyFields(
  request: FastifyRequest,
  page: {
    office: Office;
    service: Service;
    wish: PlaceWish;
    typed: Typed;
    problems: Readonly<Record<string, string>>;
  },
): Html {
  const { locale } = request;
  const words = partyWords[locale];
  const { office, service, wish, typed, problems } = page;
  const others = wish.forOthers ? wish.people : wish.people - 1;
  return html`${wishFields(wish)}${
    !wish.forOthers &&
    html`<p class="person-you"><strong>${words.person(1)}</strong>: ${words.you(citizenOf(request).name)}</p>`
  }${companionFields(others, wish.forOthers ? 1 : 2, typed, problems, locale)}${
    mostPeopleOf(service) > 1 &&
    html`<p><a href="${localized(locale, placesPath(office.id, service.id))}${wishQuery(wish)}">${words.changeNumber}</a></p>`
  }`;
}
