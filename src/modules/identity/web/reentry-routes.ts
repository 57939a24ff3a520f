import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { hidden, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { parseEmail, parseMobile } from '../domain/contact.ts';
import { shortest } from '../domain/password-policy.ts';
import { parseReentryCode } from '../domain/reentry.ts';
import { linkOpens } from '../use-cases/unlock-browser.ts';
import { type CodeFault, objectToReentry, tryReentryCode, useReentry } from '../use-cases/use-reentry.ts';
import { type IdentityWeb, placeIn, queryText } from './identity-web.ts';
import { emptyForm, type FormState, hasProblems, momentText, summaryOf } from './pieces.ts';
import { linkExpiredPage } from './sign-in-routes.ts';
import { identityWords } from './words/words.ts';

/** The way back in with the code from the counter, and the objection of whoever holds an old contact. */
export function reentryRoutes(app: FastifyInstance, { deps, cookies, limited }: IdentityWeb): void {
  const sentenceOf = (request: FastifyRequest, fault: CodeFault) => {
    const { reentry: words } = identityWords[request.locale];
    return fault.code === 'code_too_early'
      ? words.codeTooEarly(momentText(fault.opensAt, request.locale))
      : words.codeNotGood;
  };

  app.get('/re-entry', (_request, reply) => codePage(reply, emptyForm));

  app.post('/re-entry', { config: limited }, async (request, reply) => {
    const { typed } = readForm(z.object({}), request.body);
    const code = parseReentryCode(typed['code'] ?? '');
    const opens = code === undefined ? undefined : await tryReentryCode(deps, code);
    if (code !== undefined && opens?.ok) return contactsPage(reply, code, emptyForm);
    const fault = opens?.ok === false ? opens.refusal : ({ code: 'code_not_good' } as const);
    return codePage(reply, { typed, problems: { code: sentenceOf(request, fault) } });
  });

  app.post('/re-entry/contacts', { config: limited }, async (request, reply) => {
    const { signIn, registration } = identityWords[request.locale];
    const { typed } = readForm(z.object({}), request.body);
    const code = parseReentryCode(typed['code'] ?? '') ?? '';
    const opens = await tryReentryCode(deps, code);
    if (!opens.ok)
      return codePage(reply, { typed: {}, problems: { code: sentenceOf(request, opens.refusal) } });
    const email = parseEmail(typed['email'] ?? '');
    const mobile = parseMobile(typed['mobile'] ?? '', opens.value.country);
    const again = (problems: Record<string, string>) => contactsPage(reply, code, { typed, problems });
    if (!email.ok || !mobile.ok) {
      return again({
        ...(!email.ok && { email: registration.problems.not_an_email }),
        ...(!mobile.ok && { mobile: registration.problems.not_a_mobile }),
      });
    }
    const back = await useReentry(deps, {
      code,
      email: email.value,
      mobile: mobile.value,
      password: (typed['password'] ?? '').slice(0, 1000),
      device: cookies.readDevice(request),
      place: placeIn(request),
    });
    if (back.ok) {
      cookies.openSession(reply, back.value.sessionToken);
      if (back.value.deviceCookie !== undefined) cookies.keepDevice(reply, back.value.deviceCookie);
      return reply.seeOther('/account');
    }
    return back.refusal.code === 'password'
      ? again({ password: signIn.faults[back.refusal.fault](shortest.alone) })
      : codePage(reply, { typed: {}, problems: { code: sentenceOf(request, back.refusal) } });
  });

  app.get('/re-entry/objection', async (request, reply) => {
    const { reentry: words } = identityWords[request.locale];
    const token = queryText(request, 'token');
    if (!(await linkOpens(deps, token, 'objection'))) return linkExpiredPage(reply, '/sign-in');
    return reply.page({
      title: words.objectTitle,
      breadcrumb: [{ label: words.objectTitle }],
      main: html`<h1>${words.objectTitle}</h1><p class="lead">${words.objectLead}</p>${form(reply, {
        action: '/re-entry/objection',
        content: html`${hidden('token', token)}${submitButton(words.object, 'danger')}`,
      })}`,
    });
  });

  app.post('/re-entry/objection', { config: limited }, async (request, reply) => {
    const { reentry: words, signIn } = identityWords[request.locale];
    const { typed } = readForm(z.object({}), request.body);
    const objected = await objectToReentry(deps, typed['token'] ?? '');
    if (!objected.ok) return linkExpiredPage(reply, '/sign-in');
    const title = objected.value.inTime ? words.stoppedTitle : words.lateTitle;
    const [path, label] = objected.value.inTime
      ? ['/recovery', signIn.recovery.title]
      : ['/offices', words.toOffices];
    return reply.page({
      title,
      breadcrumb: [{ label: title }],
      main: html`<h1>${title}</h1><p class="lead">${objected.value.inTime ? words.stopped : words.late}</p>
<p><a class="btn btn-primary" href="${localized(request.locale, path ?? '/')}">${label}</a></p>`,
    });
  });
}

function codePage(reply: FastifyReply, state: FormState): FastifyReply {
  const { locale } = reply.request;
  const { reentry: words, signIn } = identityWords[locale];
  return reply.page({
    title: words.title,
    breadcrumb: [{ label: signIn.title, path: '/sign-in' }, { label: words.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.title}</h1>${summaryOf(locale, state)}<p class="lead">${words.lead}</p>${form(
      reply,
      {
        action: '/re-entry',
        content: html`${textField({
          name: 'code',
          label: words.code,
          hint: words.codeHint,
          value: state.typed['code'],
          problem: state.problems['code'],
          autocomplete: 'off',
          spellcheck: false,
          maxlength: 40,
        })}${submitButton(words.next)}`,
      },
    )}`,
  });
}

function contactsPage(reply: FastifyReply, code: string, state: FormState): FastifyReply {
  const { locale } = reply.request;
  const { reentry: words, account, registration, signIn } = identityWords[locale];
  return reply.page({
    title: words.contactsTitle,
    breadcrumb: [{ label: words.title, path: '/re-entry' }, { label: words.contactsTitle }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.contactsTitle}</h1>${summaryOf(locale, state)}<p class="lead">${words.contactsLead}</p>${form(
      reply,
      {
        action: '/re-entry/contacts',
        content: html`${hidden('code', code)}${textField({
          name: 'email',
          label: account.contact.value.email,
          value: state.typed['email'],
          problem: state.problems['email'],
          type: 'email',
          autocomplete: 'email',
          maxlength: 254,
        })}${textField({
          name: 'mobile',
          label: account.contact.value.mobile,
          value: state.typed['mobile'],
          problem: state.problems['mobile'],
          type: 'tel',
          autocomplete: 'tel',
          maxlength: 40,
        })}${textField({
          name: 'password',
          label: signIn.newPassword.field,
          hint: registration.passwordHint,
          type: 'password',
          problem: state.problems['password'],
          autocomplete: 'new-password',
        })}${submitButton(words.submit)}`,
      },
    )}`,
  });
}
