import { isCountryCode } from '#kernel/country.ts';
import { fold } from '#kernel/fold.ts';
import type { Area, Districts } from './district.ts';
import { findDistricts } from './districts.ts';
import { listMunicipalities, type Municipality } from './municipality.ts';
import { listOfficesFor, officeNamed } from './network.ts';
import type { Office } from './office.ts';

/** Where somebody lives: country, and a place as chosen from a list (its id) or as typed. */
export interface Residence {
  readonly country: string;
  readonly place?: string;
}

/** Which office answers for a residence (competenza territoriale), or why nobody but the person can say. */
export type ResponsibleOffice =
  | {
      readonly kind: 'one';
      readonly office: Office;
      readonly why: 'only_office' | 'district';
      /** The district behind the answer is demonstration data. */
      readonly isDemonstration: boolean;
    }
  | {
      readonly kind: 'choose';
      readonly offices: readonly Office[];
      readonly why: ChoiceReason;
      readonly isDemonstration: boolean;
    }
  | { readonly kind: 'italy'; readonly municipality: Municipality }
  | {
      readonly kind: 'choose_municipality';
      readonly municipalities: readonly Municipality[];
      readonly why: 'place_needed' | 'place_unknown' | 'several_places';
    }
  | { readonly kind: 'none'; readonly why: 'no_such_country' | 'no_office' };

/**
 * `districts_unknown`: several posts, and no source says which is whose. `territory`: the source names no post for this
 * territory, so those of its State are offered.
 */
export type ChoiceReason =
  | 'districts_unknown'
  | 'place_needed'
  | 'place_unknown'
  | 'between_districts'
  | 'several_places'
  | 'territory';

/** Territories that the source does not list, and the State they belong to. */
const stateOf: Readonly<Record<string, string>> = {
  AS: 'US',
  AX: 'FI',
  BV: 'NO',
  CC: 'AU',
  CX: 'AU',
  GU: 'US',
  HM: 'AU',
  MP: 'US',
  NF: 'AU',
  PR: 'US',
  SJ: 'NO',
  TK: 'NZ',
  UM: 'US',
  VI: 'US',
};

export async function officesFor({ country, place = '' }: Residence): Promise<ResponsibleOffice> {
  return country === 'IT' ? municipalityOf(place) : officesAbroad({ country, place });
}

/** The offices that answer for a residence abroad, which no list has to be read for. */
export function officesAbroad({ country, place = '' }: Residence): ResponsibleOffice {
  if (!isCountryCode(country)) return { kind: 'none', why: 'no_such_country' };
  const state = stateOf[country];
  const offices = listOfficesFor(state ?? country);
  const [only, ...others] = offices;
  if (only === undefined) return { kind: 'none', why: 'no_office' };
  if (others.length === 0) return { kind: 'one', office: only, why: 'only_office', isDemonstration: false };
  if (state !== undefined) return { kind: 'choose', offices, why: 'territory', isDemonstration: false };

  const districts = findDistricts(country);
  if (districts === undefined)
    return { kind: 'choose', offices, why: 'districts_unknown', isDemonstration: false };
  return officesWithin(districts, offices, place);
}

function officesWithin(districts: Districts, all: readonly Office[], place: string): ResponsibleOffice {
  const choose = (offices: readonly Office[], why: ChoiceReason): ResponsibleOffice => ({
    kind: 'choose',
    offices,
    why,
    isDemonstration: true,
  });
  if (fold(place) === '') return choose(all, 'place_needed');

  const areas = areasNamed(districts, place);
  const ids = [...new Set(areas.flatMap((area) => area.offices))];
  const [only, ...others] = ids;
  if (only === undefined) return choose(all, 'place_unknown');
  if (others.length === 0)
    return { kind: 'one', office: officeNamed(only), why: 'district', isDemonstration: true };
  return choose(ids.map(officeNamed), areas.length > 1 ? 'several_places' : 'between_districts');
}

/** The areas that a place may mean: by id, else by name; further parts of "Newport, Wales" narrow the first. */
function areasNamed({ areas }: Districts, place: string): Area[] {
  const chosen = areas.filter((area) => area.id === place || area.towns.some((town) => town.id === place));
  if (chosen.length > 0) return chosen;

  const meaning = (part: string) =>
    areas.filter((area) => [area, ...area.towns].some(({ spellings }) => spellings.includes(part)));
  const whole = preferTowns(meaning(fold(place)), fold(place));
  if (whole.length > 0) return whole;

  const [first = '', ...rest] = place
    .split(/[,;()]/)
    .map(fold)
    .filter((part) => part !== '');
  return rest.reduce(
    (left, part) => {
      const named = meaning(part);
      const offices = new Set(named.flatMap((area) => area.offices));
      const same = left.filter((area) => named.includes(area));
      const near = left.filter((area) => area.offices.some((id) => offices.has(id)));
      return [same, near].find((areas) => areas.length > 0) ?? left;
    },
    preferTowns(meaning(first), first),
  );
}

/** "Buenos Aires" is a town before it is a province: where a town has the name, areas that only bear it give way. */
function preferTowns(areas: Area[], name: string): Area[] {
  const withTown = areas.filter((area) => area.towns.some((town) => town.spellings.includes(name)));
  return withTown.length > 0 ? withTown : areas;
}

async function municipalityOf(place: string): Promise<ResponsibleOffice> {
  const name = fold(place.replace(/\s*\([A-Za-z]{2}\)\s*$/, ''));
  if (name === '') return { kind: 'choose_municipality', municipalities: [], why: 'place_needed' };

  const all = await listMunicipalities();
  const code = place.trim().toUpperCase();
  const province = /\(([A-Za-z]{2})\)\s*$/.exec(place)?.[1]?.toUpperCase();
  const found = all
    .filter((each) => each.code === code || each.spellings.includes(name))
    .filter((each) => province === undefined || each.province === province);
  const municipalities = found.map(({ code, name, province }) => ({ code, name, province }));
  const [only, ...others] = municipalities;
  if (only === undefined) return { kind: 'choose_municipality', municipalities, why: 'place_unknown' };
  if (others.length > 0) return { kind: 'choose_municipality', municipalities, why: 'several_places' };
  return { kind: 'italy', municipality: only };
}
