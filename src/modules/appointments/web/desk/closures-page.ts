import type { FastifyReply, FastifyRequest } from 'fastify';
import { countryName } from '#kernel/country.ts';
import { formatDay } from '#kernel/moment.ts';
import { fieldId, selectField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { Agenda, Closure } from '../../domain/agenda.ts';
import type { Holiday } from '../../domain/holiday.ts';
import type { SeenHolidays } from '../../use-cases/decide-holidays.ts';
import { type Attempt, sentence, summaryOf } from './agenda-pages.ts';
import { displacementsPath } from './displacements.ts';
import { officeOf } from './serving.ts';
import { changeWords } from './words/changes.ts';
import { deskWords } from './words/words.ts';

interface ClosuresPage {
  readonly closures: readonly { closure: Closure; given: number }[];
  readonly agendas: readonly Agenda[];
  readonly holidays: SeenHolidays;
  /** How many appointments have no room any more. */
  readonly displaced: number;
  readonly attempt?: Attempt;
}

/** The closures of an office that are not over, and the holidays about which it has to decide. */
export function closuresPage(request: FastifyRequest, reply: FastifyReply, page: ClosuresPage): FastifyReply {
  const { locale } = request;
  const words = deskWords[locale].closures;
  const { closures, displaced, attempt } = page;
  const office = officeOf(request);
  return reply.page({
    title: words.title,
    section: 'desk',
    status: attempt === undefined ? 200 : 422,
    hasProblems: attempt !== undefined,
    breadcrumb: [{ label: deskWords[locale].desk, path: '/desk' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${office.name[locale]}. ${words.lead}</p>
${summaryOf(request, attempt)}
${
  displaced > 0 &&
  html`<div class="notice notice-warning"><p><a href="${localized(locale, displacementsPath(office.id))}">${changeWords[locale].toChanges(displaced)}</a></p></div>`
}
${
  closures.length === 0
    ? html`<p>${words.empty}</p>`
    : html`<ul class="card-list">${closures.map((each) => closureLine(request, reply, page, each))}</ul>`
}
<h2>${words.add}</h2>${closureForm(request, reply, page)}
${holidaysSection(request, reply, page)}`,
  });
}

function closureLine(
  request: FastifyRequest,
  reply: FastifyReply,
  { agendas }: ClosuresPage,
  { closure, given }: { closure: Closure; given: number },
): Html {
  const { locale } = request;
  const words = deskWords[locale].closures;
  const { fromOn, untilOn, hours, desks, holiday } = closure;
  const span =
    fromOn === untilOn
      ? formatDay(fromOn, locale)
      : `${formatDay(fromOn, locale)} – ${formatDay(untilOn, locale)}`;
  const agenda = agendas.find((each) => each.id === closure.agendaId);
  const part = [
    ...(hours === null ? [] : [words.hours(hours.starts, hours.ends)]),
    ...(desks === null ? [] : [words.desksClosed(desks)]),
  ].join(', ');
  return html`<li class="card-line"><p><strong>${span}</strong>${part !== '' && html`, ${part}`}<br>${holiday && html`${words.holiday}: `}${closure.reason[locale]}. ${agenda?.name ?? words.whole}${
    given > 0 && html`<br>${words.given(given)}`
  }</p>${form(reply, {
    action: `/desk/offices/${officeOf(request).id}/closures/${closure.id}/removal`,
    class: 'inline-form',
    content: html`<button type="submit" class="btn btn-sm btn-outline-primary" aria-label="${words.remove}: ${span}">${words.remove}</button>`,
  })}</li>`;
}

function closureForm(request: FastifyRequest, reply: FastifyReply, { agendas, attempt }: ClosuresPage): Html {
  const words = deskWords[request.locale].closures;
  const { optional } = webWords[request.locale];
  const mine = attempt?.form === 'closure' ? attempt : undefined;
  const field = (name: 'fromOn' | 'untilOn' | 'reasonIt' | 'reasonEn' | 'starts' | 'ends' | 'desks') => ({
    name,
    label: words[name],
    value: mine?.typed[name],
    problem: sentence(request, mine, name),
  });
  return form(reply, {
    action: `/desk/offices/${officeOf(request).id}/closures`,
    key: mine?.key,
    content: html`<div class="field-row">${textField({ ...field('fromOn'), type: 'date', width: 'medium' })}${textField({ ...field('untilOn'), type: 'date', width: 'medium' })}</div>${textField(field('reasonIt'))}${textField(field('reasonEn'))}${selectField(
      {
        name: 'agendaId',
        label: words.agenda,
        empty: words.whole,
        value: mine?.typed['agendaId'],
        problem: sentence(request, mine, 'agendaId'),
        choices: agendas.map((agenda) => ({ value: agenda.id, label: agenda.name })),
      },
    )}<fieldset class="field-group"><legend class="field-label">${words.part}</legend><p class="field-hint">${words.partHint}</p><div class="field-row">${textField({ ...field('starts'), type: 'time', width: 'short', optional })}${textField({ ...field('ends'), type: 'time', width: 'short', optional })}${textField({ ...field('desks'), inputmode: 'numeric', width: 'short', optional })}</div></fieldset>${submitButton(words.submit)}`,
  });
}

/** Holidays are proposed; the office decides on which it closes. */
function holidaysSection(
  request: FastifyRequest,
  reply: FastifyReply,
  { holidays, attempt }: ClosuresPage,
): Html {
  const { locale } = request;
  const words = deskWords[locale].closures;
  const path = `/desk/offices/${officeOf(request).id}/holidays`;
  const problem = attempt?.form === 'holidays' ? sentence(request, attempt, 'days') : undefined;
  return html`<h2 id="holidays">${words.holidays}</h2><p>${words.holidaysLead}</p>${
    holidays.open.length === 0
      ? html`<p>${words.noHolidays}</p>`
      : form(reply, {
          action: path,
          content: html`<fieldset class="field-group${problem !== undefined && ' field-in-error'}" id="${fieldId('days')}"><legend class="visually-hidden">${words.holidays}</legend>${
            problem && html`<p class="field-problem">${problem}</p>`
          }${holidays.open.map((holiday, index) => holidayChoice(request, holiday, index))}</fieldset>
<button type="submit" name="what" value="close" class="btn btn-primary">${words.close}</button> <button type="submit" name="what" value="work" class="btn btn-outline-primary">${words.work}</button>`,
        })
  }${
    holidays.keptOpen.length > 0 &&
    html`<h3>${words.worked}</h3><ul class="card-list">${holidays.keptOpen.map(
      (holiday) =>
        html`<li class="card-line"><p>${holidayText(request, holiday)}</p>${form(reply, {
          action: `${path}/${holiday.day}/reconsideration`,
          class: 'inline-form',
          content: html`<button type="submit" class="btn btn-sm btn-outline-primary" aria-label="${words.again}: ${holidayText(request, holiday)}">${words.again}</button>`,
        })}</li>`,
    )}</ul>`
  }`;
}

/** `venerdì 25 dicembre 2026: Natale (Italia, Regno Unito)` */
function holidayText({ locale }: FastifyRequest, { day, name, countries }: Holiday): string {
  return `${formatDay(day, locale)}: ${name[locale]} (${countries.map((country) => countryName(country, locale)).join(', ')})`;
}

function holidayChoice(request: FastifyRequest, holiday: Holiday, index: number): Html {
  const id = `${fieldId('days')}-${index}`;
  return html`<div class="choice"><input type="checkbox" id="${id}" name="days" value="${holiday.day}" checked><label for="${id}">${holidayText(request, holiday)}</label></div>`;
}
