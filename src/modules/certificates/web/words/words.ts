import type { Locale } from '#kernel/locale.ts';
import { en } from './en.ts';
import { it } from './it.ts';

export const certificateWords: Record<Locale, typeof it> = { it, en };
