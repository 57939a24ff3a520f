import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { actorOf, mayAdminister, type Official, principalOf } from '#platform/web/who.ts';
import type { MunicipalService } from '../domain/municipal-service.ts';
import {
  deleteMunicipalService,
  insertMunicipalService,
  listMunicipalServices,
} from '../store/municipalities.ts';

/** What a municipality offers besides the national services, for everybody to read. */
export function readMunicipalServices({ db }: Deps, officeId: string): Promise<MunicipalService[]> {
  return db.transaction({ kind: 'visitor' }, (tx) => listMunicipalServices(tx, officeId));
}

export interface AtTheMunicipality {
  readonly by: Official;
  readonly officeId: string;
  readonly key: string;
}

export type MunicipalServiceRefusal = { readonly code: 'no_such_service' | 'not_yours' } | KeyReused;

/** The municipality tells its residents of a service of its own. */
export async function publishMunicipalService(
  deps: Deps,
  { by, officeId, key }: AtTheMunicipality,
  wish: Pick<MunicipalService, 'title' | 'text' | 'url'>,
): Promise<Outcome<{ id: string }, MunicipalServiceRefusal>> {
  if (!mayAdminister(by, officeId)) return refused({ code: 'not_yours' });
  const at = deps.now();
  const attempt = { scope: by.officialId, key, wish: { officeId, ...wish }, at };
  return deps.db.transaction(principalOf(by), (tx) =>
    once<{ id: string }, MunicipalServiceRefusal>(tx, attempt, async () => {
      const id = crypto.randomUUID();
      await insertMunicipalService(tx, { ...wish, id, officeId }, at);
      const subject = { kind: 'municipal-service', id };
      await record(tx, { type: 'municipal-service.published', subject, actor: actorOf(by), at, officeId });
      return granted({ id });
    }),
  );
}

export async function withdrawMunicipalService(
  deps: Deps,
  { by, officeId, key }: AtTheMunicipality,
  id: string,
): Promise<Outcome<{ id: string }, MunicipalServiceRefusal>> {
  if (!mayAdminister(by, officeId)) return refused({ code: 'not_yours' });
  const at = deps.now();
  return deps.db.transaction(principalOf(by), (tx) =>
    once<{ id: string }, MunicipalServiceRefusal>(
      tx,
      { scope: by.officialId, key, wish: { withdraw: id }, at },
      async () => {
        if (!(await deleteMunicipalService(tx, officeId, id))) return refused({ code: 'no_such_service' });
        const subject = { kind: 'municipal-service', id };
        await record(tx, { type: 'municipal-service.withdrawn', subject, actor: actorOf(by), at, officeId });
        return granted({ id });
      },
    ),
  );
}
