import type { FastifyReply, FastifyRequest } from 'fastify';
import { officialOf } from '#platform/web/guards.ts';
import { actorOf, mayAdminister, principalOf } from '#platform/web/who.ts';
import { findSeat } from '../domain/seat.ts';

/** The address part that stands for "everybody": only the ministry writes there. */
export const everybody = 'all';

/** Lets those pass who write notices of an office, or of everybody. */
export async function noticeWritersOnly(
  { who }: FastifyRequest,
  reply: FastifyReply,
  office: string,
): Promise<FastifyReply | undefined> {
  const may =
    office === everybody
      ? who.kind === 'official' && who.ministry
      : mayAdminister(who, office) && (await findSeat(office)) !== undefined;
  return may ? undefined : reply.notFound();
}

/** Who writes, and for which office. */
export function noticeWriterOf(request: FastifyRequest, office: string) {
  const official = officialOf(request);
  return {
    as: principalOf(official),
    actor: actorOf(official),
    officeId: office === everybody ? null : office,
  };
}
