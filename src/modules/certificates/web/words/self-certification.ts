import type { Locale } from '#kernel/locale.ts';
import { en } from './self-certification.en.ts';
import { it } from './self-certification.it.ts';

export const selfCertificationWords: Record<Locale, typeof it> = { it, en };
