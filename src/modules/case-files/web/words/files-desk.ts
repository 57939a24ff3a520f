import type { Locale } from '#kernel/locale.ts';
import { filesDeskEn } from './files-desk-en.ts';
import { filesDeskIt } from './files-desk-it.ts';

/** Words of the desk of files; in files of their own, because there are many. */
export const filesDeskWords: Record<Locale, typeof filesDeskIt> = { it: filesDeskIt, en: filesDeskEn };
