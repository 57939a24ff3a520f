import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { formatMoment, formatShortDay, formatTime } from '#kernel/moment.ts';
import { findOffice } from '#modules/offices/public.ts';
import { findService } from '#modules/services/public.ts';
import { hidden } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { type Appointment, membersIn, referenceOf, type Unit } from '../domain/appointment.ts';
import { appointmentLifecycle, liveStates } from '../domain/appointment-lifecycle.ts';
import type { OfficeChange } from '../domain/office-change.ts';
import { placesPath } from './month-page.ts';
import { offerWords } from './words/offers.ts';
import { partyWords } from './words/party.ts';
import { appointmentWords } from './words/words.ts';

function about(appointment: Appointment) {
  const office = findOffice(appointment.officeId);
  const service = findService(appointment.serviceId);
  if (office === undefined || service === undefined) throw new Error('An appointment at an unknown office');
  return { office, service };
}

/** `martedì 1 dicembre 2026, ore 9:30 (Londra)`. */
export function momentOf(appointment: Appointment, request: Pick<FastifyRequest, 'locale'>): string {
  const { office } = about(appointment);
  return `${formatMoment(appointment.startsAt, office.timeZone, request.locale)} (${office.city[request.locale]})`;
}

export function stateBadge(appointment: Appointment, request: Pick<FastifyRequest, 'locale'>): Html {
  return html`<span class="state state-${appointment.state.replaceAll('_', '-')}">${appointmentWords[request.locale].states[appointment.state]}</span>`;
}

/** The members of a party are one line, at the place of the first of them. */
function lines(request: FastifyRequest, appointments: readonly Appointment[]): Html {
  const parties = Map.groupBy(appointments, (each) => each.partyId ?? each.id);
  return html`<ul class="card-list">${[...parties.values()].map((together) => {
    const [appointment, ...others] = together.toSorted(
      (one, other) => (one.member ?? 0) - (other.member ?? 0),
    );
    if (appointment === undefined) return false;
    const { office, service } = about(appointment);
    return html`<li class="card-line"><h3><a href="${localized(request.locale, `/appointments/${appointment.id}`)}">${service.title[request.locale]}</a></h3>
<p>${momentOf(appointment, request)}<br>${office.name[request.locale]}${
      appointment.partyId !== null &&
      html`<br>${appointment.givenName} ${appointment.familyName}${others.map((each) => `, ${each.givenName} ${each.familyName}`)}`
    }</p><p>${stateBadge(appointment, request)} ${appointmentWords[request.locale].detail.next[appointment.state]}</p></li>`;
  })}</ul>`;
}

/** The appointments that are still to come, or to be confirmed. */
export function isUpcoming(appointment: Appointment, now: Temporal.Instant): boolean {
  return (
    ['held', 'booked', 'in_charge', 'checked_in'].includes(appointment.state) &&
    Temporal.Instant.compare(appointment.endsAt, now) > 0
  );
}

export function upcomingSection(request: FastifyRequest, appointments: readonly Appointment[]): Html {
  const words = appointmentWords[request.locale].list;
  return html`<section aria-labelledby="upcoming-title"><h2 id="upcoming-title">${words.title}</h2>${
    appointments.length === 0
      ? html`<p>${words.empty} ${words.emptyNext}</p><p><a class="btn btn-primary" href="${localized(request.locale, '/services')}">${words.start}</a></p>`
      : lines(request, appointments)
  }</section>`;
}

