import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { countryName, isCountryCode } from '#kernel/country.ts';
import { checkboxField, hidden, radioField, selectField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import {
  changeOffice,
  type ForetoldChange,
  foretellOfficeChange,
  type OfficeChangeRefusal,
} from '../use-cases/change-office.ts';
import { readProfile } from '../use-cases/read-profile.ts';
import { listCountries } from './countries.ts';
import { type IdentityWeb, queryText } from './identity-web.ts';
import { emptyForm, type FormState, hasProblems, summaryOf } from './pieces.ts';
import { identityWords } from './words/words.ts';

interface Wish {
  readonly country: string;
  readonly place: string;
  readonly office: string | undefined;
}

/** The change of the responsible office: where to, what it does, and only then the change. */
export function officeRoutes(app: FastifyInstance, { deps }: IdentityWeb): void {
  const guarded = { preHandler: citizensOnly };
  const nameOf = async (id: string | null, request: FastifyRequest) =>
    (await deps.residence.listOffices()).find((each) => each.id === id)?.name[request.locale];

  const ask = async (request: FastifyRequest, reply: FastifyReply, state: FormState, more?: Html) => {
    const { move: words, account } = identityWords[request.locale];
    const { officeId } = (await readProfile(deps, citizenOf(request).accountId)).account;
    const office = await nameOf(officeId, request);
    const changed = queryText(request, 'changed') !== '';
    return reply.page({
      title: words.title,
      section: 'account',
      breadcrumb: [{ label: account.title, path: '/account' }, { label: words.title }],
      hasProblems: hasProblems(state),
      status: hasProblems(state) ? 422 : 200,
      main: html`<h1>${words.title}</h1>${summaryOf(request.locale, state)}${
        changed
          ? html`<p class="notice notice-success" role="status">${office === undefined ? words.doneNone : words.done(office)}</p>`
          : html`<p class="lead">${words.lead}</p><p>${office === undefined ? words.nowNone : words.now(office)}</p>
${more ?? placeForm(request, state)}`
      }`,
    });
  };

  const refuse = (request: FastifyRequest, reply: FastifyReply, wish: Wish, refusal: OfficeChangeRefusal) => {
    const { move: words } = identityWords[request.locale];
    const typed = { country: wish.country, place: wish.place };
    switch (refusal.code) {
      case 'changed_already':
        return ask(request, reply, emptyForm, waysOut(request));
      case 'same_office':
        return ask(
          request,
          reply,
          { typed, problems: { place: words.sameOffice } },
          html`${placeForm(request, { typed, problems: { place: words.sameOffice } })}<p><a href="${localized(request.locale, '/account/profile')}">${words.toProfile}</a></p>`,
        );
      case 'office_missing':
        return ask(request, reply, { typed, problems: {} }, whichOffice(request, wish, refusal));
    }
  };

  app.get('/account/office', guarded, async (request, reply) => {
    const wish = wishIn({
      country: queryText(request, 'country'),
      place: queryText(request, 'place'),
      office: queryText(request, 'office'),
    });
    if (wish.country === '' && wish.place === '') return ask(request, reply, emptyForm);
    const problems = problemsOf(request, wish);
    if (problems !== undefined) return ask(request, reply, { typed: { ...wish, office: '' }, problems });
    const { accountId } = citizenOf(request);
    const foretold = await foretellOfficeChange(deps, { accountId, ...wish, chosenOfficeId: wish.office });
    if (!foretold.ok) return refuse(request, reply, wish, foretold.refusal);
    return confirmPage(request, reply, wish, foretold.value, {
      from: await nameOf(foretold.value.fromOfficeId, request),
      to: await nameOf(foretold.value.toOfficeId, request),
    });
  });

  app.post('/account/office-changes', guarded, async (request, reply) => {
    const { typed, key } = readForm(z.object({}), request.body);
    const wish = wishIn(typed);
    const problems = problemsOf(request, wish);
    if (problems !== undefined) return ask(request, reply, { typed: { ...wish, office: '' }, problems });
    const { accountId } = citizenOf(request);
    const asked = { accountId, ...wish, chosenOfficeId: wish.office };
    if (typed['understood'] !== 'yes') {
      const foretold = await foretellOfficeChange(deps, asked);
      if (!foretold.ok) return refuse(request, reply, wish, foretold.refusal);
      const names = {
        from: await nameOf(foretold.value.fromOfficeId, request),
        to: await nameOf(foretold.value.toOfficeId, request),
      };
      return confirmPage(request, reply, wish, foretold.value, names, true);
    }
    const { country, place, chosenOfficeId } = asked;
    const changed = await changeOffice(deps, { accountId, country, place, chosenOfficeId, key });
    if (changed.ok) return reply.seeOther('/account/office?changed=yes');
    if (changed.refusal.code === 'key_reused') {
      const problem = webWords[request.locale].problems.keyReused;
      return ask(request, reply, { typed: { country, place }, problems: { place: problem } });
    }
    return refuse(request, reply, wish, changed.refusal);
  });
}

function wishIn(typed: Readonly<Record<string, string>>): Wish {
  return {
    country: (typed['country'] ?? '').trim(),
    place: (typed['place'] ?? '').trim().slice(0, 120),
    office: typed['office'] || undefined,
  };
}

function problemsOf(request: FastifyRequest, { country, place }: Wish): Record<string, string> | undefined {
  const { problems } = identityWords[request.locale].registration;
  const found = {
    ...(!isCountryCode(country) && { country: problems.country }),
    ...(place === '' && { place: problems.place }),
  };
  return Object.keys(found).length === 0 ? undefined : found;
}

function placeForm(request: FastifyRequest, { typed, problems }: FormState): Html {
  const { locale } = request;
  const { move: words, account } = identityWords[locale];
  return html`<form method="get" action="${localized(locale, '/account/office')}" class="form" novalidate>${selectField(
    {
      name: 'country',
      label: account.profile.country,
      empty: '',
      choices: listCountries(locale),
      value: typed['country'],
      problem: problems['country'],
    },
  )}${textField({
    name: 'place',
    label: account.profile.place,
    value: typed['place'],
    problem: problems['place'],
    autocomplete: 'address-level2',
    maxlength: 120,
  })}${submitButton(words.see)}</form>`;
}

function whichOffice(
  request: FastifyRequest,
  { country, place }: Wish,
  { responsibility }: Extract<OfficeChangeRefusal, { code: 'office_missing' }>,
): Html {
  const { locale } = request;
  const { move: words } = identityWords[locale];
  const path = localized(locale, '/account/office');
  if (responsibility.kind === 'choose') {
    return html`<form method="get" action="${path}" class="form">${hidden('country', country)}${hidden('place', place)}${radioField(
      {
        name: 'office',
        label: words.which,
        hint: words.whichHint,
        choices: responsibility.offices.map((each) => ({ value: each.id, label: each.name[locale] })),
      },
    )}${submitButton(words.see)}</form>`;
  }
  const names = responsibility.kind === 'choose_municipality' ? responsibility.municipalities : [];
  const problem = identityWords[locale].registration.problems.place;
  if (names.length === 0) {
    return placeForm(request, { typed: { country, place }, problems: { place: problem } });
  }
  return html`<p>${words.whichMunicipality}</p><ul>${names.map(
    (name) => html`<li><a href="${path}?country=IT&amp;place=${encodeURIComponent(name)}">${name}</a></li>`,
  )}</ul>`;
}

function waysOut(request: FastifyRequest): Html {
  const { locale } = request;
  const { move: words } = identityWords[locale];
  return html`<div class="notice notice-warning"><p>${words.changedAlready}</p></div><h2>${words.waysOut}</h2><ul>${words.waysOutItems.map(
    (item) => html`<li>${item}</li>`,
  )}</ul><ul class="link-list"><li><a href="${localized(locale, '/account/profile')}">${words.toProfile}</a></li><li><a href="${localized(locale, '/account/closing')}">${words.toClosing}</a></li></ul>`;
}

function confirmPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { country, place, office }: Wish,
  { fromOfficeId, moved }: ForetoldChange,
  names: { from: string | undefined; to: string | undefined },
  unconfirmed = false,
): FastifyReply {
  const { locale } = request;
  const { move: words, account } = identityWords[locale];
  const state: FormState = unconfirmed
    ? { typed: {}, problems: { understood: words.confirmMissing } }
    : emptyForm;
  const effects = [...moved.ended, ...moved.stays];
  return reply.page({
    title: words.title,
    section: 'account',
    breadcrumb: [{ label: account.title, path: '/account' }, { label: words.title }],
    hasProblems: unconfirmed,
    status: unconfirmed ? 422 : 200,
    main: html`<h1>${words.effectsTitle}</h1>${summaryOf(locale, state)}
<dl class="summary"><div><dt>${words.from}</dt><dd>${names.from ?? words.noOffice}</dd></div>
<div><dt>${words.to}</dt><dd><strong>${names.to ?? words.noOffice}</strong></dd></div>
<div><dt>${words.home}</dt><dd>${place}, ${countryName(country, locale)}</dd></div></dl>
<section class="notice notice-warning" aria-labelledby="happens"><h2 id="happens">${words.happens}</h2><ul>
${effects.length === 0 ? html`<li>${words.nothingEnds}</li>` : effects.map((each) => html`<li>${each[locale]}</li>`)}
<li>${words.onlyInside}</li><li>${fromOfficeId === null ? words.firstOffice : words.noWayBack}</li></ul></section>
${form(reply, {
  action: '/account/office-changes',
  content: html`${hidden('country', country)}${hidden('place', place)}${office !== undefined && hidden('office', office)}${checkboxField(
    { name: 'understood', label: words.confirm, ...(unconfirmed ? { problem: words.confirmMissing } : {}) },
  )}<div class="actions">${submitButton(words.submit, 'danger')}<a class="form-back" href="${localized(locale, '/account')}">${words.back}</a></div>`,
})}`,
  });
}
