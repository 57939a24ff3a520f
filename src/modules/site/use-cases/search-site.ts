import MiniSearch from 'minisearch';
import { countryNames } from '#kernel/country.ts';
import { type Locale, locales, type Text } from '#kernel/locale.ts';
import { listOffices } from '#modules/offices/public.ts';
import { listAllServices } from '#modules/services/public.ts';
import { tasks } from '../domain/tasks.ts';
import { wordsOf } from '../domain/typed-words.ts';

/** One thing that a search finds. */
export interface Found {
  readonly kind: 'service' | 'task' | 'office';
  /** Path without the language. */
  readonly path: string;
  readonly title: Text;
  readonly summary: Text;
}

interface Entry extends Found {
  /** Whatever people call it, both languages mixed. */
  readonly names: readonly string[];
}

const named = (name: (locale: Locale) => readonly string[]) => locales.flatMap(name);

const entries: readonly Entry[] = [
  ...listAllServices().map((service) => ({
    kind: 'service' as const,
    path: `/services/${service.id}`,
    title: service.title,
    summary: service.summary,
    names: service.keywords,
  })),
  ...tasks.map(({ keywords, ...task }) => ({ kind: 'task' as const, ...task, names: keywords })),
  ...listOffices().map((office) => ({
    kind: 'office' as const,
    path: `/offices/${office.id}`,
    title: office.name,
    summary: {
      it: countryNames(office.country, 'it')[0] ?? '',
      en: countryNames(office.country, 'en')[0] ?? '',
    },
    names: named((locale) => [office.city[locale], ...countryNames(office.country, locale)]),
  })),
];

const index = new MiniSearch<{ id: number; title: string; names: string; text: string }>({
  fields: ['title', 'names', 'text'],
  tokenize: wordsOf,
  searchOptions: {
    boost: { title: 3, names: 2 },
    prefix: (word) => word.length > 2,
    fuzzy: (word) => (word.length > 4 ? 0.2 : false),
    // A service or a thing to do goes before an office that merely bears the word in its name.
    boostDocument: (id) => (entries[id as number]?.kind === 'office' ? 0.6 : 1),
  },
});
index.addAll(
  entries.map(({ title, names, summary, kind }, id) => ({
    id,
    title: locales.map((locale) => title[locale]).join(' '),
    names: names.join(' '),
    text: kind === 'office' ? '' : locales.map((locale) => summary[locale]).join(' '),
  })),
);

/**
 * What people mean by the words that they type, in either language, with small errors of spelling; best first. What
 * has all the words goes before what has some.
 */
export function searchSite(text: string, most = 12): Found[] {
  const all = index.search(text, { combineWith: 'AND' });
  const found = all.length > 0 ? all : index.search(text, { combineWith: 'OR' });
  return found.slice(0, most).flatMap(({ id }) => entries[id as number] ?? []);
}
