import { mostPeopleOf, type Service } from '#modules/services/public.ts';
import { hidden } from '#platform/web/form/fields.ts';
import { type Html, html } from '#platform/web/html.ts';

/** For whom places are looked for, as an address and the forms carry it. */
export interface PlaceWish {
  /** People who need the service: each takes a place. */
  readonly people: number;
  /** The one who books only accompanies: all the places are for others. */
  readonly forOthers: boolean;
  /** The change by the office that lets somebody choose with priority. */
  readonly priorityId: string | undefined;
}

export const plainWish: PlaceWish = { people: 1, forOthers: false, priorityId: undefined };

/** Reads an address or a form; what makes no sense falls back to one person. */
export function readWish(raw: Readonly<Record<string, string | undefined>>, service: Service): PlaceWish {
  const people = Number(raw['people'] ?? '1');
  const most = mostPeopleOf(service);
  return {
    people: Number.isInteger(people) && people >= 1 ? Math.min(people, most) : 1,
    forOthers: raw['others'] === 'yes' && most > 1,
    priorityId: /^[0-9a-f-]{36}$/.test(raw['priority'] ?? '') ? raw['priority'] : undefined,
  };
}

/** One person who books for themselves: the ordinary case. */
export function isPlainWish(wish: PlaceWish): boolean {
  return wish.people === 1 && !wish.forOthers && wish.priorityId === undefined;
}

function entriesOf(wish: PlaceWish): [string, string][] {
  return [
    ...(wish.people > 1 ? [['people', String(wish.people)] as [string, string]] : []),
    ...(wish.forOthers ? [['others', 'yes'] as [string, string]] : []),
    ...(wish.priorityId === undefined ? [] : [['priority', wish.priorityId] as [string, string]]),
  ];
}

/** The wish as it goes on in an address, nothing for an ordinary one. */
export function addWish(parameters: URLSearchParams, wish: PlaceWish): URLSearchParams {
  for (const [name, value] of entriesOf(wish)) parameters.set(name, value);
  return parameters;
}

/** `?people=3`, or nothing. */
export function wishQuery(wish: PlaceWish): string {
  const query = addWish(new URLSearchParams(), wish).toString();
  return query === '' ? '' : `?${query}`;
}

export function wishFields(wish: PlaceWish): Html {
  return html`${entriesOf(wish).map(([name, value]) => hidden(name, value))}`;
}
