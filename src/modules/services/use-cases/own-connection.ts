import { type RegistryConnection, readRegistryConnection } from '#modules/offices/public.ts';
import { personOfAccount, readRecord } from '#modules/registry/public.ts';
import type { Deps } from '#platform/deps.ts';

/** Whether the municipality that keeps somebody's record is connected to the registry; nothing where there is no record. */
export async function readOwnConnection(
  deps: Deps,
  accountId: string,
): Promise<RegistryConnection | undefined> {
  const personId = await personOfAccount(deps, accountId);
  if (personId === undefined) return undefined;
  const record = await readRecord(deps, { personId, reader: { kind: 'self', accountId } });
  return record && readRegistryConnection(deps, record.enrolment.municipality);
}
