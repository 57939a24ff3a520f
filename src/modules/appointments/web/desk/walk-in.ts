import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type CivilDate, dayAt, parseCivilDate } from '#kernel/civil-date.ts';
import { parseTaxCode } from '#kernel/tax-code.ts';
import { findService, listServices } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { problemSummary, selectField, textArea, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { html } from '#platform/web/html.ts';
import { webWords } from '#platform/web/words/words.ts';
import { addWalkIn } from '../../use-cases/add-walk-in.ts';
import { dayPath } from './day-page.ts';
import { type OfficeParams, officeOf, servingOf } from './serving.ts';
import { deskWords } from './words/words.ts';

const walkIn = z.object({
  givenName: z.string().trim().min(1, 'nameMissing').max(100, 'tooLong'),
  familyName: z.string().trim().min(1, 'familyNameMissing').max(100, 'tooLong'),
  bornOn: z.string().refine((raw) => parseCivilDate(raw).ok, 'bornMissing'),
  taxCode: z.string().trim().max(20, 'tooLong').default(''),
  serviceId: z.string().refine((id) => findService(id) !== undefined, 'serviceMissing'),
  notes: z.string().trim().max(2000, 'tooLong').default(''),
});

type Problem =
  | 'taxCodeWrong'
  | 'nameMissing'
  | 'familyNameMissing'
  | 'bornMissing'
  | 'serviceMissing'
  | 'tooLong';

/** People who come without an appointment. */
export function walkInRoutes(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: OfficeParams }>('/desk/offices/:office/walk-ins/new', async (request, reply) =>
    page(request, reply, { typed: {} }),
  );

  app.post<{ Params: OfficeParams }>('/desk/offices/:office/walk-ins', async (request, reply) => {
    const words = deskWords[request.locale].walkIn;
    const reading = readForm(walkIn, request.body);
    if (!reading.ok) {
      const problems = Object.fromEntries(
        Object.entries(reading.problems).map(([name, code]) => [
          name,
          words[code as Problem] ?? words.tooLong,
        ]),
      );
      return page(request, reply, { typed: reading.typed, key: reading.key, problems });
    }
    const bornOn = reading.value.bornOn as CivilDate;
    const taxCode =
      reading.value.taxCode === ''
        ? undefined
        : await parseTaxCode(reading.value.taxCode, { ...reading.value, bornOn });
    if (taxCode?.ok === false) {
      const problems = { taxCode: words.taxCodeWrong };
      return page(request, reply, { typed: reading.typed, key: reading.key, problems });
    }
    const outcome = await addWalkIn(deps, servingOf(request), {
      ...reading.value,
      bornOn,
      taxCode: taxCode?.value ?? null,
      locale: request.locale,
      key: reading.key,
    });
    const office = officeOf(request);
    if (outcome.ok) {
      return reply.seeOther(
        `${dayPath(office.id, dayAt(deps.now(), office.timeZone))}?done=yes#a-${outcome.value.id}`,
      );
    }
    const sentences = {
      no_hours_today: words.noHours,
      already_booked: words.alreadyBooked,
      key_reused: deskWords[request.locale].problems.key_reused,
    };
    return page(request, reply, {
      typed: reading.typed,
      problems: { serviceId: sentences[outcome.refusal.code] },
    });
  });
}

function page(
  request: FastifyRequest,
  reply: FastifyReply,
  { typed, key, problems = {} }: { typed: Typed; key?: string; problems?: Readonly<Record<string, string>> },
): FastifyReply {
  const { locale } = request;
  const words = deskWords[locale].walkIn;
  const office = officeOf(request);
  const field = (name: 'givenName' | 'familyName') => ({
    name,
    label: words[name],
    value: typed[name],
    problem: problems[name],
    autocomplete: 'off',
    spellcheck: false,
  });
  return reply.page({
    title: words.title,
    section: 'desk',
    status: Object.keys(problems).length > 0 ? 422 : 200,
    hasProblems: Object.keys(problems).length > 0,
    breadcrumb: [{ label: deskWords[locale].desk, path: '/desk' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${problemSummary(
  webWords[locale].problems.summaryTitle,
  Object.entries(problems).map(([name, text]) => ({ name, text })),
)}
${form(reply, {
  action: `/desk/offices/${office.id}/walk-ins`,
  key,
  content: html`${textField(field('givenName'))}${textField(field('familyName'))}${textField({
    name: 'bornOn',
    label: words.bornOn,
    type: 'date',
    width: 'medium',
    value: typed['bornOn'],
    problem: problems['bornOn'],
  })}${textField({
    name: 'taxCode',
    label: words.taxCode,
    hint: words.taxCodeHint,
    optional: webWords[locale].optional,
    value: typed['taxCode'],
    problem: problems['taxCode'],
    autocomplete: 'off',
    spellcheck: false,
  })}${selectField({
    name: 'serviceId',
    label: words.service,
    empty: '',
    value: typed['serviceId'],
    problem: problems['serviceId'],
    choices: listServices().map((service) => ({ value: service.id, label: service.title[locale] })),
  })}${textArea({
    name: 'notes',
    label: words.notes,
    optional: webWords[locale].optional,
    value: typed['notes'],
    problem: problems['notes'],
  })}${submitButton(words.submit)}`,
})}`,
  });
}
