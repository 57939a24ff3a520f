import type { Locale } from '#kernel/locale.ts';
import type { Message } from '#modules/notifications/public.ts';
import type { Deps } from '#platform/deps.ts';
import { type Certificate, numberOf } from '../domain/certificate.ts';
import { distrustWords } from './words/words.ts';

/** Tells somebody that a document counts no more because a key of ours was in wrong hands, and what happens now. */
export function distrustLetter(
  { publicUrl }: Pick<Deps, 'publicUrl'>,
  about: {
    readonly to: string;
    readonly accountId: string;
    readonly locale: Locale;
    /** Absent where it was a proof. */
    readonly certificate: Certificate | undefined;
  },
): Message {
  const { to, accountId, locale, certificate } = about;
  const words = distrustWords[locale];
  const paragraphs =
    certificate === undefined
      ? [words.proof, words.notYou, words.proofNow]
      : [words.certificate(numberOf(certificate) ?? ''), words.notYou, words.again, words.handedIn];
  return {
    channel: 'mail',
    to,
    locale,
    accountId,
    toDomicile: true,
    subject: words.subject,
    paragraphs,
    action: {
      label: words.action,
      url: `${publicUrl}/${locale}/${certificate === undefined ? 'proofs' : `certificates/${certificate.id}`}`,
    },
  };
}
