import type { Locale } from '#kernel/locale.ts';
import { en } from './online.en.ts';
import { it } from './online.it.ts';

export const onlineWords: Record<Locale, typeof it> = { it, en };
