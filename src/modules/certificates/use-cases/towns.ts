import { findMunicipality } from '#modules/offices/public.ts';
import type { MunicipalityCode, RegistryRecord } from '#modules/registry/public.ts';
import type { Town, TownOf } from '../letters/printed/content-of.ts';

/** Every code of a municipality within a record, wherever it stands. */
function codesIn(value: unknown, found = new Set<MunicipalityCode>()): Set<MunicipalityCode> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, each] of Object.entries(value)) {
    if (name === 'municipality' && typeof each === 'string') found.add(each);
    else codesIn(each, found);
  }
  return found;
}

/** The municipalities that a record names. */
export async function townsIn(record: RegistryRecord): Promise<TownOf> {
  const towns = new Map<MunicipalityCode, Town>();
  for (const code of codesIn(record)) {
    const office = await findMunicipality(code);
    if (office !== undefined)
      towns.set(code, { name: office.municipality.name.it, province: office.municipality.province });
  }
  return (code) => towns.get(code);
}
