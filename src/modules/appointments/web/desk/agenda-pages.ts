import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CivilDate } from '#kernel/civil-date.ts';
import { formatDay, formatShortDay } from '#kernel/moment.ts';
import { listServices } from '#modules/services/public.ts';
import { fieldId, problemSummary, selectField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { Agenda, ExtraWindow, WeeklyWindow } from '../../domain/agenda.ts';
import { appointmentWords } from '../words/words.ts';
import { officeOf } from './serving.ts';
import { deskWords } from './words/words.ts';

/** What was typed into one of the forms of a page, and what was wrong with it. */
export interface Attempt {
  readonly form: 'agenda' | 'weekly' | 'extra' | 'closure' | 'holidays';
  readonly typed: Typed;
  readonly key?: string;
  /** Codes of `deskWords.problems` by field. */
  readonly problems: Readonly<Record<string, string>>;
}

type Problem = keyof (typeof deskWords)['it']['problems'];

export function sentence(
  request: FastifyRequest,
  attempt: Attempt | undefined,
  name: string,
): string | undefined {
  const code = attempt?.problems[name];
  return code === undefined ? undefined : (deskWords[request.locale].problems[code as Problem] ?? code);
}

export function summaryOf(request: FastifyRequest, attempt: Attempt | undefined): Html | false {
  if (attempt === undefined) return false;
  return problemSummary(
    webWords[request.locale].problems.summaryTitle,
    Object.keys(attempt.problems).map((name) => ({ name, text: sentence(request, attempt, name) ?? '' })),
  );
}

const of = (attempt: Attempt | undefined, name: Attempt['form']) =>
  attempt?.form === name ? attempt : undefined;

function agendasPath(request: FastifyRequest): string {
  return `/desk/offices/${officeOf(request).id}/agendas`;
}

/** All the agendas of an office, and a new one. */
export function agendasPage(
  request: FastifyRequest,
  reply: FastifyReply,
  agendas: readonly Agenda[],
  attempt?: Attempt,
): FastifyReply {
  const { locale } = request;
  const words = deskWords[locale].agendas;
  const path = agendasPath(request);
  return reply.page({
    title: words.title,
    section: 'desk',
    status: attempt === undefined ? 200 : 422,
    hasProblems: attempt !== undefined,
    breadcrumb: [{ label: deskWords[locale].desk, path: '/desk' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${officeOf(request).name[locale]}. ${words.lead}</p>
${summaryOf(request, attempt)}
${
  agendas.length === 0
    ? html`<p>${words.empty}</p>`
    : html`<ul class="card-list">${agendas.map(
        (agenda) =>
          html`<li class="card-line"><h2><a href="${localized(locale, `${path}/${agenda.id}`)}">${agenda.name}</a></h2><p>${serviceNames(request, agenda)}${
            agenda.endedOn !== null && html`<br>${words.ended(formatShortDay(agenda.endedOn, locale))}`
          }</p></li>`,
      )}</ul>`
}
<h2>${words.add}</h2>${settingsForm(request, reply, path, of(attempt, 'agenda'))}`,
  });
}

function serviceNames(request: FastifyRequest, agenda: Agenda): string {
  return listServices()
    .filter((service) => agenda.serviceIds.includes(service.id))
    .map((service) => service.title[request.locale])
    .join(', ');
}

function settingsForm(
  request: FastifyRequest,
  reply: FastifyReply,
  action: string,
  attempt: Attempt | undefined,
  agenda?: Agenda,
): Html {
  const { locale } = request;
  const words = deskWords[locale].agendas;
  const typed: Typed =
    attempt?.typed ??
    (agenda === undefined
      ? { minutes: '20', daysAhead: '90', publishedAtTime: '00:00' }
      : {
          name: agenda.name,
          services: agenda.serviceIds.join(','),
          minutes: String(agenda.minutes),
          daysAhead: String(agenda.daysAhead),
          publishedAtTime: agenda.publishedAtTime,
        });
  const chosen = (typed['services'] ?? '').split(',');
  const problem = sentence(request, attempt, 'services');
  const number = (name: 'minutes' | 'daysAhead') =>
    textField({
      name,
      label: words[name],
      inputmode: 'numeric',
      width: 'short',
      value: typed[name],
      problem: sentence(request, attempt, name),
    });
  return form(reply, {
    action,
    key: attempt?.key,
    content: html`${textField({ name: 'name', label: words.name, value: typed['name'], problem: sentence(request, attempt, 'name') })}
<fieldset class="field-group${problem === undefined ? '' : ' field-in-error'}" id="${fieldId('services')}"><legend class="field-label">${words.services}</legend>${
      problem && html`<p class="field-problem">${problem}</p>`
    }${listServices().map((service, index) =>
      serviceChoice(service.id, service.title[locale], chosen.includes(service.id), index),
    )}</fieldset>
${number('minutes')}${number('daysAhead')}${textField({
  name: 'publishedAtTime',
  label: words.publishedAt,
  type: 'time',
  width: 'short',
  value: typed['publishedAtTime'],
  problem: sentence(request, attempt, 'publishedAtTime'),
})}${submitButton(words.save)}`,
  });
}

function serviceChoice(id: string, label: string, checked: boolean, index: number): Html {
  const inputId = `${fieldId('services')}-${index}`;
  return html`<div class="choice"><input type="checkbox" id="${inputId}" name="services" value="${id}"${checked && html` checked`}><label for="${inputId}">${label}</label></div>`;
}

export interface AgendaPage {
  readonly agenda: Agenda;
  readonly weekly: readonly WeeklyWindow[];
  readonly extra: readonly ExtraWindow[];
  readonly today: CivilDate;
  readonly attempt?: Attempt;
  readonly saved?: boolean;
}

/** One agenda: its weeks, its extra openings, its settings. */
export function agendaPage(request: FastifyRequest, reply: FastifyReply, page: AgendaPage): FastifyReply {
  const { locale } = request;
  const words = deskWords[locale].agendas;
  const { agenda, weekly, extra, attempt, saved = false } = page;
  const path = `${agendasPath(request)}/${agenda.id}`;
  return reply.page({
    title: agenda.name,
    section: 'desk',
    status: attempt === undefined ? 200 : 422,
    hasProblems: attempt !== undefined,
    breadcrumb: [
      { label: deskWords[locale].desk, path: '/desk' },
      { label: words.title, path: agendasPath(request) },
      { label: agenda.name },
    ],
    main: html`<h1>${agenda.name}</h1><p class="lead">${serviceNames(request, agenda)}</p>
${saved && attempt === undefined && html`<div class="notice notice-success" role="status"><p>${words.saved}</p></div>`}
${summaryOf(request, attempt)}
<h2>${words.weekly}</h2>${
      weekly.length === 0
        ? html`<p>${words.weeklyEmpty}</p>`
        : html`<ul class="card-list">${weekly.map((window) => {
            const text = `${appointmentWords[locale].month.weekdays[window.weekday - 1]}, ${words.line(window.starts, window.ends, window.desks)}`;
            const valid = words.valid(
              formatShortDay(window.fromOn, locale),
              window.untilOn === null ? undefined : formatShortDay(window.untilOn, locale),
            );
            return html`<li class="card-line"><p><strong>${text}</strong><br>${valid}</p>${removal(request, reply, `${path}/windows/${window.id}/removal`, text)}</li>`;
          })}</ul><p>${words.removeKeeps}</p>`
    }
<h3>${words.addWeekly}</h3>${weeklyFormOf(request, reply, path, page)}
<h2>${words.extra}</h2>${
      extra.length === 0
        ? html`<p>${words.extraEmpty}</p>`
        : html`<ul class="card-list">${extra.map((window) => {
            const text = `${formatDay(window.day, locale)}, ${words.line(window.starts, window.ends, window.desks)}`;
            return html`<li class="card-line"><p><strong>${text}</strong></p>${removal(request, reply, `${path}/extra-windows/${window.id}/removal`, text)}</li>`;
          })}</ul>`
    }
<h3>${words.addExtra}</h3>${extraFormOf(request, reply, path, page)}
<h2>${words.settings}</h2>${settingsForm(request, reply, path, of(attempt, 'agenda'), agenda)}`,
  });
}

function removal(request: FastifyRequest, reply: FastifyReply, action: string, what: string): Html {
  const words = deskWords[request.locale].agendas;
  return form(reply, {
    action,
    class: 'inline-form',
    content: html`<button type="submit" class="btn btn-sm btn-outline-danger" aria-label="${words.remove}: ${what}">${words.remove}</button>`,
  });
}

function hourFields(request: FastifyRequest, attempt: Attempt | undefined, prefix: string): Html[] {
  const words = deskWords[request.locale].agendas;
  const common = (name: 'starts' | 'ends' | 'desks') => ({
    name,
    id: `${prefix}-${name}`,
    label: words[name],
    width: 'short' as const,
    value: attempt?.typed[name],
    problem: sentence(request, attempt, name),
  });
  return [
    textField({ ...common('starts'), type: 'time' }),
    textField({ ...common('ends'), type: 'time' }),
    textField({ ...common('desks'), inputmode: 'numeric' }),
  ];
}

function weeklyFormOf(
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
  { attempt, today }: AgendaPage,
): Html {
  const { locale } = request;
  const words = deskWords[locale].agendas;
  const mine = of(attempt, 'weekly');
  return form(reply, {
    action: `${path}/windows`,
    key: mine?.key,
    content: html`<div class="field-row">${selectField({
      name: 'weekday',
      id: 'weekly-weekday',
      label: words.weekday,
      empty: '',
      value: mine?.typed['weekday'],
      problem: sentence(request, mine, 'weekday'),
      choices: appointmentWords[locale].month.weekdays.map((label, index) => ({
        value: String(index + 1),
        label,
      })),
    })}${hourFields(request, mine, 'weekly')}</div><div class="field-row">${textField({
      name: 'fromOn',
      id: 'weekly-fromOn',
      label: words.fromOn,
      type: 'date',
      width: 'medium',
      value: mine?.typed['fromOn'] ?? today,
      problem: sentence(request, mine, 'fromOn'),
    })}${textField({
      name: 'untilOn',
      id: 'weekly-untilOn',
      label: words.untilOn,
      type: 'date',
      width: 'medium',
      optional: webWords[locale].optional,
      value: mine?.typed['untilOn'],
      problem: sentence(request, mine, 'untilOn'),
    })}</div>${submitButton(words.addWeekly, 'secondary')}`,
  });
}

function extraFormOf(
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
  { attempt }: AgendaPage,
): Html {
  const words = deskWords[request.locale].agendas;
  const mine = of(attempt, 'extra');
  return form(reply, {
    action: `${path}/extra-windows`,
    key: mine?.key,
    content: html`<div class="field-row">${textField({
      name: 'day',
      id: 'extra-day',
      label: words.dayLabel,
      type: 'date',
      width: 'medium',
      value: mine?.typed['day'],
      problem: sentence(request, mine, 'day'),
    })}${hourFields(request, mine, 'extra')}</div>${submitButton(words.addExtra, 'secondary')}`,
  });
}
