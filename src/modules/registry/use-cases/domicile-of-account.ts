import { personOfAccount } from './connect-account.ts';
import { readRecord } from './read-record.ts';
import { type DomicileDeps, seeDigitalDomicile } from './see-digital-domicile.ts';

const system = { kind: 'system', task: 'registry-notices' } as const;

/**
 * Where notices about requests go (RG-4, artt. 3-bis and 6-quater CAD): the digital domicile in use of the person with
 * whose record an account is connected. Nothing where there is none, or where the index has never answered about the
 * person: then the notice goes to the verified e-mail, and does not wait.
 */
export async function domicileOfAccount(deps: DomicileDeps, accountId: string): Promise<string | undefined> {
  if (deps.inad === undefined) return undefined;
  const personId = await personOfAccount(deps, accountId);
  if (personId === undefined) return undefined;
  const reader = { kind: 'system', name: 'registry', why: 'notice' } as const;
  const person = await readRecord(deps, { personId, reader });
  if (person === undefined) return undefined;
  const seen = await seeDigitalDomicile(deps, { as: system, person });
  return seen.ok && seen.value.domicile.kind === 'active' ? seen.value.domicile.address : undefined;
}
