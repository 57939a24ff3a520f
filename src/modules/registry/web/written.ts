import type { CivilDate } from '#kernel/civil-date.ts';
import { countryName } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatMonth, formatShortDay } from '#kernel/moment.ts';
import type { PartialDate } from '#kernel/partial-date.ts';
import { findMunicipality } from '#modules/offices/public.ts';
import type { Address, CivilAct, OtherParty, Place, RegistryRecord } from '../domain/record.ts';
import { registryWords } from './words/words.ts';

/** The names of municipalities by their code; one that no longer exists is called by its code. */
export type MunicipalityNames = (code: string) => string;

/** Looks up the municipalities that a record speaks of. */
export async function municipalityNames(
  codes: Iterable<string | undefined>,
  locale: Locale,
): Promise<MunicipalityNames> {
  const known = new Map<string, string>();
  for (const code of new Set(codes)) {
    const office = code === undefined ? undefined : await findMunicipality(code);
    if (code !== undefined && office !== undefined) known.set(code, office.municipality.name[locale]);
  }
  return (code) => known.get(code) ?? code;
}

/** Every municipality that a record names. */
export function municipalitiesIn(record: RegistryRecord): (string | undefined)[] {
  const { maritalStatus: status, electoral } = record;
  const bond = status !== undefined && 'bond' in status ? status.bond : undefined;
  return [
    record.joined.municipality,
    record.enrolment.municipality,
    record.birth.act?.municipality,
    bond?.act?.municipality,
    electoral?.roll?.municipality,
    record.cohabitationContract?.municipality,
    ...record.addresses.map((each) => each.municipality),
    ...record.openProcedures.map((each) => each.municipality),
  ];
}

/** A date of which the day, or the month too, may be missing, in words that say so. */
export function partialText(date: PartialDate | undefined, locale: Locale): string {
  const words = registryWords[locale].partial;
  if (date === undefined) return words.none;
  if (date.length === 4) return words.year(date);
  if (date.length === 7) return words.month(formatMonth(`${date}-01` as CivilDate, locale));
  return formatShortDay(date as string as CivilDate, locale);
}

export function placeText(place: Place, locale: Locale): string {
  if (place.country === 'IT')
    return place.province === undefined ? place.name : `${place.name} (${place.province})`;
  return registryWords[locale].abroad(place.name, countryName(place.country, locale));
}

/** An act of civil status as certificates cite it, as far as it is recorded. */
export function actText(act: CivilAct | undefined, names: MunicipalityNames, locale: Locale): string {
  const words = registryWords[locale].act;
  if (act === undefined) return words.none;
  const parts = [
    act.number && words.number(act.number),
    act.part && words.part(act.part),
    act.series && words.series(act.series),
    act.year && words.year(act.year),
  ].filter(Boolean);
  const text = parts.length === 0 ? words.none : parts.join(', ');
  return act.municipality === undefined ? text : words.registered(text, names(act.municipality));
}

export function addressText(address: Address, names: MunicipalityNames, locale: Locale): string {
  const words = registryWords[locale].addresses;
  const street =
    address.street === undefined
      ? words.noStreet
      : [address.street, address.number].filter(Boolean).join(' ');
  const town = address.municipality === undefined ? address.locality : names(address.municipality);
  return [
    street,
    address.staircase && words.staircase(address.staircase),
    address.flat && words.flat(address.flat),
    [address.postCode, town].filter(Boolean).join(' '),
    address.country !== 'IT' && countryName(address.country, locale),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Somebody else whom an act names: what the act has of the name. */
export function partyText(party: OtherParty | undefined, locale: Locale): string {
  return [party?.givenName, party?.familyName].filter(Boolean).join(' ') || registryWords[locale].notRecorded;
}

/** `dal … al …`, with words where a date is missing. */
export function periodText({ from, until }: Pick<Address, 'from' | 'until'>, locale: Locale): string {
  const words = registryWords[locale];
  const since = from === undefined ? words.sinceUnknown : words.since(partialText(from, locale));
  return until === undefined ? since : `${since} ${words.until(partialText(until, locale))}`;
}
