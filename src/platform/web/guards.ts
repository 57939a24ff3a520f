import type { FastifyReply, FastifyRequest } from 'fastify';
import { localized } from './page.ts';
import { isApi, sendProblem } from './problem.ts';
import type { Citizen, Official } from './who.ts';

/** What has to be done before a form can be sent, and where. */
export interface FirstStep {
  readonly status: 401 | 403 | 409;
  readonly title: string;
  readonly why: string;
  readonly label: string;
  /** Path without the language. */
  readonly path: string;
}

/** Where somebody signs in; with a digital identity, and for what it is needed there. */
export type Entrance = 'citizen' | 'official' | { readonly strongFor: string };

declare module 'fastify' {
  interface FastifyReply {
    /** Asks for a sign-in; what was typed into a form stays on the page. */
    askToSignIn(entrance: Entrance): FastifyReply;
    /** Asks for something to be done in another tab first; what was typed into a form stays on the page. */
    askFirst(step: FirstStep): FastifyReply;
    /** Says that there is nothing here (for this person), never whether there is something for others. */
    notFound(): FastifyReply;
  }
}

/** Lets only signed-in citizens with an active account pass. */
export async function citizensOnly(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (request.who.kind !== 'citizen') return reply.askToSignIn('citizen');
  if (request.who.active) return undefined;
  if (isApi(request.url)) {
    return sendProblem(reply, {
      status: 403,
      code: 'account_not_active',
      title: 'The account is not active yet',
    });
  }
  return reply.redirect(localized(request.locale, '/account/activation'), 303);
}

/** Lets only citizens pass who signed in with a digital identity of at least this level; others learn for what. */
export function strongOnly(strongFor: string, level: 2 | 3 = 2) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const { who } = request;
    if (who.kind !== 'citizen') return reply.askToSignIn({ strongFor });
    if (!who.active) return citizensOnly(request, reply);
    if (who.signedInWith === 'spid' && who.level >= level) return undefined;
    return reply.askToSignIn({ strongFor });
  };
}

/** Lets only signed-in officials pass; which office, the use case asks. */
export async function officialsOnly(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  return request.who.kind === 'official' ? undefined : reply.askToSignIn('official');
}

export function citizenOf(request: FastifyRequest): Citizen {
  if (request.who.kind !== 'citizen') throw new Error('A route for citizens has no guard');
  return request.who;
}

export function officialOf(request: FastifyRequest): Official {
  if (request.who.kind !== 'official') throw new Error('A route for officials has no guard');
  return request.who;
}
