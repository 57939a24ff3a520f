import type { CivilDate } from '#kernel/civil-date.ts';
import { type Document, listDocuments } from '#modules/documents/public.ts';
import { type Applicant, findApplicants, readNewEmail } from '#modules/identity/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Principal } from '#platform/database/principal.ts';
import { type CaseFile, isCaseFileId, isCaseFileToken, type Message } from '../domain/case-file.ts';
import { isOpen } from '../domain/case-file-lifecycle.ts';
import { answerTo } from '../domain/form-answers.ts';
import type { Procedure } from '../domain/procedure.ts';
import { dueOn, type Turn, type UsualTime } from '../domain/terms.ts';
import { findCaseFile, listOwnCaseFiles } from '../store/case-files.ts';
import { listMessages } from '../store/messages.ts';
import { countBefore, findUsualTime } from '../store/queue.ts';
import { listTimeline, type TimelineEvent } from '../store/timeline.ts';
import { listTurns } from '../store/turns.ts';
import { findForActing, matterOfFile, mayAct } from './acting.ts';
import { asCaseFiles, type CaseFileDeps } from './case-file-deps.ts';

export type { TimelineEvent };

/** A person who reads a file: its owner, who acts for the owner, or whoever has the link of the letters. */
export type Reader =
  | { readonly kind: 'citizen'; readonly accountId: string }
  | { readonly kind: 'link'; readonly officeId: string; readonly token: string };

/** Whether a file is this reader's: asked again inside the transaction that changes it. */
export async function isReadersOwn(
  tx: Tx,
  { keys, now }: Pick<CaseFileDeps, 'keys' | 'now'>,
  reader: Reader,
  file: CaseFile,
): Promise<boolean> {
  return reader.kind === 'citizen'
    ? file.accountId !== null && mayAct(tx, { now }, reader.accountId, matterOfFile(file), { holds: true })
    : file.accountId === null && isCaseFileToken(keys, file, reader.token);
}

/** A file for the person whose it is, or who acts for that person: other people's, and ids that nobody made, are not found. */
export async function findForReader(
  deps: CaseFileDeps,
  reader: Reader,
  id: string,
): Promise<CaseFile | undefined> {
  if (!isCaseFileId(id)) return undefined;
  if (reader.kind === 'citizen') return findForActing(deps, reader.accountId, id);
  const { officeId } = reader;
  if (findOffice(officeId) === undefined || !isCaseFileToken(deps.keys, { officeId, id }, reader.token)) {
    return undefined;
  }
  const file = await deps.db.transaction({ kind: 'office', officeId }, (tx) =>
    findCaseFile(tx, officeId, id),
  );
  return file?.accountId === null ? file : undefined;
}

/** A file for an official of its office. */
export async function findForOfficial(
  { db }: CaseFileDeps,
  { as, officeId }: { as: Principal; officeId: string },
  id: string,
): Promise<CaseFile | undefined> {
  if (!isCaseFileId(id)) return undefined;
  return db.transaction(as, (tx) => findCaseFile(tx, officeId, id));
}

export async function listOwnFiles({ db }: CaseFileDeps, accountId: string): Promise<CaseFile[]> {
  return db.transaction({ kind: 'citizen', accountId }, (tx) => listOwnCaseFiles(tx, accountId));
}

/** Everything that the page of a file shows. */
export interface CaseFileView {
  readonly file: CaseFile;
  readonly messages: readonly (Message & { readonly documents: readonly Document[] })[];
  readonly timeline: readonly TimelineEvent[];
  readonly procedure: Procedure;
  /** In whose hands it lay. */
  readonly turns: readonly Turn[];
  /** By when the office has to answer, while it is its turn or the person's. */
  readonly due: CivilDate | undefined;
  /** Place in the queue of the office, while nobody has the file in charge. */
  readonly position: number | undefined;
  readonly usual: UsualTime | undefined;
  /** The new address that waits for its correction, and whether its code was entered. */
  readonly newEmail: { readonly proven: boolean } | undefined;
}

/** The file with its thread and its history, for somebody who may read it. */
export async function viewCaseFile(deps: CaseFileDeps, file: CaseFile): Promise<CaseFileView> {
  const { officeId, id } = file;
  const now = deps.now();
  const procedure = deps.procedures.of(file.procedure);
  const view = await deps.db.transaction({ kind: 'office', officeId }, async (tx) => {
    const documents = await listDocuments(tx, officeId, [id]);
    const messages = await listMessages(tx, file);
    return {
      messages: messages.map((message) => ({
        ...message,
        documents: documents.filter((each) => each.partId === message.id),
      })),
      timeline: await listTimeline(tx, id),
      turns: await listTurns(tx, officeId, id),
      position: file.state === 'submitted' ? await countBefore(tx, file) : undefined,
      usual: isOpen(file.state)
        ? await findUsualTime(tx, officeId, file.procedure, now.subtract({ hours: 90 * 24 }))
        : undefined,
    };
  });
  const zone = findOffice(officeId)?.timeZone ?? 'UTC';
  return {
    file,
    ...view,
    procedure,
    turns: view.turns,
    due: isOpen(file.state) && procedure.term !== null ? dueOn(procedure.term, file, now, zone) : undefined,
    newEmail: await findWaitingEmail(deps, file),
  };
}

async function findWaitingEmail(
  { db }: CaseFileDeps,
  { accountId, answers, state }: CaseFile,
): Promise<{ proven: boolean } | undefined> {
  if (accountId === null || answerTo(answers, 'datum') !== 'email' || !isOpen(state)) return undefined;
  const found = await db.transaction(asCaseFiles, (tx) => readNewEmail(tx, accountId));
  return { proven: found?.proven === true && found.value === answerTo(answers, 'email') };
}

/** Who the signed-in person is, for the form of a new request. */
export async function findAsker({ db }: CaseFileDeps, accountId: string): Promise<Applicant | undefined> {
  const found = await db.transaction({ kind: 'citizen', accountId }, (tx) => findApplicants(tx, [accountId]));
  return found[0];
}
