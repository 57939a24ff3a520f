import type { Message } from '#modules/notifications/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { type CaseFile, caseFileToken, referenceOf } from '../domain/case-file.ts';
import { titleOf } from './titles.ts';
import type { LetterEvent } from './words/it.ts';
import { caseFileLetterWords } from './words/words.ts';

export type { LetterEvent };

/**
 * The letter about what happened to a file. What people wrote stays out of it: it is read on the page, which only the
 * person can open.
 */
export function caseFileLetter(
  { keys, publicUrl }: Pick<Deps, 'keys' | 'publicUrl'>,
  file: CaseFile,
  event: LetterEvent,
): Message {
  const words = caseFileLetterWords[file.locale];
  const title = titleOf(file, file.locale);
  const link = file.accountId === null ? `?office=${file.officeId}&token=${caseFileToken(keys, file)}` : '';
  return {
    channel: 'mail',
    to: file.email,
    locale: file.locale,
    officeId: file.officeId,
    ...(file.accountId === null ? {} : { accountId: file.accountId, toDomicile: true as const }),
    subject: words.events[event].subject(title),
    paragraphs: [
      words.greeting(file.personName),
      ...words.events[event].paragraphs,
      words.facts(title, referenceOf(file.id), findOffice(file.officeId)?.name[file.locale] ?? file.officeId),
    ],
    action: { label: words.action, url: `${publicUrl}/${file.locale}/requests/${file.id}${link}` },
  };
}
