import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readForm } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { type Brought, type ProviderLogout, receiveLogout } from '../use-cases/log-out-of-spid.ts';
import type { IdentityWeb } from './identity-web.ts';
import { carriageButton } from './spid-button.ts';
import { identityWords } from './words/words.ts';

/** Single logout (uscita unica): a provider asks for it, or answers ours; by a form or in an address. */
export function spidLogoutRoutes(app: FastifyInstance, { deps, limited }: IdentityWeb): void {
  const hear = async (request: FastifyRequest, reply: FastifyReply, brought: Brought | undefined) => {
    const words = identityWords[request.locale].spid.signedOut;
    const outcome = brought && (await receiveLogout(deps, brought));
    reply.header('cache-control', 'no-store');
    if (outcome === undefined || !outcome.ok) return endPage(reply, html`<p>${words.notBelieved}</p>`, 422);
    if (outcome.value.kind === 'answered') {
      return endPage(
        reply,
        html`<p class="lead">${outcome.value.complete ? words.complete : words.partial}</p>`,
      );
    }
    const { carriage } = outcome.value;
    if (carriage.by === 'link') return reply.redirect(carriage.url, 303);
    return endPage(reply, carriageButton(reply, carriage, words.home, { byItself: true }));
  };

  app.get('/spid/slo', { config: limited }, (request, reply) => {
    const query = request.raw.url?.split(/\?(.*)/s)[1] ?? '';
    const kind = /(?:^|&)SAMLRequest=/.test(query) ? 'SAMLRequest' : 'SAMLResponse';
    return hear(request, reply, { by: 'link', query, kind });
  });

  app.post('/spid/slo', { config: { ...limited, signedElsewhere: true } }, (request, reply) => {
    const { typed } = readForm(z.object({}), request.body);
    const { SAMLRequest: asked, SAMLResponse: answered, RelayState: relayState } = typed;
    const message =
      asked !== undefined ? { request: asked } : answered !== undefined ? { response: answered } : undefined;
    return hear(
      request,
      reply,
      message && { by: 'form', ...message, ...(relayState === undefined ? {} : { relayState }) },
    );
  });
}

/** The session here is over; the one at the provider ends with a button. */
export function signedOutPage(reply: FastifyReply, { provider, carriage }: ProviderLogout): FastifyReply {
  const words = identityWords[reply.request.locale].spid.signedOut;
  return endPage(
    reply,
    html`<p class="lead">${words.lead}</p><p>${words.there(provider.name)}</p>${carriageButton(reply, carriage, words.button(provider.name), { byItself: false })}`,
  );
}

function endPage(reply: FastifyReply, content: Html, status = 200): FastifyReply {
  const { locale } = reply.request;
  const words = identityWords[locale].spid.signedOut;
  return reply.page({
    status,
    title: words.title,
    scripts: ['spid'],
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.title}</h1>${content}<p><a href="${localized(locale, '/')}">${words.home}</a></p>`,
  });
}
