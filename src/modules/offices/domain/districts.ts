import type { Districts } from './district.ts';
import { argentina } from './districts/argentina.ts';
import { germany } from './districts/germany.ts';
import { switzerland } from './districts/switzerland.ts';
import { unitedKingdom } from './districts/united-kingdom.ts';

const byCountry = new Map(
  [argentina, germany, switzerland, unitedKingdom].map((districts) => [districts.country, districts]),
);

/** The districts within a State; most States have none that a source would tell. */
export function findDistricts(country: string): Districts | undefined {
  return byCountry.get(country);
}

export function listDistricts(): readonly Districts[] {
  return [...byCountry.values()];
}
