import type { FastifyReply, FastifyRequest } from 'fastify';
import { addDays, type CivilDate, dayAt } from '#kernel/civil-date.ts';
import { formatDay, formatShortDay, formatTime } from '#kernel/moment.ts';
import { formatEuro } from '#kernel/money.ts';
import type { Office } from '#modules/offices/public.ts';
import { type Receipt, receiptNumberOf } from '#modules/payments/public.ts';
import { findService } from '#modules/services/public.ts';
import { form } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { type Appointment, referenceOf } from '../../domain/appointment.ts';
import { appointmentLifecycle } from '../../domain/appointment-lifecycle.ts';
import type { Handling } from '../../use-cases/serve-day.ts';
import { dayTopicOf } from '../../use-cases/topics.ts';
import { stateBadge } from '../own-pages.ts';
import { partyWords } from '../words/party.ts';
import { appointmentWords } from '../words/words.ts';
import { deskWords } from './words/words.ts';

/** The last part of the address of each handling: a noun to post to. */
export const handlingPaths: Record<Handling | 'cancel_as_office', string> = {
  take_in_charge: 'charge',
  check_in: 'check-in',
  serve: 'serving',
  miss: 'absence',
  cancel_as_office: 'cancellation',
};

export interface DayPage {
  readonly office: Office;
  readonly day: CivilDate;
  readonly appointments: readonly Appointment[];
  /** Receipts that stand, by the appointment that they are for. */
  readonly fees: ReadonlyMap<string, readonly Receipt[]>;
  readonly now: Temporal.Instant;
  /** How the last action ended. */
  readonly notice?: { readonly text: string; readonly kind: 'success' | 'warning' } | undefined;
}

export function dayPath(officeId: string, day: CivilDate): string {
  return `/desk/offices/${officeId}/days/${day}`;
}

/** The day at the counter: who comes when, and the one next step for each. */
export function dayPage(request: FastifyRequest, reply: FastifyReply, page: DayPage): FastifyReply {
  const { locale } = request;
  const words = deskWords[locale].day;
  const { office, day, appointments, notice, now } = page;
  const title = words.title(formatDay(day, locale));
  const href = (path: string) => localized(locale, path);
  const count = (...states: Appointment['state'][]) =>
    appointments.filter((each) => states.includes(each.state)).length;
  return reply.page({
    title,
    section: 'desk',
    scripts: ['live-list'],
    breadcrumb: [{ label: deskWords[locale].desk, path: '/desk' }, { label: title }],
    main: html`<h1>${title}</h1><p class="lead">${words.office(office.name[locale], office.city[locale])}</p>
${notice && html`<div class="notice notice-${notice.kind}" role="status"><p>${notice.text}</p></div>`}
<nav class="day-turn" aria-label="${title}"><a href="${href(dayPath(office.id, addDays(day, -1)))}">${words.previous}</a> <a href="${href(dayPath(office.id, dayAt(now, office.timeZone)))}">${words.today}</a> <a href="${href(dayPath(office.id, addDays(day, 1)))}">${words.next}</a></nav>
<p class="actions"><a class="btn btn-primary" href="${href(`/desk/offices/${office.id}/arrivals`)}">${words.scan}</a> <a class="btn btn-outline-primary" href="${href(`/desk/offices/${office.id}/walk-ins/new`)}">${words.walkIn}</a> <a class="form-back" href="${href(`/desk/offices/${office.id}/till/${day}`)}">${words.till}</a></p>
<live-list topics="${dayTopicOf(office.id)}"><div id="live">
<p class="day-counts">${words.counts(count('booked', 'held', 'in_charge'), count('checked_in'), count('served'), count('no_show'))}</p>
${appointments.length === 0 ? html`<p>${words.empty}</p>` : table(request, reply, page)}
</div></live-list>`,
  });
}

function table(request: FastifyRequest, reply: FastifyReply, page: DayPage): Html {
  const words = deskWords[request.locale].day;
  return html`<table class="day-table stacked"><thead><tr><th scope="col">${words.hour}</th><th scope="col">${words.person}</th><th scope="col">${words.service}</th><th scope="col">${words.state}</th><th scope="col">${words.actions}</th></tr></thead>
<tbody>${page.appointments.map((appointment) => row(request, reply, page, appointment))}</tbody></table>`;
}

function row(request: FastifyRequest, reply: FastifyReply, page: DayPage, appointment: Appointment): Html {
  const { locale } = request;
  const words = deskWords[locale].day;
  const { bornOn } = appointment;
  const name = bornOn === null ? words.personGone : `${appointment.familyName} ${appointment.givenName}`;
  return html`<tr id="a-${appointment.id}">
<td data-label="${words.hour}"><strong>${formatTime(appointment.startsAt, page.office.timeZone, locale)}</strong><br>${words.place(appointment.place)}</td>
<td data-label="${words.person}"><strong>${name}</strong>${bornOn !== null && html`<br>${words.born(formatShortDay(bornOn, locale))}`}<br>${words.code} <code>${referenceOf(appointment.id)}</code>${partyLines(request, page, appointment)}</td>
<td data-label="${words.service}">${findService(appointment.serviceId)?.title[locale]}${details(request, appointment)}</td>
<td data-label="${words.state}">${stateBadge(appointment, request)}</td>
<td data-label="${words.actions}">${actions(request, reply, page, appointment, name)}${feesOf(request, page, appointment, name)}</td></tr>`;
}

