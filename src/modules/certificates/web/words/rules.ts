import type { Locale } from '#kernel/locale.ts';
import { rulesEn } from './rules.en.ts';
import { rulesIt } from './rules.it.ts';

/** Each blocking condition in words: what, why, who removes it and how to ask. */
export const ruleWords: Record<Locale, typeof rulesIt> = { it: rulesIt, en: rulesEn };
