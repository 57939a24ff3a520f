import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isCountryCode } from '#kernel/country.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { hidden, selectField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { Responsibility } from '../domain/residence.ts';
import { type Entered, enterBySpid, type FirstTime } from '../use-cases/enter-by-spid.ts';
import {
  connectByPassword,
  connectOpenAccount,
  type JoinRefusal,
  reenterBySpid,
  registerBySpid,
} from '../use-cases/join-by-spid.ts';
import { listCountries } from './countries.ts';
import type { IdentityWeb } from './identity-web.ts';
import { type FormState, hasProblems, sentences, summaryOf } from './pieces.ts';
import { arrivingWith, comeIn, failedPage } from './spid-arrival.ts';
import { identityWords } from './words/words.ts';

const homeSchema = z.object({
  country: z.string({ error: 'country' }).refine(isCountryCode, 'country'),
  place: z.string({ error: 'place' }).trim().min(1, 'place').max(120, 'too_long'),
  office: z.string().optional(),
});

/** Somebody comes by a digital identity for the first time: connects an account, takes one back, or opens one. */
export function spidFirstTimeRoutes(app: FastifyInstance, web: IdentityWeb): void {
  const { deps, limited, untilAnswer } = web;
  const openAccount = ({ who }: FastifyRequest) => (who.kind === 'citizen' ? who.accountId : undefined);

  /** The page again, with what was typed; or that there is nothing to go on with. */
  const again = async (
    request: FastifyRequest,
    reply: FastifyReply,
    state: FormState & { responsibility?: Responsibility },
  ): Promise<FastifyReply> => {
    const arrival = state.typed['arrival'] ?? '';
    const arriving = { ...arrivingWith(request, web, arrival), openAccountId: openAccount(request) };
    const entered = await enterBySpid(deps, arriving);
    if (!entered.ok) return failedPage(reply, entered.refusal);
    if (entered.value.kind === 'in') return comeIn(request, reply, web, entered.value);
    const { password: _, ...typed } = state.typed;
    return firstTimePage(reply, { ...state, arrival, first: entered.value, typed });
  };

  const goOn = (
    request: FastifyRequest,
    reply: FastifyReply,
    typed: Typed,
    joined: Outcome<Entered, JoinRefusal>,
    field: string,
  ): Promise<FastifyReply> | FastifyReply => {
    if (joined.ok) return comeIn(request, reply, web, joined.value);
    const { spid: words, registration } = identityWords[request.locale];
    const { refusal } = joined;
    switch (refusal.code) {
      case 'office_missing':
        return again(request, reply, { typed, problems: { office: registration.problems.office_missing } });
      case 'wrong_password':
        return again(request, reply, { typed, problems: { identifier: words.first.wrongPassword } });
      case 'other_person':
        return again(request, reply, { typed, problems: { [field]: words.first.otherPerson } });
      case 'connected_otherwise':
        return again(request, reply, { typed, problems: { [field]: words.first.connectedOtherwise } });
      case 'nothing_lost':
        return again(request, reply, { typed, problems: { [field]: words.first.nothingLost } });
      case 'account_closed':
      case 'arrived_too_late':
      case 'declined':
      case 'entered_already':
      case 'no_such_arrival':
      case 'no_tax_code':
      case 'not_believed':
      case 'other_browser':
        return failedPage(reply, refusal);
    }
  };

  app.post('/sign-in/spid/account', { config: limited }, async (request, reply) => {
    const { registration: words } = identityWords[request.locale];
    const reading = readForm(homeSchema, request.body);
    const { typed } = reading;
    if (!reading.ok)
      return again(request, reply, { typed, problems: sentences(reading.problems, words.problems) });
    const { country, place, office } = reading.value;
    const responsibility = await deps.residence.officesFor({ country, place });
    if (responsibility.kind === 'choose_municipality') {
      const several = responsibility.municipalities.length > 0;
      const problem = several ? words.problems.several_municipalities : words.problems.no_municipality;
      return again(request, reply, { typed, problems: { place: problem }, responsibility });
    }
    if (responsibility.kind === 'choose' && !responsibility.offices.some((each) => each.id === office)) {
      return again(request, reply, {
        typed,
        problems: { office: words.problems.office_missing },
        responsibility,
      });
    }
    const { place: browserPlace, ...arriving } = arrivingWith(request, web, typed['arrival'] ?? '');
    const joined = await registerBySpid(deps, {
      ...arriving,
      browserPlace,
      country,
      place,
      chosenOfficeId: office,
      locale: request.locale,
    });
    return goOn(request, reply, typed, joined, 'country');
  });

  app.post('/sign-in/spid/connection', { config: limited }, async (request, reply) => {
    const startedAt = performance.now();
    const { typed } = readForm(z.object({}), request.body);
    const arriving = arrivingWith(request, web, typed['arrival'] ?? '');
    const accountId = openAccount(request);
    if (typed['with'] === 'open' && accountId !== undefined) {
      const joined = await connectOpenAccount(deps, { ...arriving, accountId });
      return goOn(request, reply, typed, joined, 'identifier');
    }
    const joined = await connectByPassword(deps, {
      ...arriving,
      identifier: (typed['identifier'] ?? '').slice(0, 300),
      password: (typed['password'] ?? '').slice(0, 1000),
    });
    await untilAnswer(startedAt);
    return goOn(request, reply, typed, joined, 'identifier');
  });

  app.post('/sign-in/spid/re-entry', { config: limited }, async (request, reply) => {
    const { typed } = readForm(z.object({}), request.body);
    const joined = await reenterBySpid(deps, arrivingWith(request, web, typed['arrival'] ?? ''));
    return goOn(request, reply, typed, joined, 'identifier');
  });
}

