import type { MatchPerson } from '#modules/identity/public.ts';
import { findMunicipality } from '#modules/offices/public.ts';
import { matchAccount } from '#modules/registry/public.ts';
import type { Deps } from '#platform/deps.ts';

/** After a strong sign-in the registry is asked for exactly one record, and remembers which account it belongs to. */
export function matching(deps: Deps): MatchPerson {
  return async ({ accountId, taxCode }) => {
    const match = await matchAccount(deps, { accountId, taxCode, by: 'spid' });
    if (match.ok) return { ok: true };
    const office = match.municipality === undefined ? undefined : await findMunicipality(match.municipality);
    return {
      ok: false,
      case: match.case,
      municipality: office && {
        name: office.name,
        email: office.email,
        pec: office.pec,
        telephone: office.phone,
        address: office.address,
      },
    };
  };
}
