import { withoutOmocode } from '#kernel/tax-code.ts';
import type { Tx } from '#platform/database/database.ts';
import type { ChangeKind } from '../domain/change.ts';
import { type ChangeOfPerson, findFirstChange } from '../store/followed-changes.ts';

export type { ChangeOfPerson };

/** Whom and what is looked for: somebody by the account that was matched with the record, or by the tax code. */
export interface WantedChange {
  readonly municipality: string;
  readonly accountId: string | null;
  readonly taxCode: string | undefined;
  readonly kinds: readonly ChangeKind[];
  readonly since: Temporal.Instant;
}

/** The first change of such a kind that a municipality made in somebody's record; in a transaction of the platform. */
export function findChangeOf(
  tx: Tx,
  { taxCode, ...wanted }: WantedChange,
): Promise<ChangeOfPerson | undefined> {
  const code = taxCode?.replace(/\s/g, '').toUpperCase();
  return findFirstChange(tx, {
    ...wanted,
    taxCodes: code ? [...new Set([code, withoutOmocode(code)])] : [],
  });
}
