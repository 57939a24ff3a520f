import type { CivilDate } from '#kernel/civil-date.ts';
import { attachDrafts, type FormHolder, keepDocumentsUntil } from '#modules/documents/public.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import { announce } from '#platform/outbox/announce.ts';
import type { CaseFile, MessageKind } from '../domain/case-file.ts';
import {
  type CaseFileEvent,
  type CaseFileState,
  holderIn,
  isOpen,
  waitsForPerson,
} from '../domain/case-file-lifecycle.ts';
import { daysBetween, keepUntil } from '../domain/terms.ts';
import type { LetterEvent } from '../letters/letters.ts';
import { saveCaseFile } from '../store/case-files.ts';
import { saveFileWords } from '../store/file-words.ts';
import { insertMessage } from '../store/messages.ts';
import { passTurn } from '../store/turns.ts';
import type { CaseFileDeps } from './case-file-deps.ts';
import { lettersAbout } from './letters-about.ts';
import { openStage } from './municipal-stage.ts';
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
  hand_over: { type: 'case-file.handed-over', letter: null },
  note: { type: 'case-file.noted', letter: null },
  fail_verification: { type: 'case-file.verification-failed', letter: 'verification_failed' },
  resubmit: { type: 'case-file.resubmitted', letter: 'resubmitted' },
  send_to_municipality: { type: 'case-file.sent-to-municipality', letter: 'sent_to_municipality' },
  remind_municipality: { type: 'case-file.municipality-reminded', letter: null },
  take_at_municipality: { type: 'case-file.taken-by-municipality', letter: null },
  put_back_at_municipality: { type: 'case-file.put-back-by-municipality', letter: null },
  write_between_offices: { type: 'case-file.offices-wrote', letter: null },
  confirm: { type: 'case-file.confirmed', letter: 'defined' },
  refuse: { type: 'case-file.refused-by-municipality', letter: 'refused_by_municipality' },
  define: { type: 'case-file.defined', letter: 'defined' },
};

/** What is not for the person’s eyes goes under the kind that hides it. */
const onlyKind: Partial<Record<CaseFileEvent, MessageKind>> = {
  note: 'internal_note',
  write_between_offices: 'between_offices',
};

export interface Step {
  readonly event: CaseFileEvent;
  /** The state to which the lifecycle leads. */
  readonly next: CaseFileState;
  readonly actor: Actor;
  readonly at: Temporal.Instant;
  readonly message?: {
    readonly kind: MessageKind;
    readonly text: string;
    readonly holder: FormHolder;
    /** Which desk an official writes from. */
    readonly author?: 'office' | 'municipality';
  };
  /** What else the step writes down. */
  readonly change?: Partial<Pick<CaseFile, 'answers' | 'municipalityId' | 'takenBy'>>;
  /** Since when a confirmed registration holds. */
  readonly registeredOn?: CivilDate;
  /** Further facts for the history: codes, ids and times only. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** One step in the life of a file: state, message with its documents, history, letter, open pages. */
export async function advance(tx: Tx, deps: CaseFileDeps, before: CaseFile, step: Step): Promise<CaseFile> {
  const { actor, at, message } = step;
  const file = moved(deps, before, step);
  await saveCaseFile(tx, file, at);
  if (step.event === 'send_to_municipality') await openStage(tx, deps, file, at);
  if (step.change?.answers !== undefined && file.protocol !== null) await saveFileWords(tx, file);
  const holder = holderIn(file.state);
  if (holder !== holderIn(before.state)) await passTurn(tx, file, { holder, at });
  if (isOpen(before.state) !== isOpen(file.state)) {
    await keepDocumentsUntil(tx, { officeId: file.officeId, subjectId: file.id, day: file.keepUntil });
  }
  if (message !== undefined) await addMessage(tx, file, { ...message, actor, at });
  const writer = actor.kind === 'official' ? 'office_writes' : 'person_writes';
  const kindOnly = onlyKind[step.event];
  if (kindOnly !== undefined && message?.kind !== kindOnly)
    throw new Error(`${step.event} needs ${kindOnly}`);
  const { type, letter } = consequences[step.event === 'write' ? writer : step.event];
  await record(tx, {
    type,
    subject: { kind: 'case-file', id: file.id },
    actor,
    at,
    officeId: file.officeId,
    ...(file.accountId === null ? {} : { accountId: file.accountId }),
    facts: {
      ...step.facts,
      ...(delegateIn(file, actor) === null ? {} : { procedure: file.procedure }),
      ...(step.registeredOn === undefined ? {} : { registeredOn: step.registeredOn }),
      state: file.state,
    },
  });
  if (letter !== null) await enqueueMessages(tx, at, await lettersAbout(tx, deps, file, letter));
  const { afterStep } = deps.procedures.effectsOf(file.procedure);
  if (afterStep !== undefined) {
    const { registeredOn } = step;
    await afterStep(tx, deps, {
      file,
      before,
      event: step.event,
      actor,
      at,
      ...(registeredOn === undefined ? {} : { registeredOn }),
    });
  }
  await announce(
    tx,
    caseFileTopic(file.id),
    queueTopic(file.officeId),
    ...(file.municipalityId === null ? [] : [queueTopic(file.municipalityId)]),
  );
  return file;
}

function moved(deps: CaseFileDeps, file: CaseFile, { event, next, actor, at, change }: Step): CaseFile {
  const waited = file.waitingSince === null ? 0 : daysBetween(file.waitingSince, at);
  const stillWaits = waitsForPerson(next);
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
    takenBy,
    ...change,
    state: next,
    sentAt: event === 'send_to_municipality' ? at : file.sentAt,
    version: file.version + 1,
    waitingSince: stillWaits ? (file.waitingSince ?? at) : null,
    waitedDays: file.waitedDays + (stillWaits ? 0 : waited),
    closedAt: isOpen(next) ? null : closing ? at : file.closedAt,
    keepUntil: isOpen(next)
      ? null
      : closing
        ? keepUntil(deps.procedures.of(file.procedure).keeping, at, zone)
        : file.keepUntil,
  };
}

/** The account that acts for the person, where it is another one. */
function delegateIn({ accountId }: Pick<CaseFile, 'accountId'>, actor: Actor): string | null {
  return actor.kind === 'citizen' && accountId !== null && actor.id !== accountId ? actor.id : null;
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
    readonly author?: 'office' | 'municipality';
  },
): Promise<void> {
  const { kind, text, holder, actor, at } = message;
  const id = crypto.randomUUID();
  const byOffice = actor.kind === 'official';
  await insertMessage(tx, file, {
    id,
    author: byOffice ? (message.author ?? 'office') : 'person',
    officialId: byOffice ? actor.id : null,
    kind,
    text,
    at,
    writtenBy: delegateIn(file, actor),
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
