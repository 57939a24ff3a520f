import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { hidden, problemSummary, textArea, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { KnownRecord } from '../../domain/person-content.ts';
import type { Refusal } from '../../use-cases/change-record.ts';
import type { RegistryDeps } from '../../use-cases/read-record.ts';
import { deskWords } from '../words/desk.ts';
import { FieldReader, type ProblemCode } from './change-form.ts';
import { type ChangeFormName, changeFormNames } from './change-form-names.ts';
import { changeForms } from './change-forms.ts';
import { byOf, nameOf, type PersonParams, personPath, recordFor, registryDeskPath } from './desk-request.ts';

interface Params extends PersonParams {
  readonly change: string;
}

interface State {
  readonly typed: Typed;
  readonly problems: Readonly<Record<string, string>>;
  readonly key?: string | undefined;
  /** What is wrong with the change as a whole. */
  readonly refusal?: string | undefined;
}

/** Forms with which a municipality changes a record, each resting on an act and a reason. */
export function changeRoutes(app: FastifyInstance, deps: RegistryDeps): void {
  const path = `${personPath(':office', ':person')}/changes/:change`;
  app.get<{ Params: Params }>(path, async (request, reply) => {
    const name = nameIn(request);
    const record = name && (await recordFor(deps, request, changeForms[name].why));
    if (name === undefined || record === undefined) return reply.notFound();
    const typed = {
      ...(await changeForms[name].initial(record, request.locale)),
      version: String(record.version),
    };
    return page(request, reply, { name, record }, { typed, problems: {} });
  });
  app.post<{ Params: Params }>(path, async (request, reply) => {
    const name = nameIn(request);
    const record = name && (await recordFor(deps, request, changeForms[name].why));
    if (name === undefined || record === undefined) return reply.notFound();
    return change(deps, request, reply, { name, record });
  });
}

function nameIn(request: FastifyRequest<{ Params: Params }>): ChangeFormName | undefined {
  return changeFormNames.find((each) => each === request.params.change);
}

interface About {
  readonly name: ChangeFormName;
  readonly record: KnownRecord;
}

async function change(
  deps: RegistryDeps,
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
  about: About,
): Promise<FastifyReply> {
  const words = deskWords[request.locale];
  const { typed, key } = readForm(z.object({}), request.body);
  const shape = changeForms[about.name];
  const basis = new FieldReader(typed);
  const act = basis.needed('act', 200);
  const reason = basis.needed('reason', 2000);
  const from = dayIn(basis, shape.from === 'needed', typed['from']);
  const version = basis.number('version') ?? 0;
  const reading = await shape.read(typed, about.record);
  const codes: Record<string, ProblemCode> = { ...basis.problems, ...(reading.ok ? {} : reading.refusal) };
  if (!reading.ok || Object.keys(codes).length > 0) {
    const problems = Object.fromEntries(
      Object.entries(codes).map(([field, code]) => [field, words.problems[code]]),
    );
    return page(request, reply, about, { typed, problems, key });
  }
  const target = { personId: about.record.id, version, act, reason, ...(from && { from }) };
  const done = await reading.value(deps, byOf(request, key), target);
  const { office, person } = request.params;
  if (done.ok) return reply.seeOther(`${personPath(office, person)}?why=${shape.why}&done=yes`);
  const { code } = done.refusal;
  // The record has moved on: what was typed stays, and the next try is made on the version of now.
  const again = code === 'changed_meanwhile' ? { ...typed, version: String(about.record.version) } : typed;
  const field = fieldOf[code];
  return page(request, reply, about, {
    typed: again,
    ...(field === undefined
      ? { problems: {}, refusal: words.refusals[code] }
      : { problems: { [field]: words.refusals[code] } }),
  });
}

function dayIn(reader: FieldReader, needed: boolean, raw: string | undefined): CivilDate | undefined {
  const typed = (raw ?? '').trim();
  if (typed === '') {
    if (needed) reader.problems['from'] = 'required';
    return undefined;
  }
  const day = parseCivilDate(typed);
  if (!day.ok) reader.problems['from'] = 'not_a_date';
  return day.ok ? day.value : undefined;
}

/** The field that a refusal belongs to; the others are of the change as a whole. */
const fieldOf: Partial<Record<Refusal['code'], string>> = {
  no_act: 'act',
  no_reason: 'reason',
  before_the_record: 'from',
  addresses_overlap: 'from',
  not_a_tax_code: 'taxCode',
  tax_code_taken: 'taxCode',
  other_municipality: 'municipality',
  no_citizenship: 'of1',
  no_aire_household: 'joinsTaxCode',
  other_register: 'why',
  is_italian: 'why',
  no_untraceability_procedure: 'why',
  no_such_other_record: 'of',
  other_not_live: 'of',
  another_person: 'of',
  no_household_to_join: 'joins',
};

function page(
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
  { name, record }: About,
  { typed, problems, key, refusal }: State,
): FastifyReply {
  const { locale } = request;
  const { office, person } = request.params;
  const words = deskWords[locale];
  const shape = changeForms[name];
  const who = nameOf(record, locale);
  const wrong = Object.entries(problems);
  const back = `${personPath(office, person)}?why=${shape.why}`;
  return reply.page({
    title: `${words.forms[name]} – ${who}`,
    section: 'desk',
    status: wrong.length > 0 || refusal !== undefined ? 422 : 200,
    hasProblems: wrong.length > 0 || refusal !== undefined,
    breadcrumb: [
      { label: words.desk, path: '/desk' },
      { label: words.title, path: registryDeskPath(office) },
      { label: words.record.title(who), path: back },
      { label: words.forms[name] },
    ],
    main: html`<h1>${words.forms[name]}</h1><p class="lead"><a href="${localized(locale, back)}">${words.record.title(who)}</a></p>
${refusal !== undefined && html`<div class="notice notice-warning" role="alert"><p>${refusal}</p></div>`}
${problemSummary(
  webWords[locale].problems.summaryTitle,
  wrong.map(([field, text]) => ({ name: field, text })),
)}
${form(reply, {
  action: `${personPath(office, person)}/changes/${name}`,
  key,
  content: html`${hidden('version', typed['version'] ?? '')}${shape.fields({ record, typed, problems, locale })}
${
  shape.from !== 'today' &&
  textField({
    name: 'from',
    label: words.fields[shape.day ?? (shape.from === 'needed' ? 'moveOn' : 'from')],
    ...(shape.from === 'asked' ? { hint: words.fields.fromHint } : {}),
    type: 'date',
    width: 'medium',
    value: typed['from'],
    problem: problems['from'],
  })
}${textField({ name: 'act', label: words.fields.act, hint: words.fields.actHint, value: typed['act'], problem: problems['act'], maxlength: 200 })}${textArea({ name: 'reason', label: words.fields.reason, hint: words.fields.reasonHint, value: typed['reason'], problem: problems['reason'], maxlength: 2000 })}${submitButton(words.fields.submit)}`,
})}`,
  });
}