export function listPage(
  request: FastifyRequest,
  reply: FastifyReply,
  appointments: readonly Appointment[],
  now: Temporal.Instant,
): FastifyReply {
  const words = appointmentWords[request.locale].list;
  const upcoming = appointments.filter((each) => isUpcoming(each, now)).reverse();
  const past = appointments.filter((each) => !isUpcoming(each, now));
  return reply.page({
    title: words.title,
    section: 'appointments',
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.title}</h1>${
      appointments.length === 0 &&
      html`<p class="lead">${words.empty}</p><p>${words.emptyNext}</p><p><a class="btn btn-primary" href="${localized(request.locale, '/services')}">${words.start}</a></p>`
    }${upcoming.length > 0 && html`<h2>${words.upcoming}</h2>${lines(request, upcoming)}`}${
      past.length > 0 && html`<h2>${words.past}</h2>${lines(request, past)}`
    }`,
  });
}

export interface DetailPage {
  readonly appointment: Appointment;
  readonly unit: Unit;
  /** What the office did to it last, and what lets this page answer. */
  readonly change: { readonly change: OfficeChange; readonly token: string } | undefined;
  readonly email: string;
  /** What has just been done, said on top. */
  readonly done?: string | undefined;
}

export function detailPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { appointment, unit, change, email, done }: DetailPage,
): FastifyReply {
  const { locale } = request;
  const words = appointmentWords[locale].detail;
  const book = appointmentWords[locale].book;
  const { office, service } = about(appointment);
  const title = words.title(service.title[locale]);
  const may = (event: 'move' | 'cancel_as_citizen') => appointmentLifecycle.allows(appointment.state, event);
  const path = `/appointments/${appointment.id}`;
  const together = membersIn(unit, liveStates).length > 1;
  return reply.page({
    title,
    section: 'appointments',
    breadcrumb: [{ label: appointmentWords[locale].list.title, path: '/appointments' }, { label: title }],
    main: html`${done && html`<div class="notice notice-success" role="status"><p>${done}</p></div>`}
<h1>${title}</h1>
${change && changeNotice(request, appointment, change)}
${
  appointment.state === 'held' &&
  change === undefined &&
  appointment.heldUntil !== null &&
  html`<div class="notice notice-info"><p><strong>${words.heldBanner(formatMoment(appointment.heldUntil, office.timeZone, locale), email)}</strong></p><p>${words.junk}</p>${form(
    reply,
    { action: `${path}/letters`, class: 'inline-form', content: submitButton(words.resend, 'secondary') },
  )}<p><a href="${localized(locale, '/account')}">${words.wrongAddress}</a></p></div>`
}
<dl class="summary">
<div><dt>${words.state}</dt><dd>${stateBadge(appointment, request)}</dd></div>
<div><dt>${book.when}</dt><dd>${momentOf(appointment, request)}</dd></div>
<div><dt>${words.where}</dt><dd>${office.name[locale]}<br>${office.address}</dd></div>
${
  unit.party === null &&
  html`<div><dt>${book.who}</dt><dd>${appointment.givenName} ${appointment.familyName}</dd></div>
<div><dt>${words.reference}</dt><dd><code>${referenceOf(appointment.id)}</code></dd></div>`
}
${appointment.notes !== '' && html`<div><dt>${words.notes}</dt><dd class="typed">${appointment.notes}</dd></div>`}
</dl>
${unit.party !== null && membersSection(request, unit)}
<h2>${words.whatNext}</h2><p>${words.next[appointment.state]}</p>
${appointment.state === 'booked' && html`<p><a href="${localized(locale, `/offices/${office.id}/services/${service.id}`)}">${words.prepare}</a></p><p><a href="${localized(locale, `${path}/calendar.ics`)}">${words.calendar}</a></p>`}
${['booked', 'in_charge', 'checked_in'].includes(appointment.state) && html`<p><a href="${localized(locale, `${path}/printout`)}" data-own-zone="${office.timeZone}">${words.printout}</a></p>`}
<div class="actions">
${may('move') && html`<a class="btn btn-outline-primary" href="${localized(locale, `${placesPath(office.id, service.id)}?move=${appointment.id}`)}">${together ? partyWords[locale].moveAll : words.move}</a>`}
${may('cancel_as_citizen') && html`<a class="btn btn-outline-danger" href="${localized(locale, `${path}/cancellation${together ? '?all=yes' : ''}`)}">${together ? partyWords[locale].cancelAll : words.cancel}</a>`}
</div>
${!may('cancel_as_citizen') && ['in_charge', 'no_show'].includes(appointment.state) && html`<p>${words.contacts} <a href="mailto:${office.email}">${office.email}</a></p>`}`,
  });
}

/** Why the office changed the appointment, and what its people can do now. */
function changeNotice(
  { locale }: FastifyRequest,
  appointment: Appointment,
  { change, token }: NonNullable<DetailPage['change']>,
): Html {
  const words = offerWords[locale];
  const { office, service } = about(appointment);
  const day = formatShortDay(dayAt(change.priorityUntil, office.timeZone), locale);
  const chooses =
    ['lapsed', 'cancelled_by_office'].includes(appointment.state) && change.priorityUsedAt === null;
  const choose = `${placesPath(office.id, service.id)}?priority=${change.id}`;
  return html`<div class="notice notice-warning"><p>${words.banner(change.reason[locale])}</p>${
    appointment.state === 'held' &&
    html`<p><a class="btn btn-primary" href="${localized(locale, `/offers/${change.id}?office=${office.id}&token=${token}`)}">${words.answer}</a></p>`
  }${chooses && html`<p>${words.again(day)}</p><p><a class="btn btn-primary" href="${localized(locale, choose)}">${words.choose}</a></p>`}</div>`;
}

/** Who comes: each with state, hour and code, and the way to cancel one alone. */
function membersSection(request: FastifyRequest, unit: Unit): Html {
  const { locale } = request;
  const words = partyWords[locale];
  const live = membersIn(unit, liveStates);
  return html`<h2>${words.members}</h2><ul class="card-list">${unit.members.map((member) => {
    const name = `${member.givenName} ${member.familyName}`;
    const { office } = about(member);
    const mayLeave = live.length > 1 && appointmentLifecycle.allows(member.state, 'cancel_as_citizen');
    return html`<li class="card-line"><p><strong>${name}</strong> ${stateBadge(member, request)}</p><p>${formatTime(member.startsAt, office.timeZone, locale)}, ${appointmentWords[locale].detail.reference.toLowerCase()} <code>${referenceOf(member.id)}</code></p>${
      member.parents.length > 0 &&
      html`<p>${words.parents}: ${member.parents.join(', ')}${member.consent !== null && html`. ${words.consent} ${words.consents[member.consent]}`}</p>`
    }${mayLeave && html`<p><a href="${localized(locale, `/appointments/${member.id}/cancellation`)}">${words.cancelOne(name)}</a></p>`}</li>`;
  })}</ul>`;
}

/** Asks before it is too late: cancelling, confirming and moving are each one question with one button. */
export function questionPage(
  request: FastifyRequest,
  reply: FastifyReply,
  question: {
    readonly appointment: Appointment;
    readonly title: string;
    readonly text?: string;
    readonly rows?: readonly { readonly label: string; readonly value: string }[];
    readonly action: string;
    readonly fields?: Readonly<Record<string, string>>;
    readonly submit: { readonly label: string; readonly kind: 'primary' | 'danger' };
    readonly back?: { readonly label: string; readonly path: string };
    readonly problem?: string;
    readonly status?: number;
  },
): FastifyReply {
  const { locale } = request;
  const book = appointmentWords[locale].book;
  const { office, service } = about(question.appointment);
  return reply.page({
    title: question.title,
    section: 'appointments',
    status: question.status ?? 200,
    hasProblems: question.problem !== undefined,
    breadcrumb: [
      { label: appointmentWords[locale].list.title, path: '/appointments' },
      { label: question.title },
    ],
    main: html`<h1>${question.title}</h1>
${question.problem && html`<div class="notice notice-warning" role="alert"><p>${question.problem}</p></div>`}
<dl class="summary"><div><dt>${book.service}</dt><dd>${service.title[locale]}</dd></div>
${(question.rows ?? [{ label: book.when, value: momentOf(question.appointment, request) }]).map(
  (row) => html`<div><dt>${row.label}</dt><dd>${row.value}</dd></div>`,
)}
<div><dt>${book.office}</dt><dd>${office.name[locale]}<br>${office.address}</dd></div></dl>
${question.text && html`<p>${question.text}</p>`}
${form(reply, {
  action: question.action,
  content: html`${Object.entries(question.fields ?? {}).map(([name, value]) => hidden(name, value))}${submitButton(
    question.submit.label,
    question.submit.kind,
  )} ${question.back && html`<a class="form-back" href="${localized(locale, question.back.path)}">${question.back.label}</a>`}`,
})}`,
  });
}

/** Says how something ended, and where to go from there. */
export function endPage(
  request: FastifyRequest,
  reply: FastifyReply,
  end: {
    readonly title: string;
    readonly text: string;
    readonly link?: { readonly label: string; readonly path: string };
    readonly status?: number;
  },
): FastifyReply {
  return reply.page({
    title: end.title,
    section: 'appointments',
    status: end.status ?? 200,
    main: html`<h1>${end.title}</h1><p class="lead">${end.text}</p>${
      end.link &&
      html`<p><a class="btn btn-primary" href="${localized(request.locale, end.link.path)}">${end.link.label}</a></p>`
    }`,
  });
}
