import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { createApiToken, revokeApiToken } from '../use-cases/api-token.ts';
import { type ApiToken, readApiTokenList } from '../use-cases/read-profile.ts';
import type { IdentityWeb } from './identity-web.ts';
import { emptyForm, type FormState, hasProblems, instantText, summaryOf } from './pieces.ts';
import { identityWords } from './words/words.ts';

const schema = z.object({ label: z.string({ error: 'label' }).trim().min(1, 'label').max(80, 'label') });

/** Tokens for the API: made, listed, taken back. */
export function tokenRoutes(app: FastifyInstance, { deps }: IdentityWeb): void {
  const guarded = { preHandler: citizensOnly };
  const show = async (request: FastifyRequest, reply: FastifyReply, state: FormState, created?: string) =>
    tokenPage(reply, await readApiTokenList(deps, citizenOf(request).accountId), state, created);

  app.get('/account/tokens', guarded, (request, reply) => show(request, reply, emptyForm));

  app.post('/account/tokens', guarded, async (request, reply) => {
    const { tokens: words } = identityWords[request.locale].account;
    const reading = readForm(schema, request.body);
    if (!reading.ok)
      return show(request, reply, { typed: reading.typed, problems: { label: words.labelMissing } });
    const { accountId } = citizenOf(request);
    const created = await createApiToken(deps, { accountId, label: reading.value.label, key: reading.key });
    return created.ok
      ? show(request, reply, emptyForm, created.value.token)
      : show(request, reply, { typed: reading.typed, problems: { label: words.tooMany } });
  });

  app.post<{ Params: { id: string } }>('/account/tokens/:id/revocation', guarded, async (request, reply) => {
    if (!z.uuid().safeParse(request.params.id).success) return reply.notFound();
    const { accountId } = citizenOf(request);
    const revoked = await revokeApiToken(deps, { accountId, id: request.params.id });
    return revoked.ok ? reply.seeOther('/account/tokens') : reply.notFound();
  });
}

function tokenPage(
  reply: FastifyReply,
  tokens: readonly ApiToken[],
  state: FormState,
  created: string | undefined,
): FastifyReply {
  const { locale } = reply.request;
  const { account: mine } = identityWords[locale];
  const words = mine.tokens;
  return reply.page({
    title: words.title,
    section: 'account',
    breadcrumb: [{ label: mine.title, path: '/account' }, { label: words.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.title}</h1>${summaryOf(locale, state)}<p class="lead">${words.lead}</p>
${
  created !== undefined &&
  html`<section role="status" aria-labelledby="created"><h2 id="created">${words.createdTitle}</h2><p>${words.created}</p><p><code>${created}</code></p></section>`
}
${tokens.length === 0 ? html`<p>${words.none}</p>` : tokenTable(reply, tokens)}
${form(reply, {
  action: '/account/tokens',
  content: html`${textField({
    name: 'label',
    label: words.label,
    hint: words.labelHint,
    value: state.typed['label'],
    problem: state.problems['label'],
    maxlength: 80,
  })}${submitButton(words.create)}`,
})}`,
  });
}

function tokenTable(reply: FastifyReply, tokens: readonly ApiToken[]): Html {
  const { locale } = reply.request;
  const { tokens: words } = identityWords[locale].account;
  return html`<div class="table-responsive"><table class="table"><thead><tr><th scope="col">${words.columns.label}</th><th scope="col">${words.columns.created}</th><th scope="col">${words.columns.used}</th><th scope="col">${words.columns.action}</th></tr></thead>
<tbody>${tokens.map(
    (token) => html`<tr><th scope="row">${token.label}</th><td>${instantText(token.createdAt, locale)}</td>
<td>${token.lastUsedAt === null ? words.never : instantText(token.lastUsedAt, locale)}</td>
<td>${form(reply, {
      action: `/account/tokens/${token.id}/revocation`,
      class: 'inline-form',
      content: html`<button type="submit" class="btn btn-outline-primary" aria-label="${words.revokeWhich(token.label)}">${words.revoke}</button>`,
    })}</td></tr>`,
  )}</tbody></table></div>`;
}
