import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readForm } from '#platform/web/form/read-form.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { html } from '#platform/web/html.ts';
import { changePasskey, readPasskeys } from '../use-cases/passkeys.ts';
import { type IdentityWeb, queryText } from './identity-web.ts';
import { addFromForm, passkeySection } from './passkey-section.ts';
import { emptyForm, type FormState, hasProblems, summaryOf } from './pieces.ts';
import { identityWords } from './words/words.ts';

/** The passkeys of an official, each of which can stand in for the app's code. */
export function deskAccessRoutes(app: FastifyInstance, { deps }: IdentityWeb): void {
  const guarded = { preHandler: officialsOnly };
  const base = '/desk/access';
  const holderOf = (request: FastifyRequest) => ({ officialId: officialOf(request).officialId });

  const show = async (request: FastifyRequest, reply: FastifyReply, state: FormState) => {
    const { locale } = request;
    const { access: words } = identityWords[locale];
    return reply.page({
      title: words.officialTitle,
      section: 'desk',
      scripts: ['passkey'],
      breadcrumb: [{ label: words.officialTitle }],
      hasProblems: hasProblems(state),
      status: hasProblems(state) ? 422 : 200,
      main: html`<h1>${words.officialTitle}</h1>${summaryOf(locale, state)}${
        queryText(request, 'saved') !== '' &&
        html`<p class="notice notice-success" role="status">${words.saved}</p>`
      }
${passkeySection(reply, {
  passkeys: await readPasskeys(deps, holderOf(request)),
  state,
  base,
  ask: '/api/v1/desk/passkey-registration-challenges',
  lead: words.officialLead,
  without: words.needsScriptDesk,
})}`,
    });
  };

  app.get(base, guarded, (request, reply) => show(request, reply, emptyForm));

  app.post(`${base}/passkeys`, guarded, async (request, reply) => {
    const added = await addFromForm(deps, request, holderOf(request));
    return added.ok ? reply.seeOther(`${base}?saved=yes`) : show(request, reply, added.state);
  });

  for (const path of ['removal', 'name'] as const) {
    app.post<{ Params: { id: string } }>(`${base}/passkeys/:id/${path}`, guarded, async (request, reply) => {
      const { id } = request.params;
      const label = (readForm(z.object({}), request.body).typed['label'] ?? '').trim().slice(0, 80);
      if (path === 'name' && label === '') return reply.seeOther(base);
      if (!z.uuid().safeParse(id).success) return reply.notFound();
      const to = path === 'removal' ? 'removed' : { label };
      const changed = await changePasskey(deps, { holder: holderOf(request), id, to });
      return changed.ok ? reply.seeOther(`${base}?saved=yes`) : reply.notFound();
    });
  }
}
