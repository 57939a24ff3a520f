import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { type FeeId, feeFor } from '#modules/tariff/public.ts';
import { paymentWords } from './words/words.ts';

/** `Art. 24: Autentica di firma`, or the name alone of what has no article. */
export function feeName(feeId: FeeId, day: CivilDate, locale: Locale): string {
  const { article, title } = feeFor(feeId, day);
  return article === null ? title[locale] : paymentWords[locale].article(article, title[locale]);
}

/** What stands for an official on papers: enough to find who it was, no name. */
export function clerkCode(officialId: string): string {
  return officialId.slice(-8).toUpperCase();
}
