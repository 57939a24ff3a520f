import { attachDrafts, type FormHolder, keepDocumentsUntil } from '#modules/documents/public.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import { announce } from '#platform/outbox/announce.ts';
import type { CaseFile, MessageKind } from '../domain/case-file.ts';
import { type CaseFileEvent, type CaseFileState, isOpen } from '../domain/case-file-lifecycle.ts';
import { procedureOf } from '../domain/procedures.ts';
import { daysBetween, keepUntil } from '../domain/terms.ts';
import { caseFileLetter, type LetterEvent } from '../letters/letters.ts';
import { saveCaseFile } from '../store/case-files.ts';
import { insertMessage } from '../store/messages.ts';
import type { CaseFileDeps } from './case-file-deps.ts';
import { caseFileTopic, queueTopic } from './topics.ts';

/** The line of history and the letter of each event; who wrote tells the two kinds of message apart. */
const consequences: Record<
  Exclude<CaseFileEvent, 'write'> | 'person_writes' | 'office_writes',
  { readonly type: string; readonly letter: LetterEvent | null }
> = {
  take: { type: 'case-file.taken', letter: 'taken' },
  put_back: { type: 'case-file.put-back', letter: 'put_back' },
  person_writes: { type: 'case-file.person-wrote', letter: null },
  office_writes: { type: 'case-file.office-wrote', letter: 'written' },
  ask: { type: 'case-file.asked', letter: 'asked' },
  reply: { type: 'case-file.replied', letter: null },
  answer: { type: 'case-file.answered', letter: 'answered' },
  correct: { type: 'case-file.corrected', letter: 'corrected' },
  reject: { type: 'case-file.rejected', letter: 'rejected' },
  cancel: { type: 'case-file.cancelled', letter: 'cancelled' },
  write_again: { type: 'case-file.taken-up-again', letter: 'taken_up_again' },
  close_account: { type: 'case-file.closed-with-account', letter: null },
};

export interface Step {
  readonly event: CaseFileEvent;
  /** The state to which the lifecycle leads. */
  readonly next: CaseFileState;
  readonly actor: Actor;
  readonly at: Temporal.Instant;
  readonly message?: { readonly kind: MessageKind; readonly text: string; readonly holder: FormHolder };
}

/** One step in the life of a file: state, message with its documents, history, letter, open pages. */
export async function advance(tx: Tx, deps: CaseFileDeps, before: CaseFile, step: Step): Promise<CaseFile> {
  const { actor, at, message } = step;
  const file = moved(before, step);
  await saveCaseFile(tx, file, at);
  if (isOpen(before.state) !== isOpen(file.state)) {
    await keepDocumentsUntil(tx, { officeId: file.officeId, subjectId: file.id, day: file.keepUntil });
  }
  if (message !== undefined) await addMessage(tx, file, { ...message, actor, at });
  const writer = actor.kind === 'official' ? 'office_writes' : 'person_writes';
  const { type, letter } = consequences[step.event === 'write' ? writer : step.event];
  await record(tx, {
    type,
    subject: { kind: 'case-file', id: file.id },
    actor,
    at,
    officeId: file.officeId,
    ...(file.accountId === null ? {} : { accountId: file.accountId }),
    facts: { state: file.state },
  });
  if (letter !== null) await enqueueMessages(tx, at, [caseFileLetter(deps, file, letter)]);
  await announce(tx, caseFileTopic(file.id), queueTopic(file.officeId));
  return file;
}

function moved(file: CaseFile, { event, next, actor, at }: Step): CaseFile {
  const waited = file.waitingSince === null ? 0 : daysBetween(file.waitingSince, at);
  const stillWaits = next === 'waiting_for_person';
  const takenBy =
    event === 'take'
      ? actor.kind === 'official'
        ? actor.id
        : null
      : event === 'put_back'
        ? null
        : file.takenBy;
  const zone = findOffice(file.officeId)?.timeZone ?? 'UTC';
  const closing = isOpen(file.state) && !isOpen(next);
  return {
    ...file,
    state: next,
    takenBy,
    waitingSince: stillWaits ? (file.waitingSince ?? at) : null,
    waitedDays: file.waitedDays + (stillWaits ? 0 : waited),
    closedAt: isOpen(next) ? null : closing ? at : file.closedAt,
    keepUntil: isOpen(next)
      ? null
      : closing
        ? keepUntil(procedureOf(file.procedure).keeping, at, zone)
        : file.keepUntil,
  };
}

/** A message of the thread, with the files that its form carried. */
export async function addMessage(
  tx: Tx,
  file: Pick<CaseFile, 'officeId' | 'id' | 'accountId'>,
  message: {
    readonly kind: MessageKind;
    readonly text: string;
    readonly holder: FormHolder;
    readonly actor: Actor;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { kind, text, holder, actor, at } = message;
  const id = crypto.randomUUID();
  const byOffice = actor.kind === 'official';
  await insertMessage(tx, file, {
    id,
    author: byOffice ? 'office' : 'person',
    officialId: byOffice ? actor.id : null,
    kind,
    text,
    at,
  });
  await attachDrafts(tx, {
    holder,
    officeId: file.officeId,
    accountId: file.accountId,
    subject: { kind: 'case-file', id: file.id },
    partId: id,
    actor,
    at,
  });
}
