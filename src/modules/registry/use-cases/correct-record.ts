import type { CivilDate } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { parseTaxCodeAlone } from '#kernel/tax-code.ts';
import { type Correction, correct } from '../domain/correction.ts';
import { type ByOfficial, type Changed, changeRecord, type Refusal, type Target } from './change-record.ts';
import type { RegistryDeps } from './read-record.ts';

/**
 * The municipality puts a datum right, by an act and for a reason: since the event that changed it, or, where the
 * record was wrong all along, since the registry knows the person.
 */
export async function correctRecord(
  deps: RegistryDeps,
  by: ByOfficial,
  { correction, from, ...target }: Target & { readonly correction: Correction; readonly from?: CivilDate },
): Promise<Outcome<Changed, Refusal>> {
  const sound = await withSoundTaxCode(correction);
  if (!sound.ok) return sound;
  return changeRecord(deps, by, target, {
    kind: 'correction',
    data: [correction.datum],
    from,
    apply: (content, today) => correct(content, sound.value, today),
  });
}

async function withSoundTaxCode(
  correction: Correction,
): Promise<Outcome<Correction, { readonly code: 'not_a_tax_code' }>> {
  if (correction.datum !== 'tax_code' || correction.taxCode === undefined) return granted(correction);
  const read = await parseTaxCodeAlone(correction.taxCode);
  return read.ok ? granted({ datum: 'tax_code', taxCode: read.value }) : refused(read.refusal);
}
