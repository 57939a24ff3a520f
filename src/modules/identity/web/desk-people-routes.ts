import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { countryName } from '#kernel/country.ts';
import { checkboxField, radioField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { mayAdminister } from '#platform/web/who.ts';
import { webWords } from '#platform/web/words/words.ts';
import { type DocumentKind, documentKinds, type Reentry, reentryLifecycle } from '../domain/reentry.ts';
import { type FoundPerson, findPeople, type PersonFile, readPerson } from '../use-cases/find-people.ts';
import { confirmReentry, issueReentry } from '../use-cases/issue-reentry.ts';
import { type IdentityWeb, queryText } from './identity-web.ts';
import { dayText, emptyForm, type FormState, hasProblems, instantText, summaryOf } from './pieces.ts';
import { identityWords } from './words/words.ts';

const isId = (raw: string) => z.uuid().safeParse(raw).success;
type WithId = { Params: { id: string } };

/** The people of the office: found, read (and that written down), helped back in. */
export function deskPeopleRoutes(app: FastifyInstance, { deps }: IdentityWeb): void {
  const guarded = { preHandler: officialsOnly };

  app.get('/desk/people', guarded, (request, reply) => searchPage(request, reply, emptyForm, undefined));

  // What is looked for is somebody's data: it goes neither into an address nor into a browser's history.
  app.post('/desk/people', guarded, async (request, reply) => {
    const { people: words } = identityWords[request.locale];
    const { typed } = readForm(z.object({}), request.body);
    const sought = typed['sought'] ?? '';
    const found = await findPeople(deps, { sought, by: officialOf(request) });
    return found.ok
      ? searchPage(request, reply, { typed: { sought }, problems: {} }, found.value)
      : searchPage(request, reply, { typed: { sought }, problems: { sought: words.tooShort } }, undefined);
  });

  const show = async (request: FastifyRequest, reply: FastifyReply, id: string, state: FormState) => {
    const by = officialOf(request);
    const file = isId(id) ? await readPerson(deps, { accountId: id, by }) : undefined;
    if (file === undefined) return reply.notFound();
    const offices = await deps.residence.listOffices();
    const nameOf = (officeId: string | null) =>
      offices.find((each) => each.id === officeId)?.name[request.locale];
    const { officeId } = file.person;
    const administers = officeId !== null && mayAdminister(by, officeId);
    return personPage(reply, file, { state, nameOf, officialId: by.officialId, administers });
  };

  app.get<WithId>('/desk/people/:id', guarded, (request, reply) =>
    show(request, reply, request.params.id, emptyForm),
  );

  app.post<WithId>('/desk/people/:id/re-entries', guarded, async (request, reply) => {
    const { id } = request.params;
    const { people: words } = identityWords[request.locale];
    const { typed, key } = readForm(z.object({}), request.body);
    const kind = documentKinds.find((each) => each === typed['document']);
    const again = (problems: Record<string, string>) => show(request, reply, id, { typed, problems });
    if (kind === undefined || typed['seen'] !== 'yes') {
      return again({
        ...(kind === undefined && { document: words.document }),
        ...(typed['seen'] !== 'yes' && { seen: words.seenMissing }),
      });
    }
    if (!isId(id)) return reply.notFound();
    const documentNumber = (typed['number'] ?? '').slice(0, 60);
    const by = officialOf(request);
    const issued = await issueReentry(deps, { accountId: id, documentKind: kind, documentNumber, by, key });
    if (issued.ok) return reply.seeOther(`/desk/re-entries/${issued.value.id}`);
    switch (issued.refusal.code) {
      case 'no_such_person':
        return reply.notFound();
      case 'document_missing':
        return again({ number: words.documentMissing });
      case 'key_reused':
        return again({ number: webWords[request.locale].problems.keyReused });
    }
  });

  app.post<WithId>('/desk/re-entries/:id/confirmation', guarded, async (request, reply) => {
    const { id } = request.params;
    if (!isId(id)) return reply.notFound();
    const confirmed = await confirmReentry(deps, { id, by: officialOf(request) });
    if (confirmed.ok) return reply.seeOther(`/desk/people/${confirmed.value.accountId}?confirmed=yes`);
    if (confirmed.refusal.code === 'no_such_code') return reply.notFound();
    const { people: words } = identityWords[request.locale];
    return reply.page({
      status: 409,
      title: words.codesTitle,
      section: 'desk',
      breadcrumb: [{ label: words.title, path: '/desk/people' }, { label: words.codesTitle }],
      main: html`<h1>${words.codesTitle}</h1><p class="lead">${words.confirmProblems[confirmed.refusal.code]}</p>`,
    });
  });
}

function searchPage(
  request: FastifyRequest,
  reply: FastifyReply,
  state: FormState,
  found: readonly FoundPerson[] | undefined,
): FastifyReply {
  const { locale } = request;
  const { people: words } = identityWords[locale];
  return reply.page({
    title: words.title,
    section: 'desk',
    breadcrumb: [{ label: words.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.title}</h1>${summaryOf(locale, state)}<p class="lead">${words.lead}</p>
${form(reply, {
  action: '/desk/people',
  content: html`${textField({
    name: 'sought',
    label: words.sought,
    hint: words.soughtHint,
    value: state.typed['sought'],
    problem: state.problems['sought'],
    autocomplete: 'off',
    spellcheck: false,
    maxlength: 254,
  })}${submitButton(words.search)}`,
})}
${
  found !== undefined &&
  html`<section aria-live="polite">${
    found.length === 0
      ? html`<p>${words.none}</p>`
      : html`<ul class="card-list">${found.map(
          (each) =>
            html`<li class="card-line"><h2><a href="${localized(locale, `/desk/people/${each.accountId}`)}">${each.familyName} ${each.givenName}</a></h2><p>${about(each, locale)}</p></li>`,
        )}</ul>`
  }</section>`
}
<p><a href="${localized(locale, '/desk/office-changes')}">${words.changesLink}</a></p>`,
  });
}

function about({ bornOn, place, country }: FoundPerson, locale: 'it' | 'en'): string {
  const { people: words } = identityWords[locale];
  return `${words.born(dayText(bornOn, locale))}, ${words.livesIn(place, countryName(country, locale))}`;
}

interface Around {
  readonly state: FormState;
  readonly nameOf: (officeId: string | null) => string | undefined;
  readonly officialId: string;
  readonly administers: boolean;
}

function personPage(
  reply: FastifyReply,
  file: PersonFile,
  { state, nameOf, officialId, administers }: Around,
): FastifyReply {
  const { locale } = reply.request;
  const { people: words, account } = identityWords[locale];
  const { person, contacts, changes, reentries } = file;
  const name = `${person.givenName} ${person.familyName}`;
  return reply.page({
    title: name,
    section: 'desk',
    breadcrumb: [{ label: words.title, path: '/desk/people' }, { label: name }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${name}</h1>${summaryOf(locale, state)}${
      queryText(reply.request, 'confirmed') !== '' &&
      html`<p class="notice notice-success" role="status">${words.confirmed}</p>`
    }<p class="lead">${about(person, locale)}</p>
<section aria-labelledby="contacts"><h2 id="contacts">${words.contactsTitle}</h2><dl class="summary">${contacts.map(
      (each) =>
        html`<div><dt>${account.kind[each.kind]}</dt><dd>${each.masked} (${each.verified ? words.verified : words.unverified})</dd></div>`,
    )}</dl></section>
<section aria-labelledby="changes"><h2 id="changes">${words.changesTitle}</h2>${
      changes.length === 0
        ? html`<p>${words.noChanges}</p>`
        : html`<ul>${changes.map(
            (each) =>
              html`<li><a href="${localized(locale, `/desk/office-changes/${each.id}`)}">${words.change(
                nameOf(each.fromOfficeId) ?? words.noOffice,
                nameOf(each.toOfficeId) ?? words.noOffice,
                instantText(each.changedAt, locale),
              )}</a>${each.reversedAt !== null && `, ${words.reversed}`}</li>`,
          )}</ul>`
    }</section>
<section aria-labelledby="reentry"><h2 id="reentry">${words.reentryTitle}</h2><p>${words.reentryLead}</p>
${reentries.length > 0 && html`<h3>${words.codesTitle}</h3><ul class="card-list">${reentries.map((each) => codeLine(reply, each, officialId))}</ul>`}
${person.officeId !== null && person.state === 'active' && reentryForm(reply, person.accountId, state)}</section>
${administers && person.state === 'active' && html`<p><a href="${localized(locale, `/desk/people/${person.accountId}/closing`)}">${words.toAbuse}</a></p>`}`,
  });
}

function codeLine(reply: FastifyReply, reentry: Reentry, officialId: string): Html {
  const { locale } = reply.request;
  const { people: words } = identityWords[locale];
  const { id, state, documentKind, documentTail, issuedAt, issuedBy } = reentry;
  const mayConfirm = reentryLifecycle.allows(state, 'confirm') && issuedBy !== officialId;
  return html`<li class="card-line"><p>${words.codeLine(instantText(issuedAt, locale), words.states[state])}</p>
${documentKind !== null && documentTail !== null && html`<p>${words.seenDocument(words.documents[documentKind], documentTail)}</p>`}
${
  mayConfirm &&
  html`<p>${words.confirmHint}</p>${form(reply, {
    action: `/desk/re-entries/${id}/confirmation`,
    class: 'inline-form',
    content: submitButton(words.confirm, 'secondary'),
  })}`
}</li>`;
}

function reentryForm(reply: FastifyReply, accountId: string, { typed, problems }: FormState): Html {
  const { people: words } = identityWords[reply.request.locale];
  const choices = documentKinds.map((value: DocumentKind) => ({ value, label: words.documents[value] }));
  return form(reply, {
    action: `/desk/people/${accountId}/re-entries`,
    content: html`${radioField({ name: 'document', label: words.document, choices, value: typed['document'], problem: problems['document'] })}${textField(
      {
        name: 'number',
        label: words.documentNumber,
        hint: words.documentNumberHint,
        value: typed['number'],
        problem: problems['number'],
        autocomplete: 'off',
        spellcheck: false,
        maxlength: 40,
      },
    )}${checkboxField({ name: 'seen', label: words.seen, problem: problems['seen'] })}${submitButton(words.issue)}`,
  });
}
