import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import { municipalOfficeId } from '#kernel/municipal-office.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { actorOf, mayAdminister, principalOf } from '#platform/web/who.ts';
import type { DisconnectionReason, RegistryConnection } from '../domain/registry-connection.ts';
import { findConnection, saveConnection } from '../store/municipalities.ts';
import type { AtTheMunicipality } from './municipal-services.ts';

/** Whether a municipality, by its land-registry code, is connected to the national registry now (OF-6). */
export function readRegistryConnection(
  { db }: Pick<Deps, 'db'>,
  municipality: string,
): Promise<RegistryConnection> {
  return db.transaction({ kind: 'visitor' }, (tx) => findConnection(tx, municipalOfficeId(municipality)));
}

export type ConnectionWish =
  | { readonly connected: true }
  | { readonly connected: false; readonly why: DisconnectionReason; readonly backOn: CivilDate | null };

export type ConnectionRefusal = { readonly code: 'not_yours' | 'back_in_the_past' } | KeyReused;

/** The municipality says that it is cut off from the national registry, and why, or that it is back. */
export async function decideRegistryConnection(
  deps: Deps,
  { by, officeId, key }: AtTheMunicipality,
  wish: ConnectionWish,
): Promise<Outcome<null, ConnectionRefusal>> {
  if (!mayAdminister(by, officeId)) return refused({ code: 'not_yours' });
  const at = deps.now();
  if (!wish.connected && wish.backOn !== null && wish.backOn < dayAt(at, 'Europe/Rome'))
    return refused({ code: 'back_in_the_past' });
  return deps.db.transaction(principalOf(by), (tx) =>
    once<null, ConnectionRefusal>(
      tx,
      { scope: by.officialId, key, wish: { officeId, ...wish }, at },
      async () => {
        await saveConnection(tx, officeId, wish.connected ? wish : { ...wish, since: at }, at);
        await record(tx, {
          type: wish.connected ? 'municipality.connected' : 'municipality.disconnected',
          subject: { kind: 'office', id: officeId },
          actor: actorOf(by),
          at,
          officeId,
          facts: { ...wish },
        });
        return granted(null);
      },
    ),
  );
}
