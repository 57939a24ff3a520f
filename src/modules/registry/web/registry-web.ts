import type { FastifyRequest } from 'fastify';
import { requireStrong } from '#modules/identity/public.ts';
import { citizenOf } from '#platform/web/guards.ts';
import type { KnownRecord } from '../domain/person-content.ts';
import { personOfAccount } from '../use-cases/connect-account.ts';
import { type RegistryDeps, readRecord } from '../use-cases/read-record.ts';

/** Nobody reaches the registry with a password: the digital identity says whose record it is (ID-12). */
export const strong = requireStrong('registry');

/** The record of the person who asks, where strong sign-in has matched the account with one. */
export async function ownRecord(
  deps: RegistryDeps,
  request: FastifyRequest,
): Promise<KnownRecord | undefined> {
  const { accountId } = citizenOf(request);
  const personId = await personOfAccount(deps, accountId);
  return personId === undefined
    ? undefined
    : readRecord(deps, { personId, reader: { kind: 'self', accountId } });
}
