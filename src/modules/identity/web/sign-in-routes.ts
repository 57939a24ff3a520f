import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { hidden, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { shortest } from '../domain/password-policy.ts';
import { askSpidLogout } from '../use-cases/log-out-of-spid.ts';
import { recoverPassword, requestRecovery } from '../use-cases/recover-password.ts';
import { signIn } from '../use-cases/sign-in.ts';
import { signInWithPasskey } from '../use-cases/sign-in-with-passkey.ts';
import { signOut } from '../use-cases/sign-out.ts';
import { linkOpens, unlockBrowser } from '../use-cases/unlock-browser.ts';
import { enter } from './entering.ts';
import { type IdentityWeb, placeIn, queryText, safePath } from './identity-web.ts';
import { passkeyForm } from './passkey-form.ts';
import { emptyForm, type FormState, hasProblems, summaryOf } from './pieces.ts';
import { spidButton } from './spid-button.ts';
import { signedOutPage } from './spid-logout-routes.ts';
import { identityWords } from './words/words.ts';

export function signInRoutes(app: FastifyInstance, web: IdentityWeb): void {
  const { deps, cookies, limited, untilAnswer } = web;
  const signInPage = async (reply: FastifyReply, state: FormState, next: string | undefined) =>
    showSignIn(reply, state, next, await spidButton(reply, web, next));

  app.get('/sign-in', (request, reply) => {
    const next = safePath(queryText(request, 'next'));
    if (request.who.kind === 'citizen') return reply.seeOther(next ?? '/account');
    return signInPage(reply, emptyForm, next);
  });

  app.post('/sign-in', { config: limited }, async (request, reply) => {
    const startedAt = performance.now();
    const { signIn: words } = identityWords[request.locale];
    const schema = z.object({
      identifier: z.string({ error: 'missing' }).trim().min(1, 'missing').max(300, 'missing'),
      password: z.string({ error: 'missing' }).min(1, 'missing').max(1000, 'missing'),
    });
    const reading = readForm(schema, request.body);
    const { identifier = '', next } = reading.typed;
    const again = (problems: Record<string, string>) =>
      signInPage(reply, { typed: { identifier }, problems }, safePath(next));
    if (!reading.ok) {
      const missing = reading.problems;
      return again({
        ...(missing['identifier'] && { identifier: words.identifierMissing }),
        ...(missing['password'] && { password: words.passwordMissing }),
      });
    }
    const device = cookies.readDevice(request);
    const outcome = await signIn(deps, { ...reading.value, device, place: placeIn(request) });
    await untilAnswer(startedAt);
    if (!outcome.ok) return again({ identifier: words.refused });
    await enter(web, request, reply, outcome.value);
    return reply.seeOther(outcome.value.active ? (safePath(next) ?? '/account') : '/account/activation');
  });

  app.post('/sign-in/passkey', { config: limited }, async (request, reply) => {
    const { access: words } = identityWords[request.locale];
    const { typed } = readForm(z.object({}), request.body);
    const device = cookies.readDevice(request);
    const outcome = await signInWithPasskey(deps, {
      answer: typed['passkey'],
      device,
      place: placeIn(request),
    });
    const next = safePath(typed['next']);
    if (!outcome.ok) return signInPage(reply, { typed: {}, problems: { identifier: words.refused } }, next);
    await enter(web, request, reply, outcome.value);
    return reply.seeOther(outcome.value.active ? (next ?? '/account') : '/account/activation');
  });

  app.post('/sign-out', async (request, reply) => {
    const token = cookies.citizenToken(request);
    const there = token === undefined ? undefined : await askSpidLogout(deps, token);
    await signOut(deps, { tokens: cookies.sessionTokens(request), who: request.who });
    cookies.closeSessions(reply);
    reply.header('clear-site-data', '"cache", "storage"');
    return there === undefined ? reply.seeOther('/') : signedOutPage(reply, there);
  });

  unlockRoutes(app, web, { path: '/sign-in/unlock', purpose: 'unlock', signIn: '/sign-in' });

  app.get('/recovery', (_request, reply) => recoveryPage(reply, emptyForm));

  app.post('/recovery', { config: limited }, async (request, reply) => {
    const startedAt = performance.now();
    const { signIn: words } = identityWords[request.locale];
    const schema = z.object({
      identifier: z.string({ error: 'missing' }).trim().min(1, 'missing').max(300, 'missing'),
    });
    const reading = readForm(schema, request.body);
    if (!reading.ok) {
      return recoveryPage(reply, { typed: reading.typed, problems: { identifier: words.identifierMissing } });
    }
    await requestRecovery(deps, reading.value.identifier);
    await untilAnswer(startedAt);
    return reply.seeOther('/recovery/sent');
  });

  app.get('/recovery/sent', (request, reply) => {
    const { recovery: words } = identityWords[request.locale].signIn;
    return reply.page({
      title: words.sentTitle,
      breadcrumb: [{ label: words.title, path: '/recovery' }, { label: words.sentTitle }],
      main: html`<h1>${words.sentTitle}</h1><p class="lead">${words.sent}</p><p>${words.again}</p>`,
    });
  });

  app.get('/recovery/password', async (request, reply) => {
    const token = queryText(request, 'token');
    return (await linkOpens(deps, token, 'recovery'))
      ? newPasswordPage(reply, token, emptyForm)
      : linkExpiredPage(reply, '/recovery');
  });

  app.post('/recovery/password', { config: limited }, async (request, reply) => {
    const { signIn: words } = identityWords[request.locale];
    const { typed } = readForm(z.object({}), request.body);
    const token = typed['token'] ?? '';
    const device = cookies.readDevice(request);
    const outcome = await recoverPassword(deps, {
      token,
      password: typed['password'] ?? '',
      device,
      place: placeIn(request),
    });
    if (outcome.ok) {
      cookies.openSession(reply, outcome.value.sessionToken);
      if (outcome.value.deviceCookie !== undefined) cookies.keepDevice(reply, outcome.value.deviceCookie);
      return reply.seeOther('/account');
    }
    if (outcome.refusal.code === 'link_expired') return linkExpiredPage(reply, '/recovery');
    const problem = words.faults[outcome.refusal.fault](shortest.alone);
    return newPasswordPage(reply, token, { typed: {}, problems: { password: problem } });
  });
}

/** The unlock link: a page first, because mail programs look at links too, then a button that does it. */
export function unlockRoutes(
  app: FastifyInstance,
  { deps, cookies, limited }: IdentityWeb,
  { path, purpose, signIn }: { path: string; purpose: 'unlock' | 'official_unlock'; signIn: string },
): void {
  app.get(path, async (request, reply) => {
    const token = queryText(request, 'token');
    if (!(await linkOpens(deps, token, purpose))) return linkExpiredPage(reply, signIn);
    const { unlock: words } = identityWords[request.locale].signIn;
    return reply.page({
      title: words.title,
      breadcrumb: [{ label: words.title }],
      main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>${form(reply, {
        action: path,
        content: html`${hidden('token', token)}${submitButton(words.submit)}`,
      })}`,
    });
  });

  app.post(path, { config: limited }, async (request, reply) => {
    const { signIn: words } = identityWords[request.locale];
    const { typed } = readForm(z.object({}), request.body);
    const outcome = await unlockBrowser(deps, { token: typed['token'] ?? '', purpose });
    if (!outcome.ok) return linkExpiredPage(reply, signIn);
    cookies.keepDevice(reply, outcome.value.deviceCookie);
    return reply.page({
      title: words.unlock.doneTitle,
      breadcrumb: [{ label: words.unlock.doneTitle }],
      main: html`<h1>${words.unlock.doneTitle}</h1><p class="lead">${words.unlock.done}</p>
<p><a class="btn btn-primary" href="${localized(request.locale, signIn)}">${words.title}</a></p>`,
    });
  });
}

export function linkExpiredPage(reply: FastifyReply, onward: string): FastifyReply {
  const { locale } = reply.request;
  const { signIn: words } = identityWords[locale];
  const label = onward === '/recovery' ? words.recovery.title : words.title;
  return reply.page({
    status: 410,
    title: words.linkExpiredTitle,
    breadcrumb: [{ label: words.linkExpiredTitle }],
    main: html`<h1>${words.linkExpiredTitle}</h1><p class="lead">${words.linkExpired}</p>
<p><a class="btn btn-primary" href="${localized(locale, onward)}">${label}</a></p>`,
  });
}

function showSignIn(
  reply: FastifyReply,
  state: FormState,
  next: string | undefined,
  withSpid: Html,
): FastifyReply {
  const { locale } = reply.request;
  const { signIn: words, access, reentry, spid } = identityWords[locale];
  return reply.page({
    title: words.title,
    scripts: ['passkey', 'spid'],
    breadcrumb: [{ label: words.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.title}</h1>${summaryOf(locale, state)}
<section aria-labelledby="with-spid"><h2 id="with-spid">${spid.title}</h2><p>${spid.onSignInPage}</p>${withSpid}</section>
<h2>${spid.withPassword}</h2>
${form(reply, {
  action: '/sign-in',
  content: html`${next !== undefined && hidden('next', next)}${textField({
    name: 'identifier',
    label: words.identifier,
    hint: words.identifierHint,
    value: state.typed['identifier'],
    problem: state.problems['identifier'],
    autocomplete: 'username',
    spellcheck: false,
    maxlength: 300,
  })}${textField({
    name: 'password',
    label: words.password,
    hint: words.welcomeBack,
    type: 'password',
    problem: state.problems['password'],
    autocomplete: 'current-password',
  })}${submitButton(words.submit)}`,
})}
<section aria-labelledby="with-passkey"><h2 id="with-passkey">${access.signInTitle}</h2><p>${access.signInLead}</p>
${passkeyForm(reply, {
  ask: '/api/v1/passkey-challenges',
  ceremony: 'known',
  action: '/sign-in/passkey',
  label: access.signIn,
  kind: 'secondary',
  content: next !== undefined && hidden('next', next),
  words: { without: access.signInNeedsScript, working: access.working, failed: access.failed },
})}</section>
<p><a href="${localized(locale, '/recovery')}">${words.forgot}</a></p>
<p><a href="${localized(locale, '/re-entry')}">${reentry.link}</a></p>
<p><a href="${localized(locale, '/register')}">${words.register}</a></p>`,
  });
}

function recoveryPage(reply: FastifyReply, state: FormState): FastifyReply {
  const { locale } = reply.request;
  const { signIn: words, reentry } = identityWords[locale];
  return reply.page({
    title: words.recovery.title,
    breadcrumb: [{ label: words.title, path: '/sign-in' }, { label: words.recovery.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.recovery.title}</h1>${summaryOf(locale, state)}<p class="lead">${words.recovery.lead}</p>
${form(reply, {
  action: '/recovery',
  content: html`${textField({
    name: 'identifier',
    label: words.identifier,
    value: state.typed['identifier'],
    problem: state.problems['identifier'],
    autocomplete: 'username',
    spellcheck: false,
    maxlength: 300,
  })}${submitButton(words.recovery.submit)}`,
})}
<p><a href="${localized(locale, '/re-entry')}">${reentry.link}</a></p>`,
  });
}

function newPasswordPage(reply: FastifyReply, token: string, state: FormState): FastifyReply {
  const { locale } = reply.request;
  const { signIn: words, registration } = identityWords[locale];
  return reply.page({
    title: words.newPassword.title,
    breadcrumb: [{ label: words.newPassword.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.newPassword.title}</h1>${summaryOf(locale, state)}<p class="lead">${words.newPassword.lead}</p>
${form(reply, {
  action: '/recovery/password',
  content: html`${hidden('token', token)}${textField({
    name: 'password',
    label: words.newPassword.field,
    hint: registration.passwordHint,
    type: 'password',
    problem: state.problems['password'],
    autocomplete: 'new-password',
  })}${submitButton(words.newPassword.submit)}`,
})}`,
  });
}
