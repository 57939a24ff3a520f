import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Busy } from '../busy.ts';
import { CommitUnknown, DatabaseAway } from '../database/database.ts';
import { loggedFault } from '../database/logged-fault.ts';
import { hidden } from './form/fields.ts';
import { csrfToken, submitButton } from './form/form.ts';
import { typedIn } from './form/read-form.ts';
import type { Entrance, FirstStep } from './guards.ts';
import { type Html, html } from './html.ts';
import { localized } from './page.ts';
import { isApi, sendProblem } from './problem.ts';
import { webWords } from './words/words.ts';

/** What is never put back into a page. */
const secret = /password|code|^_csrf$/i;

interface Fault {
  readonly status: number;
  readonly code: string;
  readonly words: 'fault' | 'away' | 'tooMany' | 'tooLarge' | 'unreadable';
  readonly retryAfter?: number;
}

function faultOf(error: FastifyError): Fault {
  if (error instanceof Busy) {
    return { status: 503, code: 'try_again', words: 'away', retryAfter: error.retryAfterSeconds };
  }
  if (
    error instanceof DatabaseAway ||
    error instanceof CommitUnknown ||
    error.code === 'FST_UNDER_PRESSURE'
  ) {
    return { status: 503, code: 'try_again', words: 'away', retryAfter: 3 };
  }
  if (error.statusCode === 429) return { status: 429, code: 'too_many_requests', words: 'tooMany' };
  if (error.statusCode === 413) return { status: 413, code: 'too_large', words: 'tooLarge' };
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return { status: error.statusCode, code: 'unreadable', words: 'unreadable' };
  }
  return { status: 500, code: 'fault', words: 'fault' };
}

/** Every error has an answer in the reader's language, and a code in the API. */
export function registerFaults(app: FastifyInstance): void {
  app.decorateReply('notFound', function (this: FastifyReply) {
    return notFound(this.request, this);
  });
  app.decorateReply('askToSignIn', function (this: FastifyReply, entrance: Entrance) {
    return askToSignIn(this.request, this, entrance);
  });
  app.decorateReply(
    'askFirst',
    function (this: FastifyReply, { status, title, why, label, path }: FirstStep) {
      return this.page({
        status,
        title,
        main: html`<h1>${title}</h1><p class="lead">${why}</p>
      <p><a href="${localized(this.request.locale, path)}" target="_blank" rel="noopener">${label}</a></p>${sameForm(this.request, this)}`,
      });
    },
  );
  // Guessing addresses counts like any request.
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => notFound(request, reply));

  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error.code?.startsWith('FST_CSRF')) return sendAgain(request, reply);
    if (error.validation !== undefined && isApi(request.url)) {
      return sendProblem(reply, {
        status: 422,
        code: 'invalid_request',
        title: 'The request does not fit the schema',
        errors: error.validation.map((each) => ({
          pointer: each.instancePath,
          code: each.keyword,
          ...(each.message === undefined ? {} : { detail: each.message }),
        })),
      });
    }
    const fault = faultOf(error);
    if (fault.status >= 500) request.log.error({ err: loggedFault(error) }, 'fault');
    if (fault.retryAfter !== undefined) reply.header('retry-after', fault.retryAfter);
    const words = webWords[request.locale].problems;
    const title = words[`${fault.words}Title`];
    if (isApi(request.url))
      return sendProblem(reply, {
        status: fault.status,
        code: fault.code,
        title,
        detail: words[fault.words],
      });
    return reply.page({
      status: fault.status,
      title,
      main: html`<h1>${title}</h1><p class="lead">${words[fault.words]}${fault.status === 500 && html` <code>${request.id}</code>`}</p>`,
    });
  });
}

function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const words = webWords[request.locale].problems;
  if (isApi(request.url)) {
    return sendProblem(reply, {
      status: 404,
      code: 'not_found',
      title: words.notFoundTitle,
      detail: words.notFound,
    });
  }
  return reply.page({
    status: 404,
    title: words.notFoundTitle,
    main: html`<h1>${words.notFoundTitle}</h1><p class="lead">${words.notFound}</p>
      <p><a class="btn btn-primary" href="${localized(request.locale, '/')}">${words.home}</a></p>`,
  });
}

/** The posted fields again, in a form with a new token. */
function sameForm(request: FastifyRequest, reply: FastifyReply): Html {
  const words = webWords[request.locale].problems;
  const typed = Object.entries(typedIn(request.body));
  if (typed.some(([name]) => secret.test(name) && name !== '_csrf')) {
    return html`<p>${words.passwordAgain}</p><p><a class="btn btn-primary" href="${localized(request.locale, request.pagePath)}">${words.passwordAgainLink}</a></p>`;
  }
  return html`<form method="post" action="${localized(request.locale, request.pagePath)}">${hidden('_csrf', csrfToken(reply))}${typed
    .filter(([name]) => !secret.test(name))
    .map(([name, value]) => hidden(name, value))}${submitButton(words.sendAgainButton)}</form>`;
}

function sendAgain(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const words = webWords[request.locale].problems;
  if (isApi(request.url)) {
    return sendProblem(reply, { status: 403, code: 'csrf', title: words.sendAgainTitle });
  }
  return reply.page({
    status: 403,
    title: words.sendAgainTitle,
    main: html`<h1>${words.sendAgainTitle}</h1><p class="lead">${words.sendAgain}</p>${sameForm(request, reply)}`,
  });
}

function askToSignIn(request: FastifyRequest, reply: FastifyReply, entrance: Entrance): FastifyReply {
  const words = webWords[request.locale].problems;
  const strong = typeof entrance === 'object';
  const title = strong ? words.strongSignInTitle : words.signInAgainTitle;
  if (isApi(request.url)) {
    const code = strong ? 'strong_sign_in_required' : 'sign_in_required';
    return sendProblem(reply, { status: strong && request.who.kind === 'citizen' ? 403 : 401, code, title });
  }
  const entrancePath =
    typeof entrance === 'object'
      ? `/sign-in/spid?next=${encodeURIComponent(request.method === 'GET' ? request.pagePath : '/account')}&for=${entrance.strongFor}`
      : entrance === 'official'
        ? '/desk/sign-in'
        : '/sign-in';
  if (request.method === 'GET') {
    const next = strong ? '' : `?next=${encodeURIComponent(request.pagePath)}`;
    return reply.redirect(localized(request.locale, `${entrancePath}${next}`), 303);
  }
  return reply.askFirst({
    status: 401,
    title,
    why: strong ? words.strongSignIn : words.signInAgain,
    label: strong ? words.strongSignInLink : words.signInAgainLink,
    path: entrancePath,
  });
}
