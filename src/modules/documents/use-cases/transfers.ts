import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { type Draft, personQuota, type UploadRefusal } from '../domain/document.ts';
import { mayBegin, type PieceRefusal, type Transfer, type TransferRefusal } from '../domain/transfer.ts';
import { sumBytesOf } from '../store/documents.ts';
import { type FormHolder, listDraftsOf } from '../store/drafts.ts';
import {
  countOpenTransfers,
  deleteTransfers,
  findTransfer,
  insertTransfer,
  type KeptTransfer,
  saveOutcome,
  savePiece,
} from '../store/transfers.ts';
import { asUploads, type DocumentDeps } from './document-deps.ts';
import { receiveUpload } from './receive-upload.ts';

/** Whose transfer it is: a person's, or of somebody whom only its id knows. */
export type Sender = string | null;

/** Makes room for a file that comes piece by piece. */
export async function beginTransfer(
  { db, now }: DocumentDeps,
  sender: Sender,
  file: { readonly name: string; readonly declaredType: string; readonly bytes: number },
): Promise<Outcome<Transfer, TransferRefusal>> {
  const id = crypto.randomUUID();
  return db.transaction(asUploads, async (tx) => {
    const open = sender === null ? 0 : await countOpenTransfers(tx, sender);
    const allowed = mayBegin(file.bytes, open);
    if (!allowed.ok) return allowed;
    if (sender !== null && (await sumBytesOf(tx, sender)) + file.bytes > personQuota)
      return refused({ code: 'quota_full' });
    await insertTransfer(tx, { id, accountId: sender, at: now(), ...file });
    return granted({ id, bytes: file.bytes, received: 0 });
  });
}

/** How far a transfer is. */
export async function seeTransfer(
  { db }: DocumentDeps,
  sender: Sender,
  id: string,
): Promise<(Transfer & { readonly name: string }) | undefined> {
  return db.transaction(asUploads, (tx) => findTransfer(tx, sender, id));
}

/** Puts down the next piece of a file. It lies in the store before it is counted, so that what counts is there. */
export async function takePiece(
  { db, files }: DocumentDeps,
  sender: Sender,
  { id, offset, content }: { readonly id: string; readonly offset: number; readonly content: Uint8Array },
): Promise<Outcome<{ readonly received: number }, PieceRefusal>> {
  const transfer = await db.transaction(asUploads, (tx) => findTransfer(tx, sender, id));
  if (transfer === undefined) return refused({ code: 'no_such_transfer' });
  if (transfer.received !== offset || offset + content.length > transfer.bytes)
    return refused({ code: 'other_offset' });
  if (content.length === 0) return granted({ received: offset });
  const fileKey = `incoming/${crypto.randomUUID()}`;
  await files.write(fileKey, content);
  const received = await db.transaction(asUploads, (tx) =>
    savePiece(tx, { id, offset, bytes: content.length, fileKey }),
  );
  if (received !== undefined) return granted({ received });
  await files.remove(fileKey);
  return refused({ code: 'other_offset' });
}

/** Gives a file that is all here to a form, as if it had come with it; asked again, it answers the same. */
export async function completeTransfer(
  deps: DocumentDeps,
  sender: Sender,
  completing: { readonly id: string; readonly holder: FormHolder; readonly askedFor: string | null },
): Promise<Outcome<Draft, UploadRefusal | { readonly code: 'no_such_transfer' | 'not_all_here' }>> {
  const { db, files } = deps;
  const { id, holder, askedFor } = completing;
  const transfer = await db.transaction(asUploads, (tx) => findTransfer(tx, sender, id));
  if (transfer === undefined) return refused({ code: 'no_such_transfer' });
  if (transfer.refusal !== null) return refused({ code: transfer.refusal as UploadRefusal['code'] });
  if (transfer.draftId !== null) {
    const drafts = await db.transaction(asUploads, (tx) => listDraftsOf(tx, holder));
    const draft = drafts.find((each) => each.id === transfer.draftId);
    return draft === undefined ? refused({ code: 'no_such_transfer' }) : granted(draft);
  }
  if (transfer.received < transfer.bytes) return refused({ code: 'not_all_here' });
  const { name, declaredType } = transfer;
  const content = await wholeOf(deps, transfer);
  const taken = await receiveUpload(deps, holder, { name, declaredType, content, tooLarge: false, askedFor });
  // The person can do something about these, and the file is here already.
  if (!taken.ok && ['scanner_away', 'too_many_files', 'quota_full'].includes(taken.refusal.code))
    return taken;
  await db.transaction(asUploads, (tx) =>
    saveOutcome(tx, id, {
      draftId: taken.ok ? taken.value.id : null,
      refusal: taken.ok ? null : taken.refusal.code,
    }),
  );
  for (const piece of transfer.pieces) await files.remove(piece);
  return taken;
}

async function wholeOf({ files }: DocumentDeps, { bytes, pieces }: KeptTransfer): Promise<Uint8Array> {
  const content = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    const part = await files.read(piece);
    content.set(part, at);
    at += part.length;
  }
  return content;
}

/** Lets go of a file that its sender does not want to go on with. */
export async function discardTransfer(
  { db, files }: DocumentDeps,
  sender: Sender,
  id: string,
): Promise<Outcome<null, { code: 'no_such_transfer' }>> {
  return db.transaction(asUploads, async (tx) => {
    const transfer = await findTransfer(tx, sender, id);
    if (transfer === undefined) return refused({ code: 'no_such_transfer' });
    for (const piece of transfer.pieces) await files.remove(piece);
    await deleteTransfers(tx, [id]);
    return granted(null);
  });
}
