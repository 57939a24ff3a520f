import type { FastifyReply, FastifyRequest } from 'fastify';
import { findOffice, type Office } from '#modules/offices/public.ts';
import { typedIn } from '#platform/web/form/read-form.ts';
import { officialOf } from '#platform/web/guards.ts';
import { actorOf, mayAdminister, mayServe, principalOf } from '#platform/web/who.ts';
import type { Serving } from '../../use-cases/serve-day.ts';
import type { SettingUp } from '../../use-cases/set-up-agenda.ts';

export interface OfficeParams {
  readonly office: string;
}

/** Lets those pass who serve the office of the address; for all others there is nothing here. */
export async function officeOnly(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const { office } = request.params as OfficeParams;
  return findOffice(office) !== undefined && mayServe(request.who, office) ? undefined : reply.notFound();
}

/** Lets those pass who set up the office of the address. */
export async function administratorsOnly(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const { office } = request.params as OfficeParams;
  return findOffice(office) !== undefined && mayAdminister(request.who, office)
    ? undefined
    : reply.notFound();
}

export function officeOf(request: FastifyRequest): Office {
  const office = findOffice((request.params as OfficeParams).office);
  if (office === undefined) throw new Error('A route of an office has no guard');
  return office;
}

export function servingOf(request: FastifyRequest): Serving {
  const official = officialOf(request);
  return { as: principalOf(official), actor: actorOf(official), officeId: officeOf(request).id };
}

/** The key of a posted form. */
export function keyOf(request: FastifyRequest): string {
  const key = typedIn(request.body)['_key'] ?? '';
  return /^[\w-]{8,200}$/.test(key) ? key : crypto.randomUUID();
}

export function settingUpOf(request: FastifyRequest): SettingUp {
  return { ...servingOf(request), key: keyOf(request) };
}
