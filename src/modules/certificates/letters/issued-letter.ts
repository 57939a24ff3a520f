import { formatDay } from '#kernel/moment.ts';
import type { Message } from '#modules/notifications/public.ts';
import type { Deps } from '#platform/deps.ts';
import { type Certificate, numberOf } from '../domain/certificate.ts';
import { kindWords } from '../web/words/kinds.ts';
import { letterWords } from './words/words.ts';

/** The letter that a certificate is ready. Whom it is about stays out of it: the page behind the sign-in says so. */
export function issuedLetter(
  { publicUrl }: Pick<Deps, 'publicUrl'>,
  certificate: Certificate,
  to: string,
): Message {
  const { locale, kinds, issue } = certificate;
  const words = letterWords[locale];
  const names = kinds.map((kind) => kindWords[locale].kinds[kind].name).join(', ');
  const until = issue === null ? '' : formatDay(issue.validUntil, locale);
  return {
    channel: 'mail',
    to,
    locale,
    officeId: certificate.officeId,
    ...(certificate.accountId === null ? {} : { accountId: certificate.accountId }),
    subject: words.subject,
    paragraphs: [words.ready(names, numberOf(certificate) ?? ''), words.until(until), words.check],
    action: { label: words.action, url: `${publicUrl}/${locale}/certificates/${certificate.id}` },
  };
}
