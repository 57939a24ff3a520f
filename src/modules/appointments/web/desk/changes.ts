import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dayAt } from '#kernel/civil-date.ts';
import { formatMoment } from '#kernel/moment.ts';
import type { Deps } from '#platform/deps.ts';
import { problemSummary, radioField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { PartyHour } from '../../domain/party.ts';
import { changeByOffice } from '../../use-cases/change-by-office.ts';
import { type Displaced, seeAlternatives } from '../../use-cases/see-displaced.ts';
import { dayPath } from './day-page.ts';
import { type OfficeParams, officeOf, servingOf } from './serving.ts';
import { changeWords } from './words/changes.ts';
import { deskWords } from './words/words.ts';

interface AppointmentParams extends OfficeParams {
  readonly id: string;
}

/** What every form about a change by the office asks: the reason in both languages, and the time to answer. */
export const reasonForm = z.object({
  reasonIt: z.string().trim().min(1, 'reason').max(500, 'reason'),
  reasonEn: z.string().trim().min(1, 'reason').max(500, 'reason'),
  answerHours: z
    .string()
    .regex(/^\d{1,3}$/, 'hours')
    .transform(Number)
    .refine((hours) => hours >= 1 && hours <= 336, 'hours'),
});

/** The hours that an office usually gives people to answer. */
export const usualAnswerHours = '72';

type Problems = Readonly<Record<string, string>>;

export function problemSentence(
  request: FastifyRequest,
  problems: Problems,
  name: string,
): string | undefined {
  const code = problems[name];
  const words = changeWords[request.locale].problems;
  return code === undefined ? undefined : words[code as keyof typeof words];
}

/** The fields of the reason and the time to answer. */
export function reasonFields(request: FastifyRequest, typed: Typed, problems: Problems): Html {
  const words = changeWords[request.locale];
  const field = (name: 'reasonIt' | 'reasonEn' | 'answerHours') => ({
    name,
    label: words[name],
    value: typed[name],
    problem: problemSentence(request, problems, name),
  });
  return html`${textField({ ...field('reasonIt'), hint: words.reasonHint, maxlength: 500 })}${textField({
    ...field('reasonEn'),
    maxlength: 500,
  })}${textField({ ...field('answerHours'), hint: words.answerHoursHint, inputmode: 'numeric', width: 'short' })}`;
}

export function summaryOf(request: FastifyRequest, problems: Problems): Html | false {
  return problemSummary(
    webWords[request.locale].problems.summaryTitle,
    Object.keys(problems).map((name) => ({ name, text: problemSentence(request, problems, name) ?? '' })),
  );
}

/** An hour as a clerk chooses it: day and time of the office. */
export function hourText(request: FastifyRequest, hour: Pick<PartyHour, 'startsAt'>): string {
  return formatMoment(hour.startsAt, officeOf(request).timeZone, request.locale);
}

const choice = reasonForm.extend({
  choice: z
    .string()
    .default('')
    .refine((raw) => /^(cancel-one|cancel-all|\d{1,15})$/.test(raw), 'choice'),
  from: z
    .string()
    .regex(/^\d{1,15}$/, 'choice')
    .transform(Number),
});

/** One appointment that the office cannot keep: another date offered, or cancelled, always with a reason. */
export function changeRoutes(app: FastifyInstance, deps: Deps): void {
  const path = '/desk/offices/:office/appointments/:id/cancellation';
  app.get<{ Params: AppointmentParams }>(path, (request, reply) =>
    page(deps, request, reply, { typed: { answerHours: usualAnswerHours }, problems: {} }),
  );

  app.post<{ Params: AppointmentParams }>(path, async (request, reply) => {
    const reading = readForm(choice, request.body);
    if (!reading.ok) return page(deps, request, reply, { ...reading, status: 422 });
    const { value, key, typed } = reading;
    const outcome = await changeByOffice(deps, servingOf(request), {
      id: request.params.id,
      fromSlotId: value.from,
      toSlotId: value.choice.startsWith('cancel') ? null : Number(value.choice),
      onlyThis: value.choice === 'cancel-one',
      reason: { it: value.reasonIt, en: value.reasonEn },
      answerHours: value.answerHours,
      key,
    });
    if (outcome.ok) return reply.seeOther(`${await backPath(deps, request)}?done=yes#a-${request.params.id}`);
    const refusal = changeWords[request.locale].refusals[outcome.refusal.code];
    return page(deps, request, reply, { typed, problems: {}, refusal, status: 409 });
  });
}

/** The day on which the appointment is now. */
async function backPath(deps: Deps, request: FastifyRequest<{ Params: AppointmentParams }>): Promise<string> {
  const office = officeOf(request);
  const seen = await seeAlternatives(deps, servingOf(request), request.params.id);
  return dayPath(office.id, dayAt(seen?.members[0]?.startsAt ?? deps.now(), office.timeZone));
}

async function page(
  deps: Deps,
  request: FastifyRequest<{ Params: AppointmentParams }>,
  reply: FastifyReply,
  attempt: {
    readonly typed: Typed;
    readonly problems: Problems;
    readonly key?: string;
    readonly refusal?: string;
    readonly status?: number;
  },
): Promise<FastifyReply> {
  const { locale } = request;
  const seen = await seeAlternatives(deps, servingOf(request), request.params.id);
  if (seen === undefined) return reply.notFound();
  const words = changeWords[locale].single;
  const office = officeOf(request);
  const { typed, problems, key, refusal, status = 200 } = attempt;
  const back = await backPath(deps, request);
  return reply.page({
    title: words.title,
    section: 'desk',
    status,
    hasProblems: status >= 400,
    breadcrumb: [{ label: deskWords[locale].desk, path: '/desk' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${refusal && html`<div class="notice notice-warning" role="alert"><p>${refusal}</p></div>`}
${summaryOf(request, problems)}
${
  seen.members.length === 0
    ? html`<p>${changeWords[locale].refusals.not_now}</p><p><a href="${localized(locale, back)}">${words.back}</a></p>`
    : html`${whoIsConcerned(request, seen)}${form(reply, {
        action: `/desk/offices/${office.id}/appointments/${seen.id}/cancellation`,
        key,
        content: html`<input type="hidden" name="from" value="${seen.slotId}">${radioField({
          name: 'choice',
          label: words.what,
          value: typed['choice'],
          problem: problemSentence(request, problems, 'choice'),
          choices: choicesFor(request, seen),
        })}${reasonFields(request, typed, problems)}${submitButton(words.submit, 'danger')} <a class="form-back" href="${localized(locale, back)}">${words.back}</a>`,
      })}`
}`,
  });
}

function choicesFor(request: FastifyRequest, seen: Displaced): { value: string; label: string }[] {
  const words = changeWords[request.locale];
  const concerned = seen.members.find((member) => member.id === seen.id);
  const name = `${concerned?.givenName} ${concerned?.familyName}`;
  const several = seen.members.length > 1;
  return [
    ...seen.alternatives.map((hour) => ({
      value: String(hour.id),
      label: words.offer(hourText(request, hour)),
    })),
    ...(several ? [{ value: 'cancel-one', label: words.single.cancelOne(name) }] : []),
    { value: 'cancel-all', label: several ? words.single.cancelAll : words.cancel },
  ];
}

/** Names and hours of those whom a change concerns. */
export function whoIsConcerned(request: FastifyRequest, { members }: Displaced): Html {
  return html`<ul>${members.map(
    (member) =>
      html`<li><strong>${member.givenName} ${member.familyName}</strong>, ${hourText(request, member)}</li>`,
  )}</ul>`;
}
