import type { PersonId } from './record.ts';

/** Why a digital identity is matched with no record (ID-13). */
export type NoMatch =
  /** no record has this tax code */
  | 'no_record'
  /** it is not a tax code, or its check character is wrong */
  | 'invalid'
  /** the record has been struck from the registry (cancellata) */
  | 'deleted'
  /** the record is a duplicate of another one, or two records share the code */
  | 'duplicated'
  /** the registry has this person under another code */
  | 'differs';

export type Match =
  | { readonly ok: true; readonly personId: PersonId }
  | {
      readonly ok: false;
      readonly case: NoMatch;
      /** The municipality that can put it right, where a record tells which. */
      readonly municipality?: string;
    };

/** A record that has to do with a tax code. */
export interface Candidate {
  readonly personId: PersonId;
  readonly standing: 'enrolled' | 'struck' | 'duplicate';
  readonly municipality: string;
  /** It has the very code, not only the one before letters took the place of digits (omocodia). */
  readonly sameCode: boolean;
}

/** Matches with exactly one record, or says which case it is. */
export function matchAmong(candidates: readonly Candidate[]): Match {
  const same = candidates.filter((each) => each.sameCode);
  const live = same.filter((each) => each.standing === 'enrolled');
  const no = (why: NoMatch, record: Candidate | undefined): Match => ({
    ok: false,
    case: why,
    ...(record === undefined ? {} : { municipality: record.municipality }),
  });
  if (live[0] !== undefined)
    return live.length === 1 ? { ok: true, personId: live[0].personId } : no('duplicated', live[0]);
  const duplicate = same.find((each) => each.standing === 'duplicate');
  if (duplicate !== undefined) return no('duplicated', duplicate);
  if (same[0] !== undefined) return no('deleted', same[0]);
  const other = candidates.find((each) => each.standing === 'enrolled');
  return other === undefined ? no('no_record', undefined) : no('differs', other);
}
