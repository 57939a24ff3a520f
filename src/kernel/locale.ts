/** The languages of the product; a further one is added here and as a file of words in each module. */
export const locales = ['it', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A sentence in every language. */
export type Text = Readonly<Record<Locale, string>>;

export function isLocale(raw: string): raw is Locale {
  return (locales as readonly string[]).includes(raw);
}
