import type { Locale } from '#kernel/locale.ts';
import { formatDay } from '#kernel/moment.ts';
import type { Message } from '#modules/notifications/public.ts';
import type { Deps } from '#platform/deps.ts';
import { type Certificate, numberOf } from '../domain/certificate.ts';
import { kindWords } from '../web/words/kinds.ts';
import { letterWords } from './words/words.ts';

/** The kind under which letters name the sealed file of a certificate. */
export const certificateAttachments = 'certificate';

/** The letter that brings a certificate (CE-11). Whom it is about stands in the sealed file alone. */
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
    paragraphs: [
      words.ready(names, numberOf(certificate) ?? ''),
      words.attached,
      words.until(until),
      words.check,
    ],
    attachments: [{ kind: certificateAttachments, id: certificate.id }],
    action: { label: words.action, url: `${publicUrl}/${locale}/certificates/${certificate.id}` },
  };
}

/** What is said in place of a certificate that stopped counting before its letter left. */
export function withheldLetter(
  { publicUrl }: Pick<Deps, 'publicUrl'>,
  { id, why, locale }: { readonly id: string; readonly why: 'revoked' | 'expired'; readonly locale: Locale },
): Pick<Message, 'subject' | 'paragraphs' | 'action'> {
  const words = letterWords[locale].withheld;
  return {
    subject: words.subject,
    paragraphs: [words[why], words.now],
    action: { label: words.action, url: `${publicUrl}/${locale}/certificates/${id}` },
  };
}
