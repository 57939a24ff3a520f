import type { CivilDate } from '#kernel/civil-date.ts';
import { type Document, listDocuments } from '#modules/documents/public.ts';
import { namesOfPeople } from '#modules/identity/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Principal } from '#platform/database/principal.ts';
import { record } from '#platform/event-log/record.ts';
import { actorOf, type Official, principalOf } from '#platform/web/who.ts';
import { type CaseFile, isCaseFileId, type Message } from '../domain/case-file.ts';
import { type HolderOfTurn, isOpen } from '../domain/case-file-lifecycle.ts';
import { checkForm, type FormFindings } from '../domain/check-form.ts';
import type { WantedCorrection } from '../domain/correction.ts';
import { contentOf, type ShownSection } from '../domain/file-content.ts';
import { type AskedDocument, answersAsked, documentsFor } from '../domain/form-answers.ts';
import { askedForOf, filedDocument, inForce } from '../domain/form-documents.ts';
import type { FormProcedure } from '../domain/procedure.ts';
import { daysWith, dueOn, type Turn, type UsualTime } from '../domain/terms.ts';
import { findCaseFile } from '../store/case-files.ts';
import { listMessages } from '../store/messages.ts';
import { countBefore, findUsualTime } from '../store/queue.ts';
import { type FileReading, listFileReadings, wasReadSince } from '../store/readings.ts';
import { listSendings } from '../store/sent-answers.ts';
import { listTimeline, type TimelineEvent } from '../store/timeline.ts';
import { listTurns } from '../store/turns.ts';
import { listWanted } from '../store/wanted-corrections.ts';
import { asCaseFiles, type CaseFileDeps } from './case-file-deps.ts';
import { formFacts } from './check-form.ts';

export type { FileReading, WantedCorrection };

/** A document that the form asks for, with the files that were sent for it. */
export interface ShownDocument {
  readonly asked: AskedDocument;
  readonly files: readonly Document[];
  /** What was sent before a correction took its place. */
  readonly before: readonly Document[];
}

/** A file with a form, for whoever may read it: person, delegate, office, municipality. */
export interface FileView {
  readonly file: CaseFile;
  readonly procedure: FormProcedure;
  readonly content: readonly ShownSection[];
  readonly documents: readonly ShownDocument[];
  /** Files that were sent for something that is no longer asked. */
  readonly otherDocuments: readonly Document[];
  readonly messages: readonly (Message & { readonly documents: readonly Document[] })[];
  readonly wanted: readonly WantedCorrection[];
  /** When it was sent, the first time and after each correction. */
  readonly sentAt: readonly Temporal.Instant[];
  /** What the checks find in it as it reads now. */
  readonly findings: FormFindings;
  readonly turns: readonly Turn[];
  /** Whole days with each holder so far. */
  readonly days: Record<HolderOfTurn, number>;
  readonly timeline: readonly TimelineEvent[];
  /** Who opened it, latest first. */
  readonly readings: readonly FileReading[];
  /** Who acted for the person, by account; those without a name have closed theirs. */
  readonly delegates: ReadonlyMap<string, string>;
  /** The reader acts for the person. */
  readonly forAnother: boolean;
  /** By when the office has to answer, where a source gives a term. */
  readonly due: CivilDate | undefined;
  readonly position: number | undefined;
  readonly usual: UsualTime | undefined;
}

/** What only the desks have to know of the history. */
const notForThePerson = new Set(['case-file.noted', 'case-file.read', 'case-file.checked']);

