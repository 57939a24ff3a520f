import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CivilDate } from '#kernel/civil-date.ts';
import { findOffice, type Office } from '#modules/offices/public.ts';
import { officialOf } from '#platform/web/guards.ts';
import { mayServe, principalOf } from '#platform/web/who.ts';
import type { AtTheTill } from '../use-cases/at-the-till.ts';

export interface OfficeParams {
  readonly office: string;
}

/** Lets those pass who serve the office of the address; for all others there is nothing here. */
export async function tillOnly(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const officeId = officeIdOf(request);
  return findOffice(officeId) !== undefined && mayServe(request.who, officeId) ? undefined : reply.notFound();
}

function officeIdOf(request: FastifyRequest): string {
  const { office, office_id: officeId } = request.params as { office?: string; office_id?: string };
  return office ?? officeId ?? '';
}

export function tillPath(officeId: string, day: CivilDate): string {
  return `/desk/offices/${officeId}/till/${day}`;
}

export function officeOf(request: FastifyRequest): Office {
  const office = findOffice(officeIdOf(request));
  if (office === undefined) throw new Error('A route of an office has no guard');
  return office;
}

export function tillOf(request: FastifyRequest): AtTheTill {
  const official = officialOf(request);
  return {
    as: principalOf(official),
    actor: { kind: 'official', id: official.officialId },
    officeId: officeOf(request).id,
  };
}
