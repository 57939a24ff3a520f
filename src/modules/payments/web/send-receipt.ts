import type { FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { AtTheTill } from '../use-cases/at-the-till.ts';
import { seeReceipt } from '../use-cases/see-till.ts';
import { receiptOut } from './api-schemas.ts';

/** A receipt as the API answers it. */
export async function sendReceipt(
  deps: Deps,
  reply: FastifyReply,
  till: Pick<AtTheTill, 'as' | 'officeId'>,
  id: string,
  status: 200 | 201,
): Promise<FastifyReply> {
  const receipt = await seeReceipt(deps, till, id);
  return receipt === undefined ? reply.notFound() : reply.code(status).send(receiptOut(receipt));
}
