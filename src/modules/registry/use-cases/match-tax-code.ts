import { parseTaxCodeAlone, withoutOmocode } from '#kernel/tax-code.ts';
import { type Match, matchAmong } from '../domain/matching.ts';
import { listCandidates } from '../store/finding.ts';
import type { RegistryDeps } from './read-record.ts';

/** Matches the tax code of a strong sign-in with exactly one record, or says which case it is (ID-13). */
export async function matchTaxCode({ db }: Pick<RegistryDeps, 'db'>, taxCode: string): Promise<Match> {
  const code = await parseTaxCodeAlone(taxCode);
  if (!code.ok) return { ok: false, case: 'invalid' };
  const candidates = await db.transaction({ kind: 'system', task: 'registry-matching' }, (tx) =>
    listCandidates(tx, code.value, withoutOmocode(code.value)),
  );
  return matchAmong(candidates);
}
