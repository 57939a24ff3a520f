import type { FastifyReply } from 'fastify';
import { radioField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { contactKinds } from '../domain/account.ts';
import { maskContact } from '../domain/contact.ts';
import type { CodeOnItsWay } from '../use-cases/read-profile.ts';
import { type FormState, hasProblems, summaryOf } from './pieces.ts';
import { identityWords } from './words/words.ts';

/** Where the first code is typed, and sent again. */
export function codePage(
  reply: FastifyReply,
  state: FormState,
  { code, notice }: { code: CodeOnItsWay | undefined; notice?: string | undefined },
): FastifyReply {
  const { locale } = reply.request;
  const words = identityWords[locale].registration;
  const sentTo =
    code === undefined
      ? words.code.ready
      : words.code.sentTo(maskContact({ kind: code.contactKind, value: code.contactValue }));
  return reply.page({
    title: words.code.title,
    breadcrumb: [{ label: words.title, path: '/register' }, { label: words.code.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.code.title}</h1>${summaryOf(locale, state)}${notice && html`<p role="status">${notice}</p>`}
<p class="lead">${sentTo}</p>
${form(reply, {
  action: '/register/activation',
  content: html`${textField({
    name: 'code',
    label: words.code.field,
    hint: words.code.fieldHint,
    problem: state.problems['code'],
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    width: 'code',
    maxlength: 12,
  })}${submitButton(words.code.submit)}`,
})}
<h2>${words.code.notArrivedTitle}</h2><p>${words.code.junk}</p>
${form(reply, {
  action: '/register/codes',
  content: html`${radioField({
    name: 'to',
    label: words.code.to,
    value: state.typed['to'] ?? code?.contactKind ?? 'email',
    problem: state.problems['to'],
    choices: contactKinds.map((value) => ({ value, label: words.codeToChoice[value] })),
  })}${submitButton(words.code.again, 'secondary')}`,
})}`,
  });
}

/** The same for those whose account is active now and for those who were blocked. */
export function codeReceivedPage(reply: FastifyReply): FastifyReply {
  const { locale } = reply.request;
  const words = identityWords[locale].registration;
  return reply.page({
    title: words.done.title,
    breadcrumb: [{ label: words.title, path: '/register' }, { label: words.done.title }],
    main: html`<h1>${words.done.title}</h1><p class="lead">${words.done.lead}</p>
<p><a class="btn btn-primary" href="${localized(locale, '/sign-in')}">${words.done.signIn}</a></p>`,
  });
}
