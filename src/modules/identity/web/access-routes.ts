import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { checkboxField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { changePasskey, readPasskeys } from '../use-cases/passkeys.ts';
import { readStrongIdentity } from '../use-cases/read-strong-identity.ts';
import {
  endOneSession,
  type OwnSession,
  readSessions,
  signOutEverywhere,
} from '../use-cases/see-sessions.ts';
import { type IdentityWeb, queryText } from './identity-web.ts';
import { addFromForm, passkeySection } from './passkey-section.ts';
import { emptyForm, type FormState, hasProblems, instantText, momentText, summaryOf } from './pieces.ts';
import { identityWords } from './words/words.ts';

const isId = (raw: string) => z.uuid().safeParse(raw).success;

/** Passkeys, and where the person is signed in. */
export function accessRoutes(app: FastifyInstance, { deps }: IdentityWeb): void {
  const guarded = { preHandler: citizensOnly };
  const base = '/account/access';

  const show = async (request: FastifyRequest, reply: FastifyReply, state: FormState) => {
    const { accountId, sessionId } = citizenOf(request);
    const { locale } = request;
    const { access: words, account, spid: allOfSpid } = identityWords[locale];
    const spid = allOfSpid.connected;
    const passkeys = await readPasskeys(deps, { accountId });
    const sessions = await readSessions(deps, accountId);
    const strong = await readStrongIdentity(deps, accountId);
    const saved = queryText(request, 'saved');
    return reply.page({
      title: words.title,
      section: 'account',
      scripts: ['passkey'],
      breadcrumb: [{ label: account.title, path: '/account' }, { label: words.title }],
      hasProblems: hasProblems(state),
      status: hasProblems(state) ? 422 : 200,
      main: html`<h1>${words.title}</h1>${summaryOf(locale, state)}${
        saved !== '' &&
        html`<p class="notice notice-success" role="status">${saved === 'added' ? words.added : words.saved}</p>`
      }
${passkeySection(reply, {
  passkeys,
  state,
  base,
  ask: '/api/v1/account/passkey-registration-challenges',
  lead: words.passkeysLead,
  without: words.needsScript,
})}
<section aria-labelledby="spid"><h2 id="spid">${spid.title}</h2>${
        strong === undefined
          ? html`<p>${spid.no}</p><p><a class="btn btn-outline-primary" href="${localized(locale, '/sign-in/spid?next=/account/access')}">${spid.connect}</a></p>`
          : html`<p>${spid.yes(instantText(strong.connectedAt, locale))}</p>`
      }</section>
<section aria-labelledby="sessions"><h2 id="sessions">${words.sessionsTitle}</h2><p>${words.sessionsLead}</p>
<ul class="card-list">${sessions.map((each) => sessionLine(reply, each, each.id === sessionId))}</ul></section>
<section aria-labelledby="everywhere"><h2 id="everywhere">${words.everywhereTitle}</h2><p>${words.everywhereLead}</p>
${form(reply, {
  action: `${base}/sign-outs`,
  content: html`${checkboxField({ name: 'forget', label: words.forget, hint: words.forgetHint })}${submitButton(words.signOutEverywhere, 'secondary')}`,
})}</section>`,
    });
  };

  app.get(base, guarded, (request, reply) => show(request, reply, emptyForm));

  app.post(`${base}/passkeys`, guarded, async (request, reply) => {
    const { accountId } = citizenOf(request);
    const added = await addFromForm(deps, request, { accountId });
    return added.ok ? reply.seeOther(`${base}?saved=added`) : show(request, reply, added.state);
  });

  type WithId = { Params: { id: string } };
  app.post<WithId>(`${base}/passkeys/:id/removal`, guarded, async (request, reply) => {
    const { id } = request.params;
    const holder = { accountId: citizenOf(request).accountId };
    const removed = isId(id) && (await changePasskey(deps, { holder, id, to: 'removed' })).ok;
    return removed ? reply.seeOther(`${base}?saved=yes`) : reply.notFound();
  });

  app.post<WithId>(`${base}/passkeys/:id/name`, guarded, async (request, reply) => {
    const { id } = request.params;
    const label = (readForm(z.object({}), request.body).typed['label'] ?? '').trim().slice(0, 80);
    if (label === '') return reply.seeOther(base);
    const holder = { accountId: citizenOf(request).accountId };
    const renamed = isId(id) && (await changePasskey(deps, { holder, id, to: { label } })).ok;
    return renamed ? reply.seeOther(`${base}?saved=yes`) : reply.notFound();
  });

  app.post<WithId>(`${base}/sessions/:id/end`, guarded, async (request, reply) => {
    const { id } = request.params;
    // A session that has ended meanwhile is where the person wants it.
    if (isId(id)) await endOneSession(deps, { accountId: citizenOf(request).accountId, id });
    return reply.seeOther(`${base}?saved=yes`);
  });

  app.post(`${base}/sign-outs`, guarded, async (request, reply) => {
    const { typed } = readForm(z.object({}), request.body);
    await signOutEverywhere(deps, { who: citizenOf(request), forget: typed['forget'] === 'yes' });
    return reply.seeOther(`${base}?saved=yes`);
  });
}

function sessionLine(reply: FastifyReply, session: OwnSession, isThis: boolean): Html {
  const { locale } = reply.request;
  const { access: words } = identityWords[locale];
  const where = words.where(session);
  const entered = momentText(session.createdAt, locale);
  return html`<li class="card-line"><h3>${where}${isThis && html` <span class="state">${words.thisOne}</span>`}</h3>
<p>${words.entered(session.means, entered)} ${words.lastSeen(momentText(session.lastSeenAt, locale))}</p>
${
  !isThis &&
  form(reply, {
    action: `/account/access/sessions/${session.id}/end`,
    class: 'inline-form',
    content: html`<button type="submit" class="btn btn-sm btn-outline-primary" aria-label="${words.signOutWhich(`${where}, ${entered}`)}">${words.signOutOne}</button>`,
  })
}</li>`;
}
