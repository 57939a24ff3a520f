import {
  delegationFor,
  delegationReaches,
  delegationsInForce,
  hadDelegationFor,
  type Matter,
  namesOfPeople,
  ownersOf,
} from '#modules/identity/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { type CaseFile, isCaseFileId } from '../domain/case-file.ts';
import type { FormDraft } from '../domain/draft.ts';
import { findOwnCaseFile, listOwnCaseFiles } from '../store/case-files.ts';
import { findDraft, listDraftsOf } from '../store/drafts.ts';
import { asCaseFiles, type CaseFileDeps } from './case-file-deps.ts';

/** Whose draft or file it is, and which account types: a delegate may act for another. */
export interface ForPerson {
  readonly accountId: string;
  readonly actingId: string;
}

/** A file as delegations look at it; requests without an account are nobody’s to delegate. */
export const matterOfFile = ({ accountId, procedure, id, closedAt }: CaseFile): Matter => ({
  ownerId: accountId ?? '',
  procedure,
  fileId: id,
  closedAt,
});

/** A draft: it becomes the file with its id, or corrects one that is open. */
export const matterOfDraft = ({
  accountId,
  procedure,
  id,
  caseFileId,
}: Pick<FormDraft, 'accountId' | 'procedure' | 'id' | 'caseFileId'>): Matter => ({
  ownerId: accountId,
  procedure,
  fileId: caseFileId ?? id,
  closedAt: null,
});

/** Whether the account that types may do so in this matter now; asked in the transaction that reads or changes it. */
export async function mayAct(
  tx: Tx,
  { now }: Pick<CaseFileDeps, 'now'>,
  actingId: string,
  matter: Matter,
  { holds = false }: { holds?: boolean } = {},
): Promise<boolean> {
  if (actingId === matter.ownerId) return true;
  return (await delegationFor(tx, matter, { delegateId: actingId, at: now(), holds })) !== undefined;
}

/** The people for whom an account acts now, itself first. */
async function peopleOf(deps: Pick<CaseFileDeps, 'db' | 'now'>, actingId: string): Promise<string[]> {
  const owners = (await delegationsInForce(deps, actingId)).map(({ ownerId }) => ownerId);
  return [...new Set([actingId, ...owners])];
}

/** Whose draft it is, for an account that may fill it in: the own ones, and those that were delegated. */
export async function whoseDraft(
  deps: Pick<CaseFileDeps, 'db' | 'now'>,
  actingId: string,
  draftId: string,
): Promise<ForPerson | undefined> {
  const as = { kind: 'citizen', accountId: actingId } as const;
  const own = await deps.db.transaction(as, (tx) => findDraft(tx, actingId, draftId));
  if (own !== undefined) return { accountId: actingId, actingId };
  for (const accountId of (await peopleOf(deps, actingId)).slice(1)) {
    const found = await deps.db.transaction(as, async (tx) => {
      const draft = await findDraft(tx, accountId, draftId);
      return draft !== undefined && (await mayAct(tx, deps, actingId, matterOfDraft(draft)));
    });
    if (found) return { accountId, actingId };
  }
  return undefined;
}

/** A file for an account that may act in it. */
export async function findForActing(
  deps: Pick<CaseFileDeps, 'db' | 'now'>,
  actingId: string,
  id: string,
): Promise<CaseFile | undefined> {
  const as = { kind: 'citizen', accountId: actingId } as const;
  const own = await deps.db.transaction(as, (tx) => findOwnCaseFile(tx, actingId, id));
  if (own !== undefined) return own;
  for (const accountId of (await peopleOf(deps, actingId)).slice(1)) {
    const found = await deps.db.transaction(as, async (tx) => {
      const file = await findOwnCaseFile(tx, accountId, id);
      return file !== undefined && (await mayAct(tx, deps, actingId, matterOfFile(file))) ? file : undefined;
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What an account does for others: their files and begun forms, as far as the delegations reach. */
export async function listForOthers(
  deps: Pick<CaseFileDeps, 'db' | 'now'>,
  actingId: string,
): Promise<{ readonly files: readonly CaseFile[]; readonly drafts: readonly FormDraft[] }> {
  const files: CaseFile[] = [];
  const drafts: FormDraft[] = [];
  for (const accountId of (await peopleOf(deps, actingId)).slice(1)) {
    await deps.db.transaction({ kind: 'citizen', accountId: actingId }, async (tx) => {
      for (const file of await listOwnCaseFiles(tx, accountId))
        if (await mayAct(tx, deps, actingId, matterOfFile(file))) files.push(file);
      for (const draft of await listDraftsOf(tx, accountId))
        if (draft.caseFileId === null && (await mayAct(tx, deps, actingId, matterOfDraft(draft))))
          drafts.push(draft);
    });
  }
  return { files, drafts };
}

/** The name of the person for whom somebody else acts; nothing where everybody acts for themselves. */
export async function onBehalfOf(
  { db }: Pick<CaseFileDeps, 'db'>,
  { accountId, actingId }: ForPerson,
): Promise<string | undefined> {
  if (accountId === actingId) return undefined;
  return (await db.transaction(asCaseFiles, (tx) => namesOfPeople(tx, [accountId]))).get(accountId);
}

/** The names of those for whom somebody acts. */
export function namesOfOwners(
  { db }: Pick<CaseFileDeps, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return db.transaction(asCaseFiles, (tx) => namesOfPeople(tx, ids));
}

/** The delegations by which somebody acts in a file now. */
export async function delegationsOfFile(
  deps: Pick<CaseFileDeps, 'db' | 'now'>,
  actingId: string,
  file: CaseFile,
): Promise<string[]> {
  const all = await delegationsInForce(deps, actingId);
  return all.filter((each) => delegationReaches(each, matterOfFile(file))).map(({ id }) => id);
}

/** Whether an account acted in a file or draft by a delegation that is over. */
export async function actedBefore(
  { db }: Pick<CaseFileDeps, 'db'>,
  actingId: string,
  id: string,
): Promise<boolean> {
  if (!isCaseFileId(id)) return false;
  return db.transaction(asCaseFiles, async (tx) => {
    for (const accountId of await ownersOf(tx, actingId)) {
      const file = await findOwnCaseFile(tx, accountId, id);
      const draft = file === undefined ? await findDraft(tx, accountId, id) : undefined;
      const matter = file !== undefined ? matterOfFile(file) : draft && matterOfDraft(draft);
      const since = file?.submittedAt ?? draft?.createdAt;
      if (matter === undefined || since === undefined) continue;
      if (await hadDelegationFor(tx, matter, { delegateId: actingId, since })) return true;
    }
    return false;
  });
}

/** Whose form an upload is for: the person’s whose draft it is, else the sender’s own. */
export function ownerOfDraft(deps: Pick<CaseFileDeps, 'db' | 'now'>) {
  return async (accountId: string, formKey: string): Promise<string> => {
    const who = isCaseFileId(formKey) ? await whoseDraft(deps, accountId, formKey) : undefined;
    return who?.accountId ?? accountId;
  };
}
