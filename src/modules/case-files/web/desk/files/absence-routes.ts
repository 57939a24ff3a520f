import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { problemSummary, selectField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { officialOf } from '#platform/web/guards.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { mayAdminister } from '#platform/web/who.ts';
import { webWords } from '#platform/web/words/words.ts';
import { type AbsenceRefusal, addAbsence, listAbsences, removeAbsence } from '../../../use-cases/absences.ts';
import type { CaseFileDeps } from '../../../use-cases/case-file-deps.ts';
import { listClerks } from '../../../use-cases/hand-over.ts';
import { notice } from '../../pieces.ts';
import { filesDeskWords } from '../../words/files-desk.ts';
import { handlingOf, type OfficeParams, officeOf } from '../handling.ts';
import { filesPath } from './paths.ts';

interface Route {
  Params: OfficeParams & { absence?: string };
  Querystring: { done?: string };
}

/** A date comes as a day of the calendar; anything else is said at its field. */
const day = z.string().refine((raw): raw is CivilDate => parseCivilDate(raw).ok, 'not_a_date');
const schema = z.object({ official: z.string().max(36), from: day, until: day });

/** Which field a refusal is about. */
const fieldOf: Partial<Record<AbsenceRefusal['code'], string>> = {
  no_such_colleague: 'official',
  written_down_already: 'from',
};

/** When colleagues are away: everybody of the office reads it, administrators write it. */
export function absenceRoutes(app: FastifyInstance, deps: CaseFileDeps): void {
  const path = '/desk/offices/:office/files/absences';
  app.get<Route>(path, async (request, reply) => show(deps, request, reply, {}, {}));
  app.post<Route>(path, async (request, reply) => {
    if (!mayAdminister(request.who, officeOf(request).id)) return reply.notFound();
    const words = filesDeskWords[request.locale].absence;
    const reading = readForm(schema, request.body);
    if (!reading.ok) {
      const problems = Object.fromEntries(
        Object.keys(reading.problems).map((name) => [
          name,
          name === 'official' ? words.refusals.no_such_colleague : words.notADate,
        ]),
      );
      return show(deps, request, reply, reading.typed, problems, reading.key);
    }
    const { official: officialId, from, until } = reading.value;
    const added = await addAbsence(deps, handlingOf(request), { officialId, from, until, key: reading.key });
    if (added.ok) return reply.seeOther(`${filesPath(officeOf(request).id)}/absences?done=yes`);
    const { code } = added.refusal;
    return show(deps, request, reply, reading.typed, { [fieldOf[code] ?? 'until']: words.refusals[code] });
  });
  app.post<Route>(`${path}/:absence/removal`, async (request, reply) => {
    const { absence = '' } = request.params;
    const removed =
      z.uuid().safeParse(absence).success && (await removeAbsence(deps, handlingOf(request), absence)).ok;
    return removed
      ? reply.seeOther(`${filesPath(officeOf(request).id)}/absences?done=yes`)
      : reply.notFound();
  });
}

async function show(
  deps: CaseFileDeps,
  request: FastifyRequest<Route>,
  reply: FastifyReply,
  typed: Typed,
  problems: Readonly<Record<string, string>>,
  key?: string,
): Promise<FastifyReply> {
  const { locale } = request;
  const all = filesDeskWords[locale];
  const words = all.absence;
  const office = officeOf(request);
  const handling = handlingOf(request);
  const [absences, clerks] = [await listAbsences(deps, handling), await listClerks(deps, handling)];
  const administers = mayAdminister(officialOf(request), office.id);
  const base = filesPath(office.id);
  const listed = Object.entries(problems).map(([name, text]) => ({ name, text }));
  const nameOf = (id: string) => clerks.find((each) => each.id === id)?.name ?? all.gone;
  const date = (name: 'from' | 'until') =>
    textField({
      name,
      label: words[name],
      type: 'date',
      value: typed[name],
      problem: problems[name],
      width: 'medium',
    });
  return reply.page({
    title: words.title,
    section: 'desk',
    status: listed.length > 0 ? 422 : 200,
    hasProblems: listed.length > 0,
    breadcrumb: [
      { label: all.desk, path: '/desk' },
      { label: all.title, path: base },
      { label: words.title },
    ],
    main: html`${notice(request.query.done === 'yes' ? all.done : undefined)}${problemSummary(webWords[locale].problems.summaryTitle, listed)}<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${
  absences.length === 0
    ? html`<p>${words.none}</p>`
    : html`<table class="stacked"><thead><tr><th scope="col">${words.who}</th><th scope="col">${words.from}</th><th scope="col">${words.until}</th><th scope="col">${all.title}</th></tr></thead><tbody>${absences.map(
        (each) =>
          html`<tr><td data-label="${words.who}">${nameOf(each.officialId)}</td><td data-label="${words.from}">${formatShortDay(each.from, locale)}</td><td data-label="${words.until}">${formatShortDay(each.until, locale)}</td><td data-label="${all.title}"><a href="${localized(locale, `${base}?tab=in_hand&clerk=${each.officialId}`)}">${words.files}</a>${
            administers &&
            form(reply, {
              action: `${base}/absences/${each.id}/removal`,
              class: 'inline-form',
              content: html`<button type="submit" class="btn btn-sm btn-outline-primary" aria-label="${words.removeOf(nameOf(each.officialId))}">${words.remove}</button>`,
            })
          }</td></tr>`,
      )}</tbody></table>`
}${
  administers &&
  html`<h2>${words.add}</h2>${form(reply, {
    action: `${base}/absences`,
    key,
    content: html`${selectField({
      name: 'official',
      label: words.who,
      empty: all.chooseColleague,
      value: typed['official'],
      problem: problems['official'],
      choices: clerks.map(({ id, name }) => ({ value: id, label: name })),
    })}<div class="field-row">${date('from')}${date('until')}</div>${submitButton(words.add)}`,
  })}`
}`,
  });
}
