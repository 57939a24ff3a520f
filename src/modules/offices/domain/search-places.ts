import type { Locale } from '#kernel/locale.ts';
import { findDistricts } from './districts.ts';
import { listMunicipalities } from './municipality.ts';
import { bestMatches } from './search.ts';

/** A place to choose from; `id` is what `officesFor` takes as place. */
export interface PlaceChoice {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of the same name: province, county, canton. */
  readonly within: string | null;
}

const placesOf = new Map(
  ['AR', 'CH', 'DE', 'GB'].map((country) => [
    country,
    (findDistricts(country)?.areas ?? []).flatMap((area) => [
      ...area.towns.map((town) => ({ ...town, within: area.name })),
      { ...area, within: null },
    ]),
  ]),
);

/** Places for typed letters: Italian municipalities, or towns and areas where districts are known; otherwise none. */
export async function searchPlaces(
  country: string,
  text: string,
  locale: Locale,
  limit = 10,
): Promise<PlaceChoice[]> {
  if (country === 'IT')
    return bestMatches(await listMunicipalities(), text, limit).map(({ code, name, province }) => ({
      id: code,
      name: name[locale],
      within: province,
    }));
  return bestMatches(placesOf.get(country) ?? [], text, limit).map(({ id, name, within }) => ({
    id,
    name: name[locale],
    within: within?.[locale] ?? null,
  }));
}

/** The areas of a State with known districts in the alphabet of a language, for a plain select. */
export function listAreas(country: string, locale: Locale): PlaceChoice[] {
  return (findDistricts(country)?.areas ?? [])
    .map(({ id, name }) => ({ id, name: name[locale], within: null }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
