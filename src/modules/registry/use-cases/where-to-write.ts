import type { Outcome } from '#kernel/outcome.ts';
import { findVerifiedEmail } from '#modules/identity/public.ts';
import type { Principal } from '#platform/database/principal.ts';
import type { RegistryRecord } from '../domain/record.ts';
import {
  type DomicileDeps,
  type DomicileRefusal,
  type SeenDomicile,
  seeDigitalDomicile,
} from './see-digital-domicile.ts';

/** Where notices about somebody's requests go (RG-4). */
export type WritingAddress =
  | { readonly channel: 'pec'; readonly address: string }
  | { readonly channel: 'mail'; readonly address: string }
  | { readonly channel: 'none' };

/** The digital domicile, where there is one in use; otherwise the verified e-mail of the profile. */
export async function whereToWrite(
  deps: DomicileDeps,
  {
    as,
    accountId,
    person,
    seen: known,
  }: {
    as: Principal;
    accountId: string | undefined;
    person: Pick<RegistryRecord, 'id' | 'taxCode'> | undefined;
    /** What the index said just now, where it was asked. */
    seen?: Outcome<SeenDomicile, DomicileRefusal>;
  },
): Promise<WritingAddress> {
  const seen = known ?? (person && (await seeDigitalDomicile(deps, { as, person })));
  if (seen?.ok && seen.value.domicile.kind === 'active')
    return { channel: 'pec', address: seen.value.domicile.address };
  const email =
    accountId === undefined
      ? undefined
      : await deps.db.transaction(as, (tx) => findVerifiedEmail(tx, accountId));
  return email === undefined ? { channel: 'none' } : { channel: 'mail', address: email };
}
