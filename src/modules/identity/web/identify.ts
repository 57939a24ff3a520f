import type { FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { cookieName } from '#platform/web/server.ts';
import type { Who } from '#platform/web/who.ts';
import { apiTokenPrefix } from '../domain/session.ts';
import { makeWhoReader } from '../use-cases/read-who.ts';

/** Names of the cookies; citizens and officials have sessions of their own in the same browser. */
export function cookieNames(publicUrl: string) {
  const secure = publicUrl.startsWith('https:');
  return {
    secure,
    citizen: cookieName(secure, 'session'),
    official: cookieName(secure, 'desk'),
    device: cookieName(secure, 'device'),
    registration: cookieName(secure, 'registration'),
    spid: cookieName(secure, 'spid'),
  };
}

const visitor: Who = { kind: 'visitor' };
/** Where nobody is asked for: files and health. */
const nobodysPath = /^\/(assets|status|ready|metrics)(\/|\?|$)/;
const deskPath = /^\/(api\/v1\/)?desk(\/|\?|$)/;

/** Tells who sends a request, by session cookie or API token. */
export function identify(deps: Deps): (request: FastifyRequest) => Promise<Who> {
  const names = cookieNames(deps.publicUrl);
  const reader = makeWhoReader(deps);
  return async (request) => {
    if (nobodysPath.test(request.url)) return visitor;
    const bearer = /^Bearer (\S{1,100})$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined && request.url.startsWith('/api/')) {
      return bearer.startsWith(apiTokenPrefix) ? reader.byApiToken(bearer) : visitor;
    }
    const cookies = [request.cookies[names.citizen], request.cookies[names.official]];
    if (deskPath.test(request.url)) cookies.reverse();
    for (const cookie of cookies) {
      if (cookie === undefined || cookie.length > 100) continue;
      const who = await reader.bySession(cookie);
      if (who.kind !== 'visitor') return who;
    }
    return visitor;
  };
}
