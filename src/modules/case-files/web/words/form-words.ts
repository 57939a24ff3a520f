import type { Locale } from '#kernel/locale.ts';
import { formEn } from './form-en.ts';
import { type FormWords, formIt } from './form-it.ts';

export const formWords: Record<Locale, FormWords> = { it: formIt, en: formEn };
