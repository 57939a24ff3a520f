import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { drawSetUp } from '#platform/credentials/totp.ts';
import { hidden, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { shortest } from '../domain/password-policy.ts';
import { type Enrolment, enrolOfficial, findEnrolment } from '../use-cases/enrol-official.ts';
import { signInOfficial } from '../use-cases/sign-in-official.ts';
import { enterDesk } from './entering.ts';
import { type IdentityWeb, placeIn, queryText, safePath } from './identity-web.ts';
import { aroundPasskey, passkeyButton } from './passkey-form.ts';
import { emptyForm, type FormState, hasProblems, summaryOf } from './pieces.ts';
import { unlockRoutes } from './sign-in-routes.ts';
import { identityWords } from './words/words.ts';

/** How officials get in: sign-in with both factors, and the first set-up of the second. */
export function deskSignInRoutes(app: FastifyInstance, web: IdentityWeb): void {
  const { deps, cookies, limited, untilAnswer } = web;

  app.get('/desk/sign-in', (request, reply) => {
    const next = safePath(queryText(request, 'next'));
    if (request.who.kind === 'official') return reply.seeOther(next ?? '/desk');
    return signInPage(reply, emptyForm, next);
  });

  app.post('/desk/sign-in', { config: limited }, async (request, reply) => {
    const startedAt = performance.now();
    const { signIn: words, desk } = identityWords[request.locale];
    const { typed } = readForm(z.object({}), request.body);
    const { email = '', password = '', code = '', next } = typed;
    const passkey = typed['passkey'] || undefined;
    const problems = {
      ...(email.trim() === '' && { email: desk.signIn.emailMissing }),
      ...(password === '' && { password: words.passwordMissing }),
      ...(code.trim() === '' && passkey === undefined && { code: desk.signIn.codeMissing }),
    };
    const again = (found: Record<string, string>) =>
      signInPage(reply, { typed: { email }, problems: found }, safePath(next));
    if (Object.keys(problems).length > 0) return again(problems);
    const device = cookies.readDevice(request);
    const outcome = await signInOfficial(deps, {
      email,
      password: password.slice(0, 1000),
      code,
      passkey,
      device,
      place: placeIn(request),
    });
    await untilAnswer(startedAt);
    if (!outcome.ok) return again({ email: words.refused });
    await enterDesk(web, request, reply, outcome.value);
    return reply.seeOther(safePath(next) ?? '/desk');
  });

  unlockRoutes(app, web, {
    path: '/desk/sign-in/unlock',
    purpose: 'official_unlock',
    signIn: '/desk/sign-in',
  });

  app.get('/desk/enrolment', async (request, reply) => {
    const token = queryText(request, 'token');
    const enrolment = await findEnrolment(deps, token);
    return enrolment === undefined ? expiredPage(reply) : enrolmentPage(reply, token, enrolment, emptyForm);
  });

  app.post('/desk/enrolment', { config: limited }, async (request, reply) => {
    const { signIn: words, desk } = identityWords[request.locale];
    const { typed } = readForm(z.object({}), request.body);
    const token = typed['token'] ?? '';
    const enrolment = await findEnrolment(deps, token);
    if (enrolment === undefined) return expiredPage(reply);
    const newcomer = {
      givenName: (typed['given_name'] ?? '').trim().slice(0, 100),
      familyName: (typed['family_name'] ?? '').trim().slice(0, 100),
      email: typed['email'] ?? '',
    };
    const again = (problems: Record<string, string>) =>
      enrolmentPage(reply, token, enrolment, { typed, problems });
    if (enrolment.official === undefined && (newcomer.givenName === '' || newcomer.familyName === '')) {
      return again({
        ...(newcomer.givenName === '' && { given_name: desk.officials.problems.given_name }),
        ...(newcomer.familyName === '' && { family_name: desk.officials.problems.family_name }),
      });
    }
    const enrolled = await enrolOfficial(deps, {
      token,
      password: typed['password'] ?? '',
      code: typed['code'] ?? '',
      locale: request.locale,
      newcomer,
    });
    if (enrolled.ok) return enrolledPage(reply);
    switch (enrolled.refusal.code) {
      case 'link_expired':
        return expiredPage(reply);
      case 'password':
        return again({ password: words.faults[enrolled.refusal.fault](shortest.with_second_factor) });
      case 'wrong_code':
        return again({ code: desk.officials.problems.wrong_code });
      case 'not_an_email':
      case 'already_official':
        return again({ email: desk.officials.problems[enrolled.refusal.code] });
    }
  });
}

function signInPage(reply: FastifyReply, state: FormState, next: string | undefined): FastifyReply {
  const { locale } = reply.request;
  const { desk, access } = identityWords[locale];
  const words = desk.signIn;
  const { problems, typed } = state;
  return reply.page({
    title: words.title,
    scripts: ['passkey'],
    breadcrumb: [{ label: words.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.title}</h1>${summaryOf(locale, state)}
${aroundPasskey(
  {
    ask: '/api/v1/passkey-challenges',
    ceremony: 'known',
    words: { without: access.needsScriptDesk, working: access.working, failed: access.failed },
  },
  form(reply, {
    action: '/desk/sign-in',
    content: html`${next !== undefined && hidden('next', next)}${textField({
      name: 'email',
      label: words.email,
      type: 'email',
      value: typed['email'],
      problem: problems['email'],
      autocomplete: 'username',
      maxlength: 254,
    })}${textField({
      name: 'password',
      label: words.password,
      type: 'password',
      problem: problems['password'],
      autocomplete: 'current-password',
    })}${textField({
      name: 'code',
      label: words.code,
      hint: words.codeHint,
      problem: problems['code'],
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      width: 'code',
      maxlength: 12,
    })}${submitButton(words.submit)} ${passkeyButton(access.deskSignIn, 'secondary')}`,
  }),
)}<p>${words.lost}</p>`,
  });
}

async function enrolmentPage(
  reply: FastifyReply,
  token: string,
  { official, secret }: Enrolment,
  state: FormState,
): Promise<FastifyReply> {
  const { locale } = reply.request;
  const { desk } = identityWords[locale];
  const words = desk.enrolment;
  const { problems, typed } = state;
  const picture = await drawSetUp(secret, official?.email ?? 'sportello');
  const text = (name: string, label: string, more: object = {}) =>
    textField({ name, label, value: typed[name], problem: problems[name], ...more });
  return reply.page({
    title: words.title,
    breadcrumb: [{ label: words.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.title}</h1>${summaryOf(locale, state)}<p class="lead">${words.lead}</p>
${form(reply, {
  action: '/desk/enrolment',
  content: html`${hidden('token', token)}${
    official === undefined
      ? html`<p>${words.firstLead}</p>${text('given_name', words.givenName, { autocomplete: 'given-name', maxlength: 100 })}${text(
          'family_name',
          words.familyName,
          { autocomplete: 'family-name', maxlength: 100 },
        )}${text('email', words.email, { type: 'email', autocomplete: 'username', maxlength: 254 })}`
      : html`<p>${official.givenName} ${official.familyName}, ${official.email}</p>`
  }${text('password', words.password, { type: 'password', hint: words.passwordHint, autocomplete: 'new-password' })}
<h2>${words.scanTitle}</h2><p>${words.scan}</p>
<p><img src="${picture}" alt="${words.picture}" width="220" height="220"></p><p><code>${secret}</code></p>
${textField({
  name: 'code',
  label: words.code,
  problem: problems['code'],
  inputmode: 'numeric',
  autocomplete: 'one-time-code',
  width: 'code',
  maxlength: 12,
})}${submitButton(words.submit)}`,
})}`,
  });
}

function enrolledPage(reply: FastifyReply): FastifyReply {
  const { desk } = identityWords[reply.request.locale];
  const { enrolment: words } = desk;
  return reply.page({
    title: words.doneTitle,
    breadcrumb: [{ label: words.doneTitle }],
    main: html`<h1>${words.doneTitle}</h1><p class="lead">${words.done}</p>
<p><a class="btn btn-primary" href="${localized(reply.request.locale, '/desk/sign-in')}">${desk.signIn.submit}</a></p>`,
  });
}

function expiredPage(reply: FastifyReply): FastifyReply {
  const { enrolment: words } = identityWords[reply.request.locale].desk;
  return reply.page({
    status: 410,
    title: words.expiredTitle,
    breadcrumb: [{ label: words.expiredTitle }],
    main: html`<h1>${words.expiredTitle}</h1><p class="lead">${words.expired}</p>`,
  });
}
