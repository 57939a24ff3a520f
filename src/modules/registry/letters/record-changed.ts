import type { Locale } from '#kernel/locale.ts';
import type { Message } from '#modules/notifications/public.ts';
import type { ChangeKind } from '../domain/change.ts';
import { deskWords } from '../web/words/desk.ts';

export interface RecordChanged {
  readonly channel: 'pec' | 'mail';
  readonly address: string;
  readonly locale: Locale;
  readonly accountId: string | null;
  readonly officeId: string;
  readonly municipality: string;
  readonly kind: ChangeKind;
  readonly publicUrl: string;
}

/** Tells somebody that the municipality has changed the record; the data themselves are read on the page. */
export function recordChanged(about: RecordChanged): Message {
  const { locale, accountId } = about;
  const { told: words, history } = deskWords[locale];
  return {
    channel: about.channel,
    to: about.address,
    locale,
    officeId: about.officeId,
    ...(accountId === null ? {} : { accountId }),
    subject: words.subject,
    paragraphs: [words.text(about.municipality), words.what(history.kinds[about.kind]), words.wrong],
    action: { label: words.action, url: `${about.publicUrl}/${locale}/your-data#changes` },
  };
}
