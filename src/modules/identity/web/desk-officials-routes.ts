import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Locale, locales } from '#kernel/locale.ts';
import { selectField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { mayAdminister, type Official } from '#platform/web/who.ts';
import type { ResponsibleOffice } from '../domain/residence.ts';
import {
  changeRole,
  dismissOfficial,
  inviteOfficial,
  readOfficials,
  resetSecondFactor,
} from '../use-cases/administer-officials.ts';
import { type IdentityWeb, queryText } from './identity-web.ts';
import { emptyForm, type FormState, hasProblems, sentences, summaryOf } from './pieces.ts';
import { identityWords } from './words/words.ts';

type Listed = Awaited<ReturnType<typeof readOfficials>>[number];

const invitation = z.object({
  given_name: z.string({ error: 'given_name' }).trim().min(1, 'given_name').max(100, 'given_name'),
  family_name: z.string({ error: 'family_name' }).trim().min(1, 'family_name').max(100, 'family_name'),
  email: z.string({ error: 'not_an_email' }).max(254, 'not_an_email'),
  office: z.string().max(100, 'office').optional(),
  municipality: z.string().trim().max(100, 'municipality').optional(),
  role: z.enum(['operator', 'office_admin', 'ministry'], { error: 'role' }),
  language: z.enum(locales, { error: 'role' }),
});

/** Administration of the people who work here; who administers nothing finds no page. */
export function deskOfficialsRoutes(app: FastifyInstance, { deps }: IdentityWeb): void {
  const administers = ({ ministry, roles }: Official) =>
    ministry || roles.some((each) => each.role === 'office_admin');
  const guarded = {
    preHandler: [
      officialsOnly,
      async (request: FastifyRequest, reply: FastifyReply) =>
        request.who.kind === 'official' && !administers(request.who) ? reply.notFound() : undefined,
    ],
  };
  const officesOf = async (by: Official, of: readonly Listed[]) => {
    const network = (await deps.residence.listOffices()).filter((office) => mayAdminister(by, office.id));
    // Municipalities are too many to list: those where the administrator, or who is looked at, works.
    const own = new Set([by, ...of].flatMap(({ roles }) => roles.map((each) => each.officeId)));
    const others = [...own].filter(
      (id) => mayAdminister(by, id) && !network.some((office) => office.id === id),
    );
    const seats = await Promise.all(others.map((id) => deps.residence.findSeat(id)));
    return [...network, ...seats.flatMap((seat) => seat ?? [])];
  };
  /** The office that was chosen, or the municipality that was written. */
  const chosenOffice = async (office: string | undefined, municipality: string | undefined) =>
    municipality ? (await deps.residence.findMunicipality(municipality))?.id : office || undefined;

  const showList = async (request: FastifyRequest, reply: FastifyReply, state: FormState) => {
    const by = officialOf(request);
    const officials = await readOfficials(deps, by);
    const offices = await officesOf(by, officials);
    return listPage(reply, { by, officials, offices, invited: queryText(request, 'invited') !== '' }, state);
  };

  const showOne = async (request: FastifyRequest, reply: FastifyReply, id: string, state: FormState) => {
    const by = officialOf(request);
    const official = (await readOfficials(deps, by)).find((each) => each.id === id);
    if (official === undefined) return reply.notFound();
    const saved = queryText(request, 'saved') !== '';
    return officialPage(reply, { by, official, offices: await officesOf(by, [official]), saved }, state);
  };

  app.get('/desk/officials', guarded, (request, reply) => showList(request, reply, emptyForm));

  app.post('/desk/officials', guarded, async (request, reply) => {
    const { problems: words } = identityWords[request.locale].desk.officials;
    const reading = readForm(invitation, request.body);
    const { typed, key } = reading;
    if (!reading.ok)
      return showList(request, reply, { typed, key, problems: sentences(reading.problems, words) });
    const { value } = reading;
    const officeId = await chosenOffice(value.office, value.municipality);
    if (value.role !== 'ministry' && officeId === undefined) {
      const field = value.municipality ? 'municipality' : 'office';
      return showList(request, reply, { typed, key, problems: { [field]: words[field] } });
    }
    const invited = await inviteOfficial(deps, {
      givenName: value.given_name,
      familyName: value.family_name,
      email: value.email,
      locale: value.language,
      role: value.role === 'ministry' ? 'ministry' : { officeId: officeId ?? '', role: value.role },
      key,
      by: officialOf(request),
    });
    if (invited.ok) return reply.seeOther('/desk/officials?invited=yes');
    const { code } = invited.refusal;
    const field = {
      not_an_email: 'email',
      already_official: 'email',
      not_yours: 'role',
      key_reused: 'email',
    }[code];
    return showList(request, reply, { typed, problems: { [field]: words[code] } });
  });

  type WithId = { Params: { id: string } };
  app.get<WithId>('/desk/officials/:id', guarded, (request, reply) =>
    showOne(request, reply, request.params.id, emptyForm),
  );

  app.post<WithId>('/desk/officials/:id/roles', guarded, async (request, reply) => {
    const { id } = request.params;
    const schema = z.object({
      office: z.string().max(100).optional(),
      municipality: z.string().trim().max(100).optional(),
      role: z.enum(['operator', 'office_admin', 'none']),
    });
    const reading = readForm(schema, request.body);
    if (!reading.ok || !z.uuid().safeParse(id).success) return reply.notFound();
    const { role, office, municipality } = reading.value;
    const officeId = await chosenOffice(office, municipality);
    if (officeId === undefined) {
      const { problems: words } = identityWords[request.locale].desk.officials;
      const field = municipality ? 'municipality' : 'office';
      return showOne(request, reply, id, { typed: reading.typed, problems: { [field]: words[field] } });
    }
    const changed = await changeRole(deps, { officialId: id, officeId, role, by: officialOf(request) });
    return changed.ok ? reply.seeOther('/desk/officials') : reply.notFound();
  });

  for (const [path, act] of [
    ['dismissal', dismissOfficial],
    ['second-factor-reset', resetSecondFactor],
  ] as const) {
    app.post<WithId>(`/desk/officials/:id/${path}`, guarded, async (request, reply) => {
      const { id } = request.params;
      if (!z.uuid().safeParse(id).success) return reply.notFound();
      const done = await act(deps, { officialId: id, by: officialOf(request) });
      if (done.ok) return reply.seeOther('/desk/officials');
      const { problems: words } = identityWords[request.locale].desk.officials;
      return showOne(request, reply, id, { typed: {}, problems: { access: words[done.refusal.code] } });
    });
  }
}

function listPage(
  reply: FastifyReply,
  about: {
    by: Official;
    officials: readonly Listed[];
    offices: readonly ResponsibleOffice[];
    invited: boolean;
  },
  state: FormState,
): FastifyReply {
  const { locale } = reply.request;
  const { officials: words } = identityWords[locale].desk;
  const { typed, problems } = state;
  const name = new Map(about.offices.map((office) => [office.id, office.name[locale]]));
  const rolesText = (official: Listed): Html => {
    const roles = official.roles.map(
      ({ officeId, role }) => `${name.get(officeId) ?? officeId}: ${words.roles[role]}`,
    );
    return html`${[...(official.ministry ? [words.ministry] : []), ...roles].join(', ')}`;
  };
  const text = (field: string, label: string, more: object = {}) =>
    textField({ name: field, label, value: typed[field], problem: problems[field], ...more });
  const roles = [
    { value: 'operator', label: words.roles.operator },
    { value: 'office_admin', label: words.roles.office_admin },
    ...(about.by.ministry ? [{ value: 'ministry', label: words.ministry }] : []),
  ];
  return reply.page({
    title: words.title,
    section: 'desk',
    breadcrumb: [{ label: words.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.title}</h1>${summaryOf(locale, state)}<p class="lead">${words.lead}</p>
${about.invited && html`<p role="status">${words.invited}</p>`}
${
  about.officials.length === 0
    ? html`<p>${words.none}</p>`
    : html`<div class="table-responsive"><table class="table"><thead><tr><th scope="col">${words.columns.name}</th><th scope="col">${words.columns.email}</th><th scope="col">${words.columns.state}</th><th scope="col">${words.columns.roles}</th></tr></thead>
<tbody>${about.officials.map(
        (each) =>
          html`<tr><th scope="row"><a href="${localized(locale, `/desk/officials/${each.id}`)}">${each.givenName} ${each.familyName}</a></th><td>${each.email}</td><td>${words.states[each.state]}</td><td>${rolesText(each)}</td></tr>`,
      )}</tbody></table></div>`
}
<h2>${words.inviteTitle}</h2>
${form(reply, {
  action: '/desk/officials',
  key: state.key,
  content: html`${text('given_name', words.givenName, { maxlength: 100 })}${text('family_name', words.familyName, { maxlength: 100 })}${text(
    'email',
    words.email,
    { type: 'email', maxlength: 254 },
  )}${selectField({
    name: 'role',
    label: words.role,
    empty: words.roleEmpty,
    value: typed['role'],
    problem: problems['role'],
    choices: roles,
  })}${selectField({
    name: 'office',
    label: words.office,
    empty: words.roleEmpty,
    value: typed['office'],
    problem: problems['office'],
    choices: about.offices.map((office) => ({ value: office.id, label: office.name[locale] })),
  })}${about.by.ministry && municipalityField(locale, state)}${selectField({
    name: 'language',
    label: words.language,
    value: typed['language'] ?? locale,
    choices: locales.map((value) => ({
      value,
      label: identityWords[locale].account.profile.languages[value],
    })),
  })}${submitButton(words.invite)}`,
})}`,
  });
}

/** For the ministry, which invites the first people of a municipality. */
function municipalityField(locale: Locale, { typed, problems }: FormState): Html {
  const { officials: words } = identityWords[locale].desk;
  return textField({
    name: 'municipality',
    label: words.municipality,
    hint: words.municipalityHint,
    value: typed['municipality'],
    problem: problems['municipality'],
    maxlength: 100,
  });
}

function officialPage(
  reply: FastifyReply,
  {
    by,
    official,
    offices,
    saved,
  }: { by: Official; official: Listed; offices: readonly ResponsibleOffice[]; saved: boolean },
  state: FormState,
): FastifyReply {
  const { locale } = reply.request;
  const { officials: words } = identityWords[locale].desk;
  const title = `${official.givenName} ${official.familyName}`;
  const roleAt = (officeId: string) =>
    official.roles.find((each) => each.officeId === officeId)?.role ?? 'none';
  const access = (path: string, label: string, hint: string, kind: 'secondary' | 'danger') =>
    form(reply, {
      action: `/desk/officials/${official.id}/${path}`,
      content: html`<p>${hint}</p>${submitButton(label, kind)}`,
    });
  return reply.page({
    title,
    section: 'desk',
    breadcrumb: [{ label: words.title, path: '/desk/officials' }, { label: title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${title}</h1>${saved && html`<p role="status">${words.saved}</p>`}
${state.problems['access'] && html`<p role="alert" class="field-problem" id="f-access">${state.problems['access']}</p>`}
<p class="lead">${official.email}, ${words.states[official.state]}${official.ministry && html`, ${words.ministry}`}</p>
${
  official.state !== 'dismissed' &&
  html`<h2>${words.rolesTitle}</h2>
${form(reply, {
  action: `/desk/officials/${official.id}/roles`,
  content: html`${selectField({
    name: 'office',
    label: words.office,
    value: official.roles[0]?.officeId,
    problem: state.problems['office'],
    choices: offices.map((office) => ({ value: office.id, label: office.name[locale] })),
  })}${by.ministry && municipalityField(locale, state)}${selectField({
    name: 'role',
    label: words.role,
    value: roleAt(official.roles[0]?.officeId ?? ''),
    choices: [
      { value: 'operator', label: words.roles.operator },
      { value: 'office_admin', label: words.roles.office_admin },
      { value: 'none', label: words.roleNone },
    ],
  })}${submitButton(words.saveRole)}`,
})}
<h2>${words.accessTitle}</h2>
${access('second-factor-reset', words.reset, words.resetHint, 'secondary')}
${access('dismissal', words.dismiss, words.dismissHint, 'danger')}`
}`,
  });
}
