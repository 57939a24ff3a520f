import type { Locale } from '#kernel/locale.ts';
import { en } from './delegations.en.ts';
import { it } from './delegations.it.ts';

export const delegationWords: Record<Locale, typeof it> = { it, en };
