import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { writeMetadata } from '#platform/spid/sp-metadata.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { askSpid } from '../use-cases/ask-spid.ts';
import { enterBySpid } from '../use-cases/enter-by-spid.ts';
import { receiveSpidAnswer } from '../use-cases/receive-spid-answer.ts';
import { type IdentityWeb, queryText, safePath } from './identity-web.ts';
import { arrivingWith, comeIn, failedPage } from './spid-arrival.ts';
import { carriageButton, providerList } from './spid-button.ts';
import { firstTimePage } from './spid-first-time.ts';
import { strongReasons } from './strong-reason.ts';
import { identityWords } from './words/words.ts';

/** Sign-in by SPID (accesso con identità digitale): the question, the answer, the way in. */
export function spidRoutes(app: FastifyInstance, web: IdentityWeb): void {
  const { deps, cookies, limited } = web;

  app.get('/spid/metadata', async (_request, reply) =>
    reply.type('application/samlmetadata+xml; charset=utf-8').send(writeMetadata(await deps.spid.party())),
  );

  const chooseProvider = async (
    reply: FastifyReply,
    { next, reason, problem }: { next: string | undefined; reason?: string; problem?: string },
  ) => {
    const words = identityWords[reply.request.locale].spid;
    const known = strongReasons.find((each) => each === reason);
    return reply.page({
      title: words.title,
      status: problem === undefined ? 200 : 422,
      hasProblems: problem !== undefined,
      breadcrumb: [{ label: words.title }],
      main: html`<h1>${words.title}</h1>${problem !== undefined && html`<p class="notice notice-warning" role="alert">${problem}</p>`}
${known !== undefined && html`<p class="lead">${words.reasons[known]}</p>`}<p>${words.lead}</p><p>${words.whatFor} ${words.level}</p>
<h2>${words.choose}</h2>${await providerList(reply, web, next)}`,
    });
  };

  app.get('/sign-in/spid', (request, reply) =>
    chooseProvider(reply, {
      next: safePath(queryText(request, 'next')),
      reason: queryText(request, 'for'),
    }),
  );

  app.post('/sign-in/spid', { config: limited }, async (request, reply) => {
    const words = identityWords[request.locale].spid;
    const { typed } = readForm(z.object({}), request.body);
    const next = safePath(typed['next']);
    const asked = await askSpid(deps, {
      providerId: typed['provider'] ?? '',
      locale: request.locale,
      nextPath: next,
      browserToken: cookies.readSpid(request),
    });
    if (!asked.ok) return chooseProvider(reply, { next, problem: words.noSuchProvider });
    const { provider, carriage, browserToken } = asked.value;
    cookies.keepSpid(reply, browserToken);
    return reply.page({
      title: words.onward.title(provider.name),
      scripts: ['spid'],
      breadcrumb: [{ label: words.title, path: '/sign-in/spid' }, { label: provider.name }],
      main: html`<h1>${words.onward.title(provider.name)}</h1><p class="lead">${words.onward.lead(provider.name)}</p>
${carriageButton(reply, carriage, words.onward.button(provider.name), { byItself: true })}`,
    });
  });

  app.post('/spid/acs', { config: { ...limited, signedElsewhere: true } }, async (request, reply) => {
    const { typed } = readForm(z.object({}), request.body);
    const received = await receiveSpidAnswer(deps, {
      message: typed['SAMLResponse'] ?? '',
      relayState: typed['RelayState'] ?? '',
    });
    if (!received.ok) return failedPage(reply, received.refusal);
    // The cookies of this browser come with the next request: a post from another site brings none.
    const { arrival, locale } = received.value;
    return reply.redirect(localized(locale, `/sign-in/spid/arrival?code=${arrival}`), 303);
  });

  app.get('/sign-in/spid/arrival', async (request, reply) => {
    const arrival = queryText(request, 'code');
    const entered = await enterBySpid(deps, {
      ...arrivingWith(request, web, arrival),
      openAccountId: request.who.kind === 'citizen' ? request.who.accountId : undefined,
    });
    reply.header('cache-control', 'no-store');
    if (!entered.ok) return failedPage(reply, entered.refusal);
    if (entered.value.kind === 'first_time') {
      return firstTimePage(reply, { arrival, first: entered.value, typed: {}, problems: {} });
    }
    return comeIn(request, reply, web, entered.value);
  });
}
