import type { Locale } from '#kernel/locale.ts';
import { deskEn } from './desk.en.ts';
import { deskIt } from './desk.it.ts';

export const deskWords: Record<Locale, typeof deskIt> = { it: deskIt, en: deskEn };
