import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { personErrors, protocolErrors } from '#platform/spid/error-codes.ts';
import { readLogoutRequest, writeLogoutResponse } from '#platform/spid/logout.ts';
import type { ServiceProvider } from '#platform/spid/parties.ts';
import { readRedirect } from '#platform/spid/sign.ts';
import { hidden, selectField } from '#platform/web/form/fields.ts';
import { csrfToken, submitButton } from '#platform/web/form/form.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { alsoSubmitTo } from '#platform/web/security-headers.ts';
import { type Asked, decliningAnswer, honestAnswer, type Known, writeAnswer } from './answers.ts';
import { forgeries } from './forgeries.ts';
import { asParty, asPeer, type DemoProvider } from './provider.ts';
import { type ReadRequest, readRequest } from './read-request.ts';
import { demoSpidWords } from './words.ts';

export interface DemoIdentity extends Known {
  /** What is to be seen with this person. */
  readonly shows?: string | undefined;
}

export interface DemoSpid {
  readonly provider: DemoProvider;
  /** The service that this provider knows. */
  readonly party: () => Promise<ServiceProvider>;
  readonly people: (locale: 'it' | 'en') => readonly DemoIdentity[];
  readonly now: () => Temporal.Instant;
}

/** The pages of the test provider: who comes is chosen from a list, and every wrong answer can be given by choice. */
export function demoSpidRoutes({ provider, party, people, now }: DemoSpid): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('onSend', async (_request, reply) => void reply.header('x-robots-tag', 'noindex'));

    app.get('/demo/spid/metadata', async (_request, reply) =>
      reply.type('application/samlmetadata+xml; charset=utf-8').send(await provider.metadata()),
    );

    const ask = async (reply: FastifyReply, sent: Parameters<typeof readRequest>[0]) => {
      const service = await party();
      const read = readRequest(sent, service, provider.signOnUrl);
      return read.ok
        ? loginPage(reply, read.request, people(reply.request.locale))
        : errorPage(reply, read.error);
    };
    app.get('/demo/spid/sso', (request, reply) => ask(reply, { query: queryOf(request) }));
    app.post('/demo/spid/sso', { config: { signedElsewhere: true } }, (request, reply) =>
      ask(reply, { form: readForm(z.object({}), request.body).typed }),
    );

    app.post('/demo/spid/answers', async (request, reply) => {
      const { typed } = readForm(z.object({}), request.body);
      const service = await party();
      const known = people(request.locale);
      const person = known.find((each) => each.taxCode === typed['person']) ?? known[0];
      const victim = known.find((each) => each.taxCode !== person?.taxCode);
      if (person === undefined || victim === undefined) return reply.notFound();
      const asked: Asked = {
        requestId: typed['request'] ?? '',
        issuer: service.entityId,
        consumerUrl: service.consumerUrl,
        providerId: provider.entityId,
        level: ([1, 2, 3] as const).find((each) => String(each) === typed['level']) ?? 2,
        at: now(),
        key: await provider.key(),
      };
      const forgery = forgeries[typed['forgery'] ?? ''];
      const error = Number(typed['error'] ?? '');
      const answer =
        forgery !== undefined
          ? forgery({ asked, person, victim, strangeKey: await provider.strangeKey() })
          : error > 0
            ? writeAnswer(decliningAnswer(asked, error))
            : writeAnswer(honestAnswer(asked, person));
      const words = demoSpidWords[request.locale];
      alsoSubmitTo(reply, service.consumerUrl);
      return page(
        reply,
        words.sending,
        html`<spid-onward><form method="post" action="${service.consumerUrl}">${hidden('SAMLResponse', Buffer.from(answer).toString('base64'))}${hidden('RelayState', typed['relay'] ?? '')}${submitButton(words.goOn)}</form></spid-onward>`,
      );
    });

    app.get('/demo/spid/slo', async (request, reply) => {
      const service = await party();
      const read = readRedirect('SAMLRequest', queryOf(request), [service.key.certificate]);
      const me = await asParty(provider);
      const asked =
        read &&
        readLogoutRequest(
          { xml: read.xml, signedOutside: true },
          { party: me, provider: asPeer(service), now: now() },
        );
      if (asked === undefined) return errorPage(reply, 5);
      const carriage = writeLogoutResponse(me, asPeer(service), {
        inResponseTo: asked.id,
        relayState: read?.relayState,
        ended: true,
        at: now(),
      });
      return carriage?.by === 'link' ? reply.redirect(carriage.url, 303) : errorPage(reply, 5);
    });
  };
}

const queryOf = (request: FastifyRequest): string => request.raw.url?.split(/\?(.*)/s)[1] ?? '';

function page(reply: FastifyReply, title: string, content: Html, status = 200): FastifyReply {
  const words = demoSpidWords[reply.request.locale];
  return reply.page({
    title,
    status,
    scripts: ['spid'],
    main: html`<h1>${title}</h1><p class="notice notice-warning">${words.banner}</p>${content}`,
  });
}

function errorPage(reply: FastifyReply, error: number): FastifyReply {
  const words = demoSpidWords[reply.request.locale];
  return page(reply, words.badRequest, html`<p class="lead">${words.badRequestWhy(error)}</p>`, 422);
}

function loginPage(reply: FastifyReply, request: ReadRequest, people: readonly DemoIdentity[]): FastifyReply {
  const words = demoSpidWords[reply.request.locale];
  const send = (name: string, content: Html) =>
    html`<form method="post" action="/demo/spid/answers" class="form" data-form="${name}">${hidden('_csrf', csrfToken(reply))}${hidden('request', request.id)}${hidden('relay', request.relayState)}${hidden('level', String(request.level))}${content}</form>`;
  const whom = (id: string) =>
    selectField({
      name: 'person',
      id,
      label: words.who,
      choices: people.map((each) => ({ value: each.taxCode, label: `${each.givenName} ${each.familyName}` })),
    });
  return page(
    reply,
    words.title,
    html`<p>${words.level}: ${request.level}.</p><h2>${words.who}</h2>
${send(
  'people',
  html`<ul class="card-list">${people.map(
    (each) =>
      html`<li class="card-line"><p><button type="submit" name="person" value="${each.taxCode}" class="btn btn-outline-primary">${words.enterAs(`${each.givenName} ${each.familyName}`)}</button></p><p><code>${each.taxCode}</code>${each.shows !== undefined && html` – ${each.shows}`}</p></li>`,
  )}</ul>`,
)}
${send('cancel', html`${hidden('error', '25')}${submitButton(words.cancel, 'secondary')}`)}
<h2>${words.errorsTitle}</h2><p>${words.errorsLead}</p>
${send(
  'errors',
  html`${selectField({
    name: 'error',
    label: words.error,
    choices: [...personErrors, ...protocolErrors].map((error) => ({
      value: String(error),
      label: `nr${String(error).padStart(2, '0')}`,
    })),
  })}${submitButton(words.sendError, 'secondary')}`,
)}
<h2>${words.forgeriesTitle}</h2><p>${words.forgeriesLead}</p>
${send(
  'forgeries',
  html`${whom('forged-person')}${selectField({
    name: 'forgery',
    label: words.forgery,
    choices: Object.keys(forgeries).map((each) => ({ value: each, label: each.replaceAll('-', ' ') })),
  })}${submitButton(words.sendForgery, 'secondary')}`,
)}`,
  );
}
