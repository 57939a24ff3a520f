import type { FastifyReply, FastifyRequest } from 'fastify';
import { findOffice } from '#modules/offices/public.ts';
import { officialOf } from '#platform/web/guards.ts';
import { mayServe } from '#platform/web/who.ts';
import type { ConsularReader } from '../../use-cases/read-consular-register.ts';

export interface OfficeParams {
  readonly office: string;
}

export const registerPath = (office: string) => `/desk/offices/${office}/consular-register`;

function officeIdOf(request: FastifyRequest): string {
  const { office, office_id: officeId } = request.params as { office?: string; office_id?: string };
  return office ?? officeId ?? '';
}

/** Lets those pass who serve the consular office of the address; for all others there is nothing here (BO-1). */
export async function consularOfficialsOnly(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const id = officeIdOf(request);
  return findOffice(id) !== undefined && mayServe(request.who, id) ? undefined : reply.notFound();
}

export function readerAt(request: FastifyRequest, why: string): ConsularReader {
  return { kind: 'official', officialId: officialOf(request).officialId, officeId: officeIdOf(request), why };
}
