import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Device, readDevice } from '#platform/credentials/device-cookie.ts';
import type { HashingCost } from '#platform/credentials/passwords.ts';
import type { Keys } from '#platform/keys.ts';
import type { Html } from '#platform/web/html.ts';
import { type Place, placeOf } from '../domain/browser.ts';
import type { RegistryMatch } from '../domain/registry-match.ts';
import type { Residence } from '../domain/residence.ts';
import type { MoveEffect } from '../use-cases/identity-deps.ts';
import type { Spid, SpidDeps } from '../use-cases/spid-deps.ts';
import { cookieNames } from './identify.ts';

/** What a sign-in costs and how long it takes. */
export interface SignInCost {
  readonly hashing?: HashingCost;
  /** When sign-in, registration and recovery answer, whatever they found: their duration tells nothing. */
  readonly answerAfterMs?: number;
  /** Sign-ins and registrations from one network address within ten minutes. */
  readonly triesPerAddress?: number;
}

/** Looks for the registry record of a tax code, and remembers with which record an account was matched. */
export type MatchPerson = (person: {
  readonly accountId: string;
  readonly taxCode: string;
}) => Promise<RegistryMatch>;

export interface IdentityOptions extends SignInCost {
  readonly residence: Residence;
  /** SPID: this service, and the identity providers. */
  readonly spid: Spid;
  /** The registry's answer to a digital identity; where no registry is there, nobody is matched. */
  readonly matchPerson?: MatchPerson;
  /** What other modules do when a person moves to another office. */
  readonly moves?: readonly MoveEffect[];
  /** What other modules show on a person's own page. */
  readonly sections?: readonly ((request: FastifyRequest, reply: FastifyReply) => Promise<Html>)[];
}

/** What the pages of this module share. */
export interface IdentityWeb {
  readonly deps: SpidDeps;
  readonly matchPerson: MatchPerson | undefined;
  readonly cookies: Cookies;
  readonly sections: NonNullable<IdentityOptions['sections']>;
  /** Limits one address on the doors that strangers knock at. */
  readonly limited: { readonly rateLimit: { readonly max: number; readonly timeWindow: string } };
  /** Waits until the set time after the start of a request has come. */
  untilAnswer(startedAt: number): Promise<void>;
}

export function answerAfter(milliseconds: number) {
  return async (startedAt: number): Promise<void> => {
    const rest = () => startedAt + milliseconds - performance.now();
    // Timers may fire a little early, and early tells as much as late.
    while (rest() > 0) await pause(Math.ceil(rest()));
  };
}

/** The cookies of people and browsers. */
export interface Cookies {
  readDevice(request: FastifyRequest): Device | undefined;
  keepDevice(reply: FastifyReply, value: string): void;
  openSession(reply: FastifyReply, token: string): void;
  openDeskSession(reply: FastifyReply, token: string): void;
  sessionTokens(request: FastifyRequest): string[];
  citizenToken(request: FastifyRequest): string | undefined;
  deskToken(request: FastifyRequest): string | undefined;
  closeSessions(reply: FastifyReply): void;
  /** By which a browser shows that it asked an identity provider. */
  keepSpid(reply: FastifyReply, token: string): void;
  readSpid(request: FastifyRequest): string | undefined;
  keepRegistration(reply: FastifyReply, accountId: string): void;
  readRegistration(request: FastifyRequest): string | undefined;
}

export function makeCookies(publicUrl: string, keys: Keys): Cookies {
  const names = cookieNames(publicUrl);
  const lax = { path: '/', httpOnly: true, secure: names.secure, sameSite: 'lax' } as const;
  const strict = { ...lax, sameSite: 'strict' } as const;
  return {
    readDevice: (request) => readDevice(request.cookies[names.device]),
    keepDevice: (reply, value) =>
      void reply.setCookie(names.device, value, { ...lax, maxAge: 365 * 24 * 3600 }),
    openSession: (reply, token) => void reply.setCookie(names.citizen, token, lax),
    openDeskSession: (reply, token) => void reply.setCookie(names.official, token, strict),
    sessionTokens: (request) =>
      [request.cookies[names.citizen], request.cookies[names.official]].filter((each) => each !== undefined),
    citizenToken: (request) => request.cookies[names.citizen],
    deskToken: (request) => request.cookies[names.official],
    keepSpid: (reply, token) => void reply.setCookie(names.spid, token, { ...lax, maxAge: 3600 }),
    readSpid: (request) => {
      const token = request.cookies[names.spid];
      return token !== undefined && /^[\w-]{32}$/.test(token) ? token : undefined;
    },
    closeSessions: (reply) =>
      void reply
        .clearCookie(names.citizen, lax)
        .clearCookie(names.official, strict)
        .clearCookie(names.registration, lax),
    keepRegistration: (reply, accountId) =>
      void reply.setCookie(
        names.registration,
        `${accountId}.${keys.hash('registration-cookie', accountId)}`,
        {
          ...lax,
          maxAge: 7 * 24 * 3600,
        },
      ),
    readRegistration(request) {
      const [accountId, proof] = (request.cookies[names.registration] ?? '').split('.');
      return accountId && proof && keys.matches('registration-cookie', accountId, proof)
        ? accountId
        : undefined;
    },
  };
}

/** A path of this site to go on to, or nothing: never another site. */
export function safePath(raw: unknown): string | undefined {
  return typeof raw === 'string' && /^\/(?![/\\])[\w\-./?=&%]{0,500}$/.test(raw) ? raw : undefined;
}

/** A value of the query as text. */
export function queryText(request: FastifyRequest, name: string): string {
  const value = (request.query as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value.replaceAll('\0', '').slice(0, 500) : '';
}

/** Where a request comes from, as a session remembers it. */
export function placeIn(request: FastifyRequest): Place {
  return placeOf(request.headers['user-agent']);
}
