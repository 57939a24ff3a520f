import type { FastifyReply, FastifyRequest } from 'fastify';
import { findOffice, type Office } from '#modules/offices/public.ts';
import { officialOf } from '#platform/web/guards.ts';
import { mayServe } from '#platform/web/who.ts';
import type { Handling, HandlingKind } from '../../use-cases/handle-case-file.ts';

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

export function officeOf(request: FastifyRequest): Office {
  const office = findOffice((request.params as OfficeParams).office);
  if (office === undefined) throw new Error('A route of an office has no guard');
  return office;
}

export function handlingOf(request: FastifyRequest): Handling {
  return { official: officialOf(request), officeId: officeOf(request).id };
}

/** The last part of the address of each handling: a noun to post to. */
export const handlingPaths: Record<HandlingKind, string> = {
  take: 'charge',
  put_back: 'return',
  write: 'messages',
  ask: 'information-requests',
  answer: 'answers',
  correct: 'corrections',
  reject: 'rejection',
};

export function queuePath(officeId: string): string {
  return `/desk/offices/${officeId}/requests`;
}