/** Everything that is shown of a file, as the policies let this reader see it. */
export async function viewFile(deps: CaseFileDeps, file: CaseFile, as: Principal): Promise<FileView> {
  const { officeId, id, accountId } = file;
  const now = deps.now();
  const procedure = deps.procedures.findForm(file.procedure);
  if (procedure === undefined || accountId === null) throw new Error(`The file ${id} has no form`);
  const forAnother = as.kind === 'citizen' && as.accountId !== accountId;
  const read = await deps.db.transaction(as, async (tx) => ({
    documents: await listDocuments(tx, officeId, [id]),
    messages: await listMessages(tx, file),
    wanted: await listWanted(tx, id),
    sent: await listSendings(tx, file),
    turns: await listTurns(tx, officeId, id),
  }));
  // The lines of history are their person’s: whoever acts for them reads those of this file as its office does.
  const history = await deps.db.transaction(forAnother ? { kind: 'office', officeId } : as, async (tx) => ({
    timeline: await listTimeline(tx, id),
    readings: await listFileReadings(tx, id),
  }));
  const acted = [
    ...history.timeline.flatMap(({ actor, actorId }) =>
      actor === 'citizen' && actorId !== null ? [actorId] : [],
    ),
    ...read.messages.flatMap(({ writtenBy }) => (writtenBy === null ? [] : [writtenBy])),
  ].filter((each) => each !== accountId);
  const answers = answersAsked(procedure.form, file.answers);
  const asked = documentsFor(procedure.form, answers);
  const counting = inForce(read.documents, read.sent).filter(({ erasedAt }) => erasedAt === null);
  const documents = counting.flatMap((each) => filedDocument(each) ?? []);
  const facts = await deps.db.transaction(asCaseFiles, (tx) =>
    formFacts(tx, { accountId, officeId, answers, documents, now }),
  );
  const delegates =
    acted.length === 0
      ? new Map<string, string>()
      : await deps.db.transaction(asCaseFiles, (tx) => namesOfPeople(tx, acted));
  const queue = await deps.db.transaction({ kind: 'office', officeId }, async (tx) => ({
    position: file.state === 'submitted' ? await countBefore(tx, file) : undefined,
    usual: isOpen(file.state)
      ? await findUsualTime(tx, officeId, file.procedure, now.subtract({ hours: 90 * 24 }))
      : undefined,
  }));
  const fields = new Set(asked.map(({ path }) => askedForOf(path)));
  const ofForm = read.documents.filter(({ askedFor }) => askedFor !== null);
  const zone = findOffice(officeId)?.timeZone ?? 'Europe/Rome';
  return {
    file,
    procedure,
    content: contentOf(procedure.form, answers, read.sent.at(-2)?.answers),
    documents: asked.map((each) => ({
      asked: each,
      files: counting.filter(({ askedFor }) => askedFor === askedForOf(each.path)),
      before: ofForm.filter((one) => one.askedFor === askedForOf(each.path) && !counting.includes(one)),
    })),
    otherDocuments: ofForm.filter(({ askedFor }) => !fields.has(askedFor ?? '')),
    messages: read.messages.map((message) => ({
      ...message,
      documents: read.documents.filter(({ partId, askedFor }) => partId === message.id && askedFor === null),
    })),
    wanted: read.wanted,
    sentAt: read.sent.map(({ at }) => at),
    findings: checkForm(procedure, facts),
    turns: read.turns,
    days: daysWith(read.turns, now),
    timeline: history.timeline.filter(({ type }) => as.kind !== 'citizen' || !notForThePerson.has(type)),
    readings: history.readings,
    delegates,
    forAnother,
    due: isOpen(file.state) && procedure.term !== null ? dueOn(procedure.term, file, now, zone) : undefined,
    ...queue,
  };
}

/** How often the same official’s reading is written down: the person wants to know who looked, not each click. */
const readingOnceIn = { hours: 1 } as const;

/** A file for an official of its office, whose reading is written down and shown to the person. */
export async function openFile(
  deps: CaseFileDeps,
  { official, officeId }: { readonly official: Official; readonly officeId: string },
  id: string,
): Promise<FileView | undefined> {
  if (!isCaseFileId(id)) return undefined;
  const as = principalOf(official);
  const file = await deps.db.transaction(as, (tx) => findCaseFile(tx, officeId, id));
  if (file === undefined || deps.procedures.findForm(file.procedure) === undefined) return undefined;
  await noteReading(deps, file, { official, readerOfficeId: officeId });
  return viewFile(deps, file, as);
}

/** Writes down that an official reads a file, for the office on whose behalf; once an hour is enough. */
export async function noteReading(
  { db, now }: CaseFileDeps,
  file: CaseFile,
  { official, readerOfficeId }: { readonly official: Official; readonly readerOfficeId: string },
): Promise<void> {
  const at = now();
  await db.transaction(asCaseFiles, async (tx) => {
    if (await wasReadSince(tx, file.id, official.officialId, at.subtract(readingOnceIn))) return;
    await record(tx, {
      type: 'case-file.read',
      subject: { kind: 'case-file', id: file.id },
      actor: actorOf(official),
      at,
      officeId: file.officeId,
      ...(file.accountId === null ? {} : { accountId: file.accountId }),
      facts: { reader: official.ministry ? null : readerOfficeId },
    });
  });
}
