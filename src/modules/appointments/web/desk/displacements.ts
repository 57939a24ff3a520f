import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findService } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { selectField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { changeByOffice } from '../../use-cases/change-by-office.ts';
import { type Displaced, listDisplaced } from '../../use-cases/see-displaced.ts';
import { hourText, reasonFields, reasonForm, summaryOf, usualAnswerHours } from './changes.ts';
import { type OfficeParams, officeOf, servingOf } from './serving.ts';
import { changeWords } from './words/changes.ts';
import { deskWords } from './words/words.ts';

/** Path of the page of those who have to be moved or told. */
export function displacementsPath(officeId: string): string {
  return `/desk/offices/${officeId}/displacements`;
}

interface Counts {
  readonly offered: number;
  readonly cancelled: number;
  readonly failed: number;
}

/** Those whose hours were closed or have fewer desks: moved or told from one page. */
export function displacementRoutes(app: FastifyInstance, deps: Deps): void {
  const path = '/desk/offices/:office/displacements';

  app.get<{ Params: OfficeParams; Querystring: Record<string, string | undefined> }>(
    path,
    async (request, reply) => {
      const { reasonIt = '', reasonEn = '' } = request.query;
      const count = (name: string) => Number(request.query[name] ?? '0') || 0;
      const done =
        request.query['offered'] === undefined
          ? undefined
          : { offered: count('offered'), cancelled: count('cancelled'), failed: count('failed') };
      const typed = { reasonIt, reasonEn, answerHours: usualAnswerHours };
      return page(deps, request, reply, { typed, problems: {}, ...(done === undefined ? {} : { done }) });
    },
  );

  app.post<{ Params: OfficeParams }>(path, async (request, reply) => {
    const reading = readForm(reasonForm, request.body);
    if (!reading.ok) return page(deps, request, reply, reading);
    const { offered, cancelled, failed } = await decideAll(deps, request, reading);
    return reply.seeOther(
      `${displacementsPath(officeOf(request).id)}?offered=${offered}&cancelled=${cancelled}&failed=${failed}`,
    );
  });
}

/** One transaction for each appointment, each under its own key: what is broken off halfway goes on where it stopped. */
async function decideAll(
  deps: Deps,
  request: FastifyRequest,
  {
    value,
    typed,
    key,
  }: {
    value: { reasonIt: string; reasonEn: string; answerHours: number };
    typed: Typed;
    key: string;
  },
): Promise<Counts> {
  const counts = { offered: 0, cancelled: 0, failed: 0 };
  for (const [name, raw] of Object.entries(typed)) {
    const id = /^to_([0-9a-f-]{36})$/.exec(name)?.[1];
    const decision = /^(\d{1,15}):(cancel|\d{1,15})$/.exec(raw);
    if (id === undefined || decision === null) continue;
    const outcome = await changeByOffice(deps, servingOf(request), {
      id,
      fromSlotId: Number(decision[1]),
      toSlotId: decision[2] === 'cancel' ? null : Number(decision[2]),
      onlyThis: false,
      reason: { it: value.reasonIt, en: value.reasonEn },
      answerHours: value.answerHours,
      key: `${key.slice(0, 120)}_${id}`,
    });
    if (outcome.ok) counts[outcome.value.kind] += 1;
    else counts.failed += 1;
  }
  return counts;
}

async function page(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  attempt: {
    readonly typed: Typed;
    readonly problems: Readonly<Record<string, string>>;
    readonly key?: string;
    readonly done?: Counts;
  },
): Promise<FastifyReply> {
  const { locale } = request;
  const words = changeWords[locale];
  const { typed, problems, key, done } = attempt;
  const displaced = await listDisplaced(deps, servingOf(request));
  const failed = Object.keys(problems).length > 0;
  return reply.page({
    title: words.title,
    section: 'desk',
    status: failed ? 422 : 200,
    hasProblems: failed,
    breadcrumb: [{ label: deskWords[locale].desk, path: '/desk' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${officeOf(request).name[locale]}. ${words.lead}</p>
${done && html`<div class="notice notice-${done.failed > 0 ? 'warning' : 'success'}" role="status"><p>${words.done(done.offered, done.cancelled, done.failed)}</p></div>`}
${summaryOf(request, problems)}
${
  displaced.length === 0
    ? html`<p>${words.empty}</p>`
    : form(reply, {
        action: displacementsPath(officeOf(request).id),
        key,
        class: 'form form-wide',
        content: html`<ul class="card-list">${displaced.map((each) => line(request, each, typed))}</ul>${reasonFields(request, typed, problems)}${submitButton(words.submit)}`,
      })
}`,
  });
}

function line(request: FastifyRequest, displaced: Displaced, typed: Typed): Html {
  const { locale } = request;
  const words = changeWords[locale];
  const { id, slotId, members, alternatives, proposed } = displaced;
  const [first] = members;
  const names = members.map((member) => `${member.givenName} ${member.familyName}`).join(', ');
  const name = `to_${id}`;
  const value = (choice: number | 'cancel') => `${slotId}:${choice}`;
  return html`<li class="card-line"><p><strong>${names}</strong><br>${first !== undefined && html`${findService(first.serviceId)?.title[locale]}, ${hourText(request, first)}`}</p>${selectField(
    {
      name,
      label: `${words.instead}: ${names}`,
      value: typed[name] ?? (proposed === undefined ? '' : value(proposed)),
      empty: words.later,
      choices: [
        ...alternatives.map((hour) => ({
          value: value(hour.id),
          label: words.offer(hourText(request, hour)),
        })),
        { value: value('cancel'), label: words.cancel },
      ],
    },
  )}</li>`;
}
