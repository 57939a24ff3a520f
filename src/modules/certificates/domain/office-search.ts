import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { fold } from '#kernel/fold.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';

/** What an official types to find a certificate that the municipality has issued. */
export interface TypedSearch {
  readonly number?: string | undefined;
  readonly name?: string | undefined;
  readonly taxCode?: string | undefined;
  readonly issuedOn?: string | undefined;
}

/** The same, read: everything that is named has to hold. */
export interface OfficeSearch {
  readonly number?: { readonly year: number; readonly number: number };
  /** Folded family and given name, or how they begin. */
  readonly nameKey?: string;
  readonly taxCode?: string;
  readonly issuedOn?: CivilDate;
}

export type OfficeSearchRefusal =
  | { readonly code: 'not_a_number' }
  /** a name needs three letters, so that nobody leafs through the town */
  | { readonly code: 'name_too_short' }
  | { readonly code: 'not_a_date' };

const fewestLetters = 3;
const given = (raw: string | undefined) => (raw?.trim() === '' ? undefined : raw?.trim());

export function readOfficeSearch(typed: TypedSearch): Outcome<OfficeSearch, OfficeSearchRefusal> {
  const [number, name, taxCode, day] = [typed.number, typed.name, typed.taxCode, typed.issuedOn].map(given);
  const [, year, place] = /(\d{4})\/(\d{1,9})$/.exec(number ?? '') ?? [];
  if (number !== undefined && place === undefined) return refused({ code: 'not_a_number' });
  const nameKey = name === undefined ? undefined : fold(name);
  if (nameKey !== undefined && nameKey.length < fewestLetters) return refused({ code: 'name_too_short' });
  const issuedOn = day === undefined ? undefined : parseCivilDate(day);
  if (issuedOn?.ok === false) return refused({ code: 'not_a_date' });
  return granted({
    ...(place !== undefined && { number: { year: Number(year), number: Number(place) } }),
    ...(nameKey !== undefined && { nameKey }),
    ...(taxCode !== undefined && { taxCode: taxCode.replace(/\s/g, '').toUpperCase() }),
    ...(issuedOn !== undefined && { issuedOn: issuedOn.value }),
  });
}

/** Where a page of certificates, the newest first, goes on. */
export interface After {
  readonly at: Temporal.Instant;
  readonly id: string;
}

export function writeAfter({ at, id }: After): string {
  return `${at.toString()}_${id}`;
}

export function readAfter(raw: string | undefined): After | undefined {
  const [, at, id] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
      raw ?? '',
    ) ?? [];
  if (at === undefined || id === undefined) return undefined;
  try {
    return { at: Temporal.Instant.from(at), id };
  } catch {
    return undefined;
  }
}
