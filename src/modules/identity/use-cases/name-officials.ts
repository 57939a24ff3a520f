import type { Locale } from '#kernel/locale.ts';
import type { Tx } from '#platform/database/database.ts';
import { listOfficialsById } from '../store/officials.ts';

/** An official as colleagues and letters call them. */
export interface NamedOfficial {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  /** Whether the official works here still. */
  readonly active: boolean;
}

/** Officials by their ids, as far as the transaction's principal may see them. */
export async function nameOfficials(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, NamedOfficial>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const found = await listOfficialsById(tx, wanted);
  return new Map(
    found.map(({ id, givenName, familyName, email, locale, state }) => [
      id,
      { id, name: `${givenName} ${familyName}`, email, locale, active: state === 'active' },
    ]),
  );
}
