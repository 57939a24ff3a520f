import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isCountryCode } from '#kernel/country.ts';
import { locales } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { selectField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { shortest } from '../domain/password-policy.ts';
import { changePassword, hasPassword } from '../use-cases/change-password.ts';
import { changeProfile } from '../use-cases/change-profile.ts';
import { type Profile, readProfile } from '../use-cases/read-profile.ts';
import { listCountries } from './countries.ts';
import { type IdentityWeb, queryText } from './identity-web.ts';
import { emptyForm, type FormState, hasProblems, sentences, summaryOf } from './pieces.ts';
import { identityWords } from './words/words.ts';

const profileSchema = z.object({
  country: z.string({ error: 'country' }).refine(isCountryCode, 'country'),
  place: z.string({ error: 'place' }).trim().min(1, 'place').max(120, 'too_long'),
  language: z.enum(locales, { error: 'place' }),
});

/** Own data and password. */
export function profileRoutes(app: FastifyInstance, { deps }: IdentityWeb): void {
  const guarded = { preHandler: citizensOnly };

  app.get('/account/profile', guarded, async (request, reply) => {
    const profile = await readProfile(deps, citizenOf(request).accountId);
    return profilePage(reply, profile, emptyForm, queryText(request, 'saved') !== '');
  });

  app.post('/account/profile', guarded, async (request, reply) => {
    const { accountId } = citizenOf(request);
    const words = identityWords[request.locale];
    const reading = readForm(profileSchema, request.body);
    const again = async (problems: Record<string, string>) =>
      profilePage(reply, await readProfile(deps, accountId), { typed: reading.typed, problems }, false);
    if (!reading.ok) return again(sentences(reading.problems, words.registration.problems));
    const { country, place, language: locale } = reading.value;
    const changed = await changeProfile(deps, { accountId, country, place, locale });
    return changed.ok
      ? reply.seeOther('/account/profile?saved=yes')
      : again({ place: words.account.profile.otherDistrict });
  });

  const showPassword = async (request: FastifyRequest, reply: FastifyReply, state: FormState) =>
    passwordPage(reply, state, {
      saved: queryText(request, 'saved') !== '',
      has: await hasPassword(deps, citizenOf(request).accountId),
    });

  app.get('/account/password', guarded, (request, reply) => showPassword(request, reply, emptyForm));

  app.post('/account/password', guarded, async (request, reply) => {
    const words = identityWords[request.locale];
    const { typed } = readForm(z.object({}), request.body);
    const changed = await changePassword(deps, {
      who: citizenOf(request),
      current: typed['current'] ?? '',
      next: typed['password'] ?? '',
    });
    if (changed.ok) return reply.seeOther('/account/password?saved=yes');
    const problems: Record<string, string> =
      changed.refusal.code === 'wrong_password'
        ? { current: words.account.password.wrong }
        : { password: words.signIn.faults[changed.refusal.fault](shortest.alone) };
    return showPassword(request, reply, { typed: {}, problems });
  });
}

function profilePage(reply: FastifyReply, { account, email }: Profile, state: FormState, saved: boolean) {
  const { locale } = reply.request;
  const { account: mine, registration } = identityWords[locale];
  const words = mine.profile;
  const { typed, problems } = state;
  const facts: [string, string | null][] = [
    [words.name, `${account.givenName} ${account.familyName}`],
    [words.bornOn, formatShortDay(account.bornOn, locale)],
    [words.birthPlace, account.birthPlace],
    [words.taxCode, account.taxCode],
    ...(email?.verified ? [[mine.kind.email, email.value] as [string, string]] : []),
  ];
  return reply.page({
    title: words.title,
    section: 'account',
    breadcrumb: [{ label: mine.title, path: '/account' }, { label: words.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.title}</h1>${summaryOf(locale, state)}${saved && html`<p role="status">${words.saved}</p>`}
<h2>${words.editTitle}</h2>
${form(reply, {
  action: '/account/profile',
  content: html`${selectField({
    name: 'language',
    label: words.language,
    value: typed['language'] ?? account.locale,
    choices: locales.map((value) => ({ value, label: words.languages[value] })),
  })}${selectField({
    name: 'country',
    label: words.country,
    value: typed['country'] ?? account.country,
    choices: listCountries(locale),
    problem: problems['country'],
  })}${textField({
    name: 'place',
    label: words.place,
    hint: words.placeHint,
    value: typed['place'] ?? account.place,
    problem: problems['place'],
    maxlength: 120,
  })}${submitButton(words.submit)}`,
})}
<p><a href="${localized(locale, '/account/office')}">${words.toOffice}</a></p>
<h2>${words.fixedTitle}</h2><p>${words.fixedWhy}</p>
<dl class="summary">${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value ?? words.missing}</dd>`)}</dl>
<p>${registration.asInDocument}</p><p><a class="btn btn-outline-primary" href="${localized(locale, '/requests/new/identity-correction')}">${words.askCorrection}</a></p>`,
  });
}

function passwordPage(
  reply: FastifyReply,
  state: FormState,
  { saved, has }: { saved: boolean; has: boolean },
): FastifyReply {
  const { locale } = reply.request;
  const { account: mine, registration } = identityWords[locale];
  const words = mine.password;
  return reply.page({
    title: words.title,
    section: 'account',
    breadcrumb: [{ label: mine.title, path: '/account' }, { label: words.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.title}</h1>${summaryOf(locale, state)}${saved && html`<p role="status">${words.done}</p>`}
${form(reply, {
  action: '/account/password',
  content: html`${
    has
      ? textField({
          name: 'current',
          label: words.current,
          type: 'password',
          problem: state.problems['current'],
          autocomplete: 'current-password',
        })
      : html`<p>${words.none}</p>`
  }${textField({
    name: 'password',
    label: words.next,
    hint: registration.passwordHint,
    type: 'password',
    problem: state.problems['password'],
    autocomplete: 'new-password',
  })}${submitButton(words.submit)}`,
})}`,
  });
}
