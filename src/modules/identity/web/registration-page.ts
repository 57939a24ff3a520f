import type { FastifyReply } from 'fastify';
import { countryName } from '#kernel/country.ts';
import { hidden, radioField, selectField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { Responsibility } from '../domain/residence.ts';
import { listCountries } from './countries.ts';
import { type FormState, hasProblems, summaryOf } from './pieces.ts';
import { identityWords } from './words/words.ts';

/** First the place: the office, and the prefix of the mobile number, follow from it. */
export function residencePage(
  reply: FastifyReply,
  state: FormState,
  municipalities: readonly string[] = [],
): FastifyReply {
  const { locale } = reply.request;
  const words = identityWords[locale].registration;
  const { typed, problems } = state;
  return reply.page({
    title: words.title,
    breadcrumb: [{ label: words.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p><p>${words.oldPortal}</p>${summaryOf(locale, state)}
<h2>${words.whereTitle}</h2><p>${words.whereLead}</p>
<form method="get" action="${localized(locale, '/register')}" class="form" novalidate>
${selectField({
  name: 'country',
  label: words.country,
  choices: listCountries(locale),
  empty: words.countryEmpty,
  value: typed['country'],
  problem: problems['country'],
})}
${textField({
  name: 'place',
  label: words.place,
  hint: words.placeHint,
  value: typed['place'],
  problem: problems['place'],
  autocomplete: 'address-level2',
  maxlength: 120,
})}
${submitButton(words.next)}</form>
${
  municipalities.length > 0 &&
  html`<p>${words.whichMunicipality}</p><ul>${municipalities.map(
    (name) =>
      html`<li><a href="${localized(locale, `/register?country=IT&place=${encodeURIComponent(name)}`)}">${name}</a></li>`,
  )}</ul>`
}
<p>${words.haveAccount} <a href="${localized(locale, '/sign-in')}">${words.signIn}</a></p>`,
  });
}

/** Then the person, the contacts, the password. */
export function registrationPage(
  reply: FastifyReply,
  state: FormState,
  where: { country: string; place: string; responsibility: Responsibility },
): FastifyReply {
  const { locale } = reply.request;
  const words = identityWords[locale].registration;
  const optional = webWords[locale].optional;
  const { typed, problems } = state;
  const text = (name: string, label: string, more: object = {}) =>
    textField({ name, label, value: typed[name], problem: problems[name], ...more });
  return reply.page({
    title: words.title,
    breadcrumb: [{ label: words.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.title}</h1><p class="lead">${words.needs}</p>${summaryOf(locale, state)}
<p>${words.livingIn(where.place, countryName(where.country, locale))} <a href="${localized(locale, '/register')}">${words.changeWhere}</a></p>
${form(reply, {
  action: '/register',
  key: state.key,
  content: html`${hidden('country', where.country)}${hidden('place', where.place)}${officePart(reply, state, where.responsibility)}
<h2>${words.personTitle}</h2>
${text('given_name', words.givenName, { hint: words.asInDocument, autocomplete: 'given-name', maxlength: 100 })}
${text('family_name', words.familyName, { hint: words.asInDocument, autocomplete: 'family-name', maxlength: 100 })}
${text('born_on', words.bornOn, { type: 'date', autocomplete: 'bday', width: 'medium' })}
${text('birth_place', words.birthPlace, { optional, maxlength: 120 })}
${text('tax_code', words.taxCode, { optional, hint: words.taxCodeHint, spellcheck: false, width: 'medium', maxlength: 40 })}
<h2>${words.contactsTitle}</h2>
${text('email', words.email, { type: 'email', hint: words.emailHint, autocomplete: 'email', spellcheck: false, maxlength: 254 })}
${text('mobile', words.mobile, { type: 'tel', hint: words.mobileHint, autocomplete: 'tel', width: 'medium', maxlength: 40 })}
${radioField({
  name: 'code_to',
  label: words.codeTo,
  value: typed['code_to'] ?? 'email',
  problem: problems['code_to'],
  choices: (['email', 'mobile'] as const).map((value) => ({
    value,
    label: words.codeToChoice[value],
    hint: words.codeToHint[value],
  })),
})}
<h2>${words.passwordTitle}</h2>
${text('password', words.password, { type: 'password', hint: words.passwordHint, autocomplete: 'new-password' })}
<h2>${words.privacyTitle}</h2><p>${words.privacy} <a href="${localized(locale, '/privacy')}">${words.privacyLink}</a></p>
${submitButton(words.submit)}`,
})}`,
  });
}

function officePart(
  reply: FastifyReply,
  { typed, problems }: FormState,
  responsibility: Responsibility,
): Html {
  const { locale } = reply.request;
  const words = identityWords[locale].registration;
  switch (responsibility.kind) {
    case 'one':
      return html`<p>${words.officeIs(responsibility.office.name[locale])}</p>`;
    case 'italy':
      return html`<p>${words.officeItaly(responsibility.municipality)}</p>`;
    case 'none':
    case 'choose_municipality':
      return html`<p>${words.officeNone}</p>`;
    case 'choose':
      return radioField({
        name: 'office',
        label: words.office,
        hint: words.officeHint,
        value: typed['office'],
        problem: problems['office'],
        choices: responsibility.offices.map((office) => ({ value: office.id, label: office.name[locale] })),
      });
  }
}
