import { createHash } from 'node:crypto';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { record } from '#platform/event-log/record.ts';
import {
  type Draft,
  mostFiles,
  mostFilesOfForm,
  personQuota,
  plainName,
  type UploadRefusal,
} from '../domain/document.ts';
import { sumBytesOf } from '../store/documents.ts';
import { deleteDrafts, type FormHolder, insertDraft, listDraftsOf } from '../store/drafts.ts';
import { insertOriginal } from '../store/originals.ts';
import { checkUpload, type Received } from './check-upload.ts';
import { asUploads, type DocumentDeps } from './document-deps.ts';
import { eraseOriginalsOf, sealOriginal } from './originals.ts';

export type { FormHolder, Received };

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/**
 * Takes a file of a form that is not sent yet. It stays with the form, whatever becomes of the other fields; the same
 * file sent again is the same upload.
 */
export async function receiveUpload(
  deps: DocumentDeps,
  holder: FormHolder,
  received: Received,
): Promise<Outcome<Draft, UploadRefusal>> {
  const { db, files, now } = deps;
  const at = now();
  const receivedSha256 = sha256(received.content);
  const before = await db.transaction(asUploads, async (tx) => ({
    drafts: await listDraftsOf(tx, holder),
    bytes: holder.accountId === null ? 0 : await sumBytesOf(tx, holder.accountId),
  }));
  const askedFor = received.askedFor ?? null;
  const ofField = before.drafts.filter((each) => each.askedFor === askedFor);
  const known = ofField.find((each) => each.receivedSha256 === receivedSha256);
  if (known !== undefined) return granted(known);
  if (ofField.length >= mostFiles || before.drafts.length >= mostFilesOfForm)
    return refused({ code: 'too_many_files' });
  if (before.bytes + received.content.length > personQuota) return refused({ code: 'quota_full' });

  const checked = await checkUpload(deps, received);
  if (!checked.ok) {
    if (checked.refusal.code === 'infected') await recordInfected(deps, holder, receivedSha256, at);
    return checked;
  }
  const { kind, content, pages, warnings, scanned } = checked.value;
  const id = crypto.randomUUID();
  const draft = {
    id,
    name: plainName(received.name, kind),
    kind,
    bytes: content.length,
    fileKey: `kept/${id.slice(0, 2)}/${crypto.randomUUID()}`,
    receivedSha256,
    sha256: sha256(content),
    uploadedAt: at,
    askedFor,
    place: (ofField.at(-1)?.place ?? 0) + 1,
    pages,
    warnings,
    scanned,
  };
  // The line comes before the file: a file that no line knows would never be erased.
  const original = sealOriginal(deps, {
    documentId: id,
    content: received.content,
    sha256: receivedSha256,
    at,
  });
  const isFirst = await db.transaction(asUploads, async (tx) => {
    if (!(await insertDraft(tx, holder, draft))) return false;
    await insertOriginal(tx, original.line);
    return true;
  });
  if (isFirst) {
    try {
      await files.write(draft.fileKey, content);
      await files.write(original.line.fileKey, original.sealed);
    } catch (error) {
      await db.transaction(asUploads, async (tx) => {
        await eraseOriginalsOf(deps, tx, [id]);
        await deleteDrafts(tx, [id]);
      });
      throw error;
    }
    return granted(draft);
  }
  const drafts = await db.transaction(asUploads, (tx) => listDraftsOf(tx, holder));
  const twin = drafts.find((each) => each.askedFor === askedFor && each.receivedSha256 === receivedSha256);
  return twin === undefined ? refused({ code: 'too_many_files' }) : granted(twin);
}

async function recordInfected(
  { db }: DocumentDeps,
  { accountId }: FormHolder,
  digest: string,
  at: Temporal.Instant,
): Promise<void> {
  await db.transaction(asUploads, (tx) =>
    record(tx, {
      type: 'document.found-infected',
      subject: { kind: 'document', id: digest },
      actor: accountId === null ? { kind: 'visitor' } : { kind: 'citizen', id: accountId },
      at,
      ...(accountId === null ? {} : { accountId }),
    }),
  );
}

/** The files that wait with a form. */
export async function listDrafts({ db }: DocumentDeps, holder: FormHolder): Promise<Draft[]> {
  return db.transaction(asUploads, (tx) => listDraftsOf(tx, holder));
}

/** Files that came for a form which their sender may not fill in any more do not stay. */
export async function takeBackUploads(
  deps: DocumentDeps,
  holder: FormHolder,
  uploads: readonly Pick<Draft, 'id'>[],
): Promise<void> {
  for (const { id } of uploads) await discardDraft(deps, holder, id);
}

/** Takes a file off a form that is not sent yet. */
export async function discardDraft(
  deps: DocumentDeps,
  holder: FormHolder,
  id: string,
): Promise<Outcome<null, { code: 'no_such_file' }>> {
  const { db, files } = deps;
  return db.transaction(asUploads, async (tx) => {
    const draft = (await listDraftsOf(tx, holder)).find((each) => each.id === id);
    if (draft === undefined) return refused({ code: 'no_such_file' });
    await files.remove(draft.fileKey);
    await eraseOriginalsOf(deps, tx, [draft.id]);
    await deleteDrafts(tx, [draft.id]);
    return granted(null);
  });
}
