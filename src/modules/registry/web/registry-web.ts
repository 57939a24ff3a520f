import type { FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import { citizenOf } from '#platform/web/guards.ts';
import type { KnownRecord } from '../domain/person-content.ts';
import { personOfAccount } from '../use-cases/connect-account.ts';
import { readRecord } from '../use-cases/read-record.ts';
import type { DomicileDeps } from '../use-cases/see-digital-domicile.ts';

/** What the pages of the registry need of the outside world. */
export interface RegistryWeb extends DomicileDeps {
  /** Lets only those pass who have proven who they are by a digital identity (SPID, CIE, CNS). */
  readonly strong: preHandlerAsyncHookHandler;
}

/** The record of the person who asks, where strong sign-in has matched the account with one. */
export async function ownRecord(
  deps: RegistryWeb,
  request: FastifyRequest,
): Promise<KnownRecord | undefined> {
  const { accountId } = citizenOf(request);
  const personId = await personOfAccount(deps, accountId);
  return personId === undefined
    ? undefined
    : readRecord(deps, { personId, reader: { kind: 'self', accountId } });
}
