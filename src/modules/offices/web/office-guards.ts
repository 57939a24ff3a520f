import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Principal } from '#platform/database/principal.ts';
import { officialOf } from '#platform/web/guards.ts';
import { mayAdminister, mayServe, principalOf } from '#platform/web/who.ts';
import { findOffice } from '../domain/network.ts';

/** The office in the address of an operation of the desk. */
export const officeParams = z.strictObject({ office_id: z.string().max(80) });

function officeIdOf(request: FastifyRequest): string {
  return (request.params as z.output<typeof officeParams>).office_id;
}

/** Lets those pass who serve the office of the address; for all others there is nothing here. */
export async function servedOfficeOnly(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const officeId = officeIdOf(request);
  return findOffice(officeId) !== undefined && mayServe(request.who, officeId) ? undefined : reply.notFound();
}

/** Lets those pass who set up the office of the address; for all others there is nothing here. */
export async function administeredOfficeOnly(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const officeId = officeIdOf(request);
  return findOffice(officeId) !== undefined && mayAdminister(request.who, officeId)
    ? undefined
    : reply.notFound();
}

/** An official at work at the office of the address. */
export function atOffice(request: FastifyRequest): {
  readonly as: Principal;
  readonly actor: { readonly kind: 'official'; readonly id: string };
  readonly officeId: string;
} {
  const official = officialOf(request);
  return {
    as: principalOf(official),
    actor: { kind: 'official', id: official.officialId },
    officeId: officeIdOf(request),
  };
}