/** One tap to the fees of who has arrived, and the receipts that they have. */
function feesOf(
  request: FastifyRequest,
  { office, fees }: DayPage,
  { id, state }: Appointment,
  name: string,
): Html[] {
  const { locale } = request;
  const words = deskWords[locale].day;
  const base = `/desk/offices/${office.id}`;
  const receipts = (fees.get(id) ?? []).map(
    (receipt) =>
      html`<a class="day-receipt" href="${localized(locale, `${base}/receipts/${receipt.id}`)}">${words.receipt(receiptNumberOf(receipt), formatEuro(receipt.total, locale))}</a>`,
  );
  if (!['checked_in', 'served', 'in_charge'].includes(state)) return receipts;
  const take = html`<a class="btn btn-sm ${state === 'checked_in' && receipts.length === 0 ? 'btn-outline-primary' : 'btn-link'}" href="${localized(locale, `${base}/appointments/${id}/fees`)}" aria-label="${words.forPerson(words.takeFees, name)}">${words.takeFees}</a>`;
  return [...receipts, take];
}

/** That somebody belongs to a party, and for a minor the parents and their consent. */
function partyLines(request: FastifyRequest, page: DayPage, appointment: Appointment): Html | false {
  if (appointment.partyId === null) return false;
  const words = partyWords[request.locale];
  const together = page.appointments.filter((each) => each.partyId === appointment.partyId);
  const { parents, consent, taxCode } = appointment;
  return html`<br><strong>${words.ofParty(together.indexOf(appointment) + 1, together.length)}</strong>${
    taxCode !== null && html`<br>${words.taxCode} ${taxCode}`
  }${
    parents.length > 0 &&
    html`<br>${words.parents}: ${parents.join(', ')}${consent !== null && html`<br>${words.consent} ${words.consents[consent]}`}`
  }`;
}

function details(request: FastifyRequest, appointment: Appointment): Html | false {
  const { locale } = request;
  const questions = findService(appointment.serviceId)?.questions ?? [];
  const answers = questions.flatMap((question) => {
    const answer = appointment.answers[question.id];
    if (answer === undefined) return [];
    const shown =
      question.kind === 'choice'
        ? (question.choices.find((choice) => choice.value === answer)?.label[locale] ?? answer)
        : question.kind === 'yes_no'
          ? appointmentWords[locale].book[answer === 'yes' ? 'yes' : 'no']
          : answer;
    return [html`<div><dt>${question.label[locale]}</dt><dd>${shown}</dd></div>`];
  });
  if (answers.length === 0 && appointment.notes === '') return false;
  return html`<details><summary>${deskWords[locale].day.notes}</summary><dl>${answers}</dl><p class="typed">${appointment.notes}</p></details>`;
}

function actions(
  request: FastifyRequest,
  reply: FastifyReply,
  { office, day, now }: DayPage,
  appointment: Appointment,
  name: string,
): Html {
  const words = deskWords[request.locale].day;
  const begun = Temporal.Instant.compare(appointment.startsAt, now) <= 0;
  const possible = (['check_in', 'serve', 'miss', 'take_in_charge', 'cancel_as_office'] as const).filter(
    (handling) => appointmentLifecycle.allows(appointment.state, handling) && (handling !== 'miss' || begun),
  );
  const excuse =
    appointment.state === 'no_show' &&
    (appointment.excusedAt === null
      ? form(reply, {
          action: `/desk/offices/${office.id}/appointments/${appointment.id}/excuse`,
          class: 'inline-form',
          content: html`<input type="hidden" name="day" value="${day}"><button type="submit" class="btn btn-sm btn-outline-primary" aria-label="${words.forPerson(words.excuse, name)}">${words.excuse}</button>`,
        })
      : html`<p>${words.excused}</p>`);
  const buttons = possible.map((handling, index) => {
    const path = `/desk/offices/${office.id}/appointments/${appointment.id}/${handlingPaths[handling]}`;
    const label = words.actionsOf[handling];
    const accessible = words.forPerson(label, name);
    if (handling === 'cancel_as_office') {
      return html`<a class="btn btn-sm btn-link" href="${localized(request.locale, path)}" aria-label="${accessible}">${label}</a>`;
    }
    return form(reply, {
      action: path,
      class: 'inline-form',
      content: html`<input type="hidden" name="day" value="${day}"><button type="submit" class="btn btn-sm ${index === 0 ? 'btn-primary' : 'btn-outline-primary'}" aria-label="${accessible}">${label}</button>`,
    });
  });
  return html`${buttons}${excuse}`;
}
