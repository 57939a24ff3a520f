import type { Text } from '#kernel/locale.ts';
import { type OfficeRank, officeName } from './rank.ts';

/** What is known of a post of the consular network (sede della rete diplomatico-consolare). */
export interface OfficeFact {
  readonly id: string;
  /** Code in table 40 of the national registry; posts younger than the table have none. */
  readonly anprCode: string | null;
  readonly city: Text;
  /** "a", "ad", "all’…" and city, as the Italian name of the post ends. */
  readonly seat?: Text;
  readonly country: string;
  readonly rank: OfficeRank;
  readonly timeZone: string;
  /** Other States and territories in its care (ISO 3166-1 alpha-2). */
  readonly covers: readonly string[];
  /** `suspended`: the post exists but receives nobody at its seat. */
  readonly standing: 'open' | 'suspended';
  /** What people should know about the seat. */
  readonly note: Text | null;
  /** Where the row differs from the tables of 2015 and 2016, and why. */
  readonly correction: string | null;
  readonly languages: readonly string[];
}

/** One stretch of opening on a weekday; 1 is Monday, hours in the zone of the office. */
export interface OpeningHours {
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly from: string;
  readonly until: string;
}

/** A post with its name and the contacts that the demonstration gives it. */
export interface Office extends OfficeFact {
  readonly name: Text;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  readonly web: string;
  readonly opening: readonly OpeningHours[];
  /** Address, contacts and hours are invented for the demonstration. */
  readonly contactsAreDemonstration: true;
}

interface Extra {
  readonly en?: string;
  readonly seat?: Text;
  readonly covers?: string;
  readonly note?: Text;
  readonly suspended?: true;
  readonly correction?: string;
  readonly languages?: string;
}

const words = (list: string | undefined) => list?.split(' ') ?? [];

/** A row of the network tables. */
export function post(
  id: string,
  anprCode: string | null,
  city: string,
  country: string,
  rank: OfficeRank,
  timeZone: string,
  extra: Extra = {},
): OfficeFact {
  const local = new Intl.Locale(`und-${country}`).maximize().language;
  return {
    id,
    anprCode,
    city: { it: city, en: extra.en ?? city },
    ...(extra.seat && { seat: extra.seat }),
    country,
    rank,
    timeZone,
    covers: words(extra.covers),
    standing: extra.suspended ? 'suspended' : 'open',
    note: extra.note ?? null,
    correction: extra.correction ?? null,
    languages: [...new Set(['it', ...(extra.languages ? words(extra.languages) : [local]), 'en'])],
  };
}

/** States whose offices work from Sunday to Thursday. */
const sundayToThursday = new Set(words('BD BH DZ EG IL IQ JO KW LY OM PS QA SA SD SY YE'));

function demonstrationHours(country: string): OpeningHours[] {
  const days = sundayToThursday.has(country) ? ([7, 1, 2, 3, 4] as const) : ([1, 2, 3, 4, 5] as const);
  return days.flatMap((weekday, index) => [
    { weekday, from: '09:00', until: '12:30' },
    ...(index === 1 || index === 3 ? [{ weekday, from: '14:30', until: '16:30' }] : []),
  ]);
}

export function withDemonstrationContacts(fact: OfficeFact): Office {
  return {
    ...fact,
    name: officeName(fact),
    address: `1 Example Street, ${fact.city.en}`,
    email: `${fact.id}@consolati.example`,
    phone: '+00 555 0100',
    web: `https://${fact.id}.consolati.example`,
    opening: demonstrationHours(fact.country),
    contactsAreDemonstration: true,
  };
}