/** What a first arrival can go on with, the likeliest first. */
export function firstTimePage(
  reply: FastifyReply,
  {
    arrival,
    first: { identity, connectable, lost },
    responsibility,
    ...state
  }: FormState & { arrival: string; first: FirstTime; responsibility?: Responsibility },
): FastifyReply {
  const { locale } = reply.request;
  const { spid: words, signIn, registration } = identityWords[locale];
  const { typed, problems } = state;
  const { first } = words;
  const send = (action: string, content: Html) =>
    form(reply, {
      action: `/sign-in/spid/${action}`,
      content: html`${hidden('arrival', arrival)}${content}`,
    });
  return reply.page({
    title: first.title,
    breadcrumb: [{ label: words.title, path: '/sign-in/spid' }, { label: first.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${first.title}</h1>${summaryOf(locale, state)}<p class="lead">${first.hello(`${identity.givenName} ${identity.familyName}`)} ${first.question}</p>
${
  connectable !== undefined &&
  html`<section aria-labelledby="open"><h2 id="open">${first.openTitle}</h2>${
    connectable.fits
      ? html`<p>${first.openLead}</p>${send('connection', html`${hidden('with', 'open')}${submitButton(first.openSubmit)}`)}`
      : html`<p>${first.openOther}</p>`
  }</section>`
}
<section aria-labelledby="new"><h2 id="new">${first.newTitle}</h2><p>${first.newLead}</p>
${send(
  'account',
  html`${selectField({
    name: 'country',
    label: registration.country,
    choices: listCountries(locale),
    empty: registration.countryEmpty,
    value: typed['country'],
    problem: problems['country'],
  })}${textField({
    name: 'place',
    label: registration.place,
    hint: registration.placeHint,
    value: typed['place'],
    problem: problems['place'],
    autocomplete: 'address-level2',
    maxlength: 120,
  })}${
    responsibility?.kind === 'choose_municipality' &&
    responsibility.municipalities.length > 0 &&
    html`<p>${registration.whichMunicipality}</p><ul>${responsibility.municipalities.map((name) => html`<li>${name}</li>`)}</ul>`
  }${
    responsibility?.kind === 'choose' &&
    selectField({
      name: 'office',
      label: registration.office,
      hint: registration.officeHint,
      choices: responsibility.offices.map((office) => ({ value: office.id, label: office.name[locale] })),
      empty: '–',
      value: typed['office'],
      problem: problems['office'],
    })
  }${submitButton(first.newSubmit, connectable?.fits ? 'secondary' : 'primary')}`,
)}</section>
<section aria-labelledby="password"><h2 id="password">${first.passwordTitle}</h2><p>${first.passwordLead}</p>
${send(
  'connection',
  html`${textField({
    name: 'identifier',
    label: signIn.identifier,
    hint: signIn.identifierHint,
    value: typed['identifier'],
    problem: problems['identifier'],
    autocomplete: 'username',
    spellcheck: false,
    maxlength: 300,
  })}${textField({
    name: 'password',
    label: signIn.password,
    type: 'password',
    autocomplete: 'current-password',
  })}${submitButton(first.passwordSubmit, 'secondary')}`,
)}</section>
${
  lost !== undefined &&
  html`<section aria-labelledby="lost"><h2 id="lost">${first.lostTitle}</h2><p>${first.lostLead(lost.contacts.join(', '))}</p><p>${first.lostWarning}</p>
${send('re-entry', submitButton(first.lostSubmit, 'danger'))}</section>`
}`,
  });
}
