import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { countryName } from '#kernel/country.ts';
import { textArea } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { readOfficeChanges } from '../use-cases/find-people.ts';
import { reverseOfficeChange } from '../use-cases/reverse-office-change.ts';
import { type IdentityWeb, queryText } from './identity-web.ts';
import { emptyForm, type FormState, hasProblems, instantText, summaryOf } from './pieces.ts';
import { identityWords } from './words/words.ts';

type WithId = { Params: { id: string } };

/** Changes of office from and to the official's offices, and the reversal of a mistaken one. */
export function deskOfficeChangesRoutes(app: FastifyInstance, { deps }: IdentityWeb): void {
  const guarded = { preHandler: officialsOnly };
  const namer = async ({ locale }: FastifyRequest) => {
    const offices = await deps.residence.listOffices();
    return (id: string | null) =>
      offices.find((each) => each.id === id)?.name[locale] ?? identityWords[locale].people.noOffice;
  };

  app.get('/desk/office-changes', guarded, async (request, reply) => {
    const { locale } = request;
    const { people: words } = identityWords[locale];
    const changes = await readOfficeChanges(deps, officialOf(request));
    const nameOf = await namer(request);
    return reply.page({
      title: words.changesTitle,
      section: 'desk',
      breadcrumb: [{ label: words.title, path: '/desk/people' }, { label: words.changesTitle }],
      main: html`<h1>${words.changesTitle}</h1><p class="lead">${words.changesLead}</p>${
        changes.length === 0
          ? html`<p>${words.noChanges}</p>`
          : html`<ul class="card-list">${changes.map(
              (each) =>
                html`<li class="card-line"><h2><a href="${localized(locale, `/desk/office-changes/${each.id}`)}">${each.name}</a>${
                  each.reversedAt !== null && html` <span class="state">${words.reversed}</span>`
                }</h2><p>${words.change(nameOf(each.fromOfficeId), nameOf(each.toOfficeId), instantText(each.changedAt, locale))}</p></li>`,
            )}</ul>`
      }`,
    });
  });

  const show = async (request: FastifyRequest, reply: FastifyReply, id: string, state: FormState) => {
    const { locale } = request;
    const { people: words } = identityWords[locale];
    const [change] = z.uuid().safeParse(id).success
      ? await readOfficeChanges(deps, officialOf(request), id)
      : [];
    if (change === undefined) return reply.notFound();
    const nameOf = await namer(request);
    const home = (place: string, country: string, officeId: string | null) =>
      `${place} (${countryName(country, locale)}): ${nameOf(officeId)}`;
    const title = words.changeTitle(change.name);
    return reply.page({
      title,
      section: 'desk',
      breadcrumb: [{ label: words.changesTitle, path: '/desk/office-changes' }, { label: change.name }],
      hasProblems: hasProblems(state),
      status: hasProblems(state) ? 422 : 200,
      main: html`<h1>${title}</h1>${summaryOf(locale, state)}${
        queryText(request, 'reversed') !== '' &&
        html`<p class="notice notice-success" role="status">${words.reversedDone}</p>`
      }<dl class="summary"><div><dt>${words.before}</dt><dd>${home(change.fromPlace, change.fromCountry, change.fromOfficeId)}</dd></div>
<div><dt>${words.after}</dt><dd>${home(change.toPlace, change.toCountry, change.toOfficeId)}</dd></div></dl>
${
  change.reversedAt !== null
    ? html`<p>${words.reversedDone}</p>`
    : html`<h2>${words.reverseTitle}</h2><p>${words.reverseLead}</p>${form(reply, {
        action: `/desk/office-changes/${id}/reversal`,
        content: html`${textArea({
          name: 'reason',
          label: words.reason,
          value: state.typed['reason'],
          problem: state.problems['reason'],
          maxlength: 1000,
        })}${submitButton(words.reverse, 'danger')}`,
      })}`
}`,
    });
  };

  app.get<WithId>('/desk/office-changes/:id', guarded, (request, reply) =>
    show(request, reply, request.params.id, emptyForm),
  );

  app.post<WithId>('/desk/office-changes/:id/reversal', guarded, async (request, reply) => {
    const { id } = request.params;
    if (!z.uuid().safeParse(id).success) return reply.notFound();
    const { people: words } = identityWords[request.locale];
    const { typed, key } = readForm(z.object({}), request.body);
    const by = officialOf(request);
    const reversed = await reverseOfficeChange(deps, {
      changeId: id,
      reason: typed['reason'] ?? '',
      by,
      key,
    });
    if (reversed.ok) return reply.seeOther(`/desk/office-changes/${id}?reversed=yes`);
    const { code } = reversed.refusal;
    const reason = code === 'reason_missing' ? words.reasonMissing : words.problems[code];
    return show(request, reply, id, { typed, problems: { reason } });
  });
}
