import type { Locale } from '#kernel/locale.ts';
import { municipalityEn } from './municipality.en.ts';
import { municipalityIt } from './municipality.it.ts';

export const municipalityWords: Record<Locale, typeof municipalityIt> = {
  it: municipalityIt,
  en: municipalityEn,
};
