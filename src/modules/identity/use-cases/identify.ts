import type { FastifyRequest } from 'fastify';
import { joinCalls } from '#platform/batch/in-turns.ts';
import type { Deps } from '#platform/deps.ts';
import { cookieName } from '#platform/web/server.ts';
import type { Who } from '#platform/web/who.ts';
import { apiTokenPrefix, tokenHash } from '../credentials/tokens.ts';
import { readApiTokens } from '../store/api-tokens.ts';
import { readSessions, type SessionRow } from '../store/sessions.ts';
import { asIdentity } from './identity-deps.ts';

/** Names of the cookies; citizens and officials have sessions of their own in the same browser. */
export function cookieNames(publicUrl: string) {
  const secure = publicUrl.startsWith('https:');
  return {
    secure,
    citizen: cookieName(secure, 'session'),
    official: cookieName(secure, 'desk'),
    device: cookieName(secure, 'device'),
    registration: cookieName(secure, 'registration'),
  };
}

const visitor: Who = { kind: 'visitor' };
/** Where nobody is asked for: files and health. */
const nobodysPath = /^\/(assets|status|ready|metrics)(\/|\?|$)/;
const deskPath = /^\/(api\/v1\/)?desk(\/|\?|$)/;

/** Tells who sends a request, by session cookie or API token; requests of one turn are looked up together. */
export function identify({ db, now, publicUrl }: Deps): (request: FastifyRequest) => Promise<Who> {
  const names = cookieNames(publicUrl);
  const findSession = joinCalls(async (tokens: readonly string[]) => {
    const hashes = tokens.map(tokenHash);
    const rows = await db.transaction(asIdentity, (tx) => readSessions(tx, hashes, now()));
    const byHash = new Map(rows.map((row) => [row.hash, row]));
    return hashes.map((hash) => whoseSession(byHash.get(hash.toString('hex'))));
  });
  const findTokenHolder = joinCalls(async (tokens: readonly string[]) => {
    const hashes = tokens.map(tokenHash);
    const rows = await db.transaction(asIdentity, (tx) => readApiTokens(tx, hashes, now()));
    const byHash = new Map(rows.map((row) => [row.hash, row]));
    return hashes.map((hash): Who => {
      const row = byHash.get(hash.toString('hex'));
      if (row === undefined) return visitor;
      const { id, account_id: accountId, office_id: officeId } = row;
      const name = `${row.given_name} ${row.family_name}`;
      return { kind: 'citizen', accountId, sessionId: id, name, officeId, active: true };
    });
  });

  return async (request) => {
    if (nobodysPath.test(request.url)) return visitor;
    const bearer = /^Bearer (\S{1,100})$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined && request.url.startsWith('/api/')) {
      return bearer.startsWith(apiTokenPrefix) ? findTokenHolder(bearer) : visitor;
    }
    const cookies = [request.cookies[names.citizen], request.cookies[names.official]];
    if (deskPath.test(request.url)) cookies.reverse();
    for (const cookie of cookies) {
      if (cookie === undefined || cookie.length > 100) continue;
      const who = await findSession(cookie);
      if (who.kind !== 'visitor') return who;
    }
    return visitor;
  };
}

function whoseSession(row: SessionRow | undefined): Who {
  if (row === undefined) return visitor;
  const name = `${row.given_name} ${row.family_name}`;
  if (row.account_id !== null) {
    return {
      kind: 'citizen',
      accountId: row.account_id,
      sessionId: row.id,
      name,
      officeId: row.office_id,
      active: row.account_state === 'active',
    };
  }
  if (row.official_id === null) return visitor;
  return {
    kind: 'official',
    officialId: row.official_id,
    sessionId: row.id,
    name,
    ministry: row.ministry === true,
    roles: row.roles ?? [],
  };
}
