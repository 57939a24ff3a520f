import type { Locale } from '#kernel/locale.ts';
import type { Message } from '#modules/notifications/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { type CaseFile, caseFileToken, protocolText, referenceOf } from '../domain/case-file.ts';
import type { Procedure } from '../domain/procedure.ts';
import { titleOf } from './titles.ts';
import {
  type FormLetterEvent,
  formLetterEvents,
  letterEvents,
  type LetterEvent as PlainLetterEvent,
} from './words/it.ts';
import { caseFileLetterWords } from './words/words.ts';

export type LetterEvent = PlainLetterEvent | FormLetterEvent;

function plainEvent(event: LetterEvent): PlainLetterEvent {
  const found = letterEvents.find((each) => each === event);
  if (found === undefined) throw new Error(`No letter about ${event} of a plain request`);
  return found;
}

function formEvent(event: LetterEvent): FormLetterEvent {
  const found = formLetterEvents.find((each) => each === event);
  if (found === undefined) throw new Error(`No letter about ${event} of a file`);
  return found;
}

/** The same letter to somebody who acts for the person: it says for whom. */
export function letterToDelegate(
  deps: Parameters<typeof caseFileLetter>[0],
  file: CaseFile,
  event: LetterEvent,
  delegate: { readonly id: string; readonly name: string; readonly email: string; readonly locale: Locale },
): Message {
  const { toDomicile: _, ...letter } = caseFileLetter(deps, { ...file, ...delegate, id: file.id }, event);
  const words = caseFileLetterWords[delegate.locale];
  const [, ...said] = letter.paragraphs;
  return {
    ...letter,
    accountId: delegate.id,
    paragraphs: [words.greeting(delegate.name), words.onBehalf(file.personName ?? ''), ...said],
  };
}

/**
 * The letter about what happened to a file. What people wrote stays out of it: it is read on the page, which only the
 * person can open.
 */
export function caseFileLetter(
  {
    keys,
    publicUrl,
    procedures,
  }: Pick<Deps, 'keys' | 'publicUrl'> & { readonly procedures: { of(id: string): Procedure } },
  file: CaseFile,
  event: LetterEvent,
): Message {
  const words = caseFileLetterWords[file.locale];
  const title = titleOf(procedures.of(file.procedure), file, file.locale);
  const { protocol } = file;
  const letter = protocol === null ? words.events[plainEvent(event)] : words.formEvents[formEvent(event)];
  const link = file.accountId === null ? `?office=${file.officeId}&token=${caseFileToken(keys, file)}` : '';
  return {
    channel: 'mail',
    to: file.email,
    locale: file.locale,
    officeId: file.officeId,
    ...(file.accountId === null ? {} : { accountId: file.accountId, toDomicile: true as const }),
    subject: letter.subject(title),
    paragraphs: [
      words.greeting(file.personName),
      ...letter.paragraphs,
      words[protocol === null ? 'facts' : 'formFacts'](
        title,
        protocol === null ? referenceOf(file.id) : protocolText(protocol),
        findOffice(file.officeId)?.name[file.locale] ?? file.officeId,
      ),
    ],
    action: {
      label: protocol === null ? words.action : words.formAction,
      url: `${publicUrl}/${file.locale}/${protocol === null ? 'requests' : 'files'}/${file.id}${link}`,
    },
  };
}
