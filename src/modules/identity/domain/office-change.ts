import { granted, type Outcome, refused } from '#kernel/outcome.ts';

/** A change of the responsible office (cambio di sede), with where the person lived before. */
export interface OfficeChange {
  readonly id: string;
  readonly accountId: string;
  readonly fromOfficeId: string | null;
  readonly fromCountry: string;
  readonly fromPlace: string;
  readonly toOfficeId: string | null;
  readonly toCountry: string;
  readonly toPlace: string;
  readonly changedAt: Temporal.Instant;
  readonly reversedAt: Temporal.Instant | null;
}

/**
 * Whether a person may change the office: once, because the change cannot be undone by the person. The first office of
 * somebody who had none is no change, and a change that an operator has reversed has not been.
 */
export function mayChangeOffice(
  changes: readonly Pick<OfficeChange, 'fromOfficeId' | 'reversedAt'>[],
): Outcome<null, { code: 'changed_already' }> {
  const standing = changes.some((each) => each.fromOfficeId !== null && each.reversedAt === null);
  return standing ? refused({ code: 'changed_already' }) : granted(null);
}

export type ReversalFault = 'reversed_already' | 'moved_on';

/** Whether an operator may reverse a mistaken change: the last one, while it holds, and once for a person. */
export function mayReverse(
  change: OfficeChange,
  {
    changes,
    currentOfficeId,
  }: { readonly changes: readonly OfficeChange[]; readonly currentOfficeId: string | null },
): Outcome<null, { code: ReversalFault }> {
  if (changes.some((each) => each.reversedAt !== null)) return refused({ code: 'reversed_already' });
  const later = changes.some((each) => Temporal.Instant.compare(each.changedAt, change.changedAt) > 0);
  return later || currentOfficeId !== change.toOfficeId ? refused({ code: 'moved_on' }) : granted(null);
}

/** Somebody moves from one office to another: what other modules need to know of it. */
export interface OfficeMove {
  readonly accountId: string;
  readonly fromOfficeId: string | null;
  readonly toOfficeId: string | null;
  readonly at: Temporal.Instant;
}
