import type { Locale, Text } from '#kernel/locale.ts';
import type { Legalisation, Translation } from './birth-certificate.ts';

/** A document of the personal list; the applicant obtains each (le sedi non cercano negli archivi). */
export interface ListedDocument {
  readonly id: string;
  /** Whose document it is. */
  readonly person: string;
  readonly name: string;
  readonly original: boolean;
  readonly legalisation: Legalisation;
  readonly translation: Translation;
  /** How old it may be at the filing, in months. */
  readonly max_age_months?: number;
  /** Whether the original of a relative's application can stand in, with a copy here. */
  readonly shareable: boolean;
  readonly note?: string;
}

interface Options {
  readonly original?: boolean;
  readonly legalisation?: Legalisation;
  readonly translation?: Translation;
  readonly months?: number;
  readonly shareable?: boolean;
  readonly note?: Text | undefined;
}

export type Lister = (id: string, person: string, name: Text, options?: Options) => ListedDocument;

export function listerFor(locale: Locale): Lister {
  return (id, person, name, options = {}) => ({
    id,
    person,
    name: name[locale],
    original: options.original ?? true,
    legalisation: options.legalisation ?? 'none',
    translation: options.translation ?? 'none',
    ...(options.months !== undefined && { max_age_months: options.months }),
    shareable: options.shareable ?? false,
    ...(options.note && { note: options.note[locale] }),
  });
}

/** What a civil-status record of a country needs: nothing from Italy, apostille and translation from elsewhere. */
export function formalities(country: string | undefined): {
  legalisation: Legalisation;
  translation: Translation;
} {
  return country === 'IT'
    ? { legalisation: 'none', translation: 'none' }
    : { legalisation: 'apostille_or_legalisation', translation: 'into_italian' };
}
