import type { Locale } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import type { Message } from '#modules/notifications/public.ts';
import type { ClosingOutcome, WordsByModule } from '../domain/closing.ts';
import { closingPageWords } from '../web/words/words.ts';

/** What was erased and what is kept, each in a sentence. */
export function sentencesOf(
  outcome: ClosingOutcome,
  words: WordsByModule,
  locale: Locale,
): { erased: string[]; kept: { what: string; why: string; until: string }[] } {
  const page = closingPageWords[locale];
  return {
    erased: outcome.flatMap(({ module, erased }) =>
      erased.map((code) => words[module]?.erased[code]?.[locale] ?? ''),
    ),
    kept: outcome.flatMap(({ module, kept }) =>
      kept.map(({ what, because, until }) => ({
        what: words[module]?.kept[what]?.[locale] ?? '',
        why: words[module]?.because[because]?.[locale] ?? '',
        until: until === null ? page.withoutEnd : page.until(formatShortDay(until, locale)),
      })),
    ),
  };
}

/** The last letter to somebody who has gone: the list that the page showed. It is erased once it has left. */
export function closedLetter(
  to: { readonly kind: 'email' | 'mobile'; readonly value: string },
  locale: Locale,
  outcome: ClosingOutcome,
  words: WordsByModule,
): Message {
  const { letter } = closingPageWords[locale];
  const about = { to: to.value, locale, subject: letter.subject, eraseOnceSent: true };
  if (to.kind === 'mobile') return { ...about, channel: 'sms', paragraphs: [letter.sms] };
  const { erased, kept } = sentencesOf(outcome, words, locale);
  return {
    ...about,
    channel: 'mail',
    paragraphs: [
      letter.done,
      letter.erased,
      ...erased.map((each) => `– ${each}`),
      letter.kept,
      ...kept.map(({ what, why, until }) => `– ${what}: ${why}; ${until}`),
      letter.again,
    ],
  };
}
