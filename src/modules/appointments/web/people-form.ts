import type { FastifyRequest } from 'fastify';
import type { CivilDate } from '#kernel/civil-date.ts';
import { mostPeopleOf, type Service } from '#modules/services/public.ts';
import { checkboxField, hidden, selectField } from '#platform/web/form/fields.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { PlaceWish } from './wish.ts';
import { partyWords } from './words/party.ts';

/** What the calendar already shows. */
interface Asked {
  readonly first: CivilDate;
  readonly view: 'grid' | 'list';
  readonly wish: PlaceWish;
}

/** How many people come: asked before the calendar, because it decides which hours fit. */
export function peopleForm(
  { locale }: Pick<FastifyRequest, 'locale'>,
  { action, service, query }: { action: string; service: Service; query: Asked },
): Html | false {
  const most = mostPeopleOf(service);
  if (most === 1) return false;
  const words = partyWords[locale];
  const asked = query.wish.people > 1 || query.wish.forOthers;
  return html`<details class="people-form"${asked && html` open`}><summary>${words.several}</summary><form method="get" action="${localized(locale, action)}" class="form">${hidden('month', query.first.slice(0, 7))}${
    query.view === 'list' && hidden('view', 'list')
  }${query.wish.priorityId !== undefined && hidden('priority', query.wish.priorityId)}${selectField({
    name: 'people',
    label: words.howMany,
    hint: words.howManyHint(most),
    value: String(query.wish.people),
    choices: Array.from({ length: most }, (_, index) => ({
      value: String(index + 1),
      label: index === 0 ? words.onePerson : words.persons(index + 1),
    })),
  })}${checkboxField({ name: 'others', label: words.forOthers, checked: query.wish.forOthers })}<button type="submit" class="btn btn-outline-primary">${words.show}</button></form></details>`;
}

/** Why the calendar shows other hours than usual. */
export function wishNotice({ locale }: Pick<FastifyRequest, 'locale'>, wish: PlaceWish): Html {
  const words = partyWords[locale];
  return html`${wish.priorityId !== undefined && html`<p class="notice notice-info">${words.priority}</p>`}${
    wish.people > 1 && html`<p class="notice notice-info">${words.fitting(wish.people)}</p>`
  }`;
}
