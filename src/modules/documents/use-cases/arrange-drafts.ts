import { createHash } from 'node:crypto';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { convert } from '#platform/files/convert/convert.ts';
import { type DocumentKind, largestFile, plainName } from '../domain/document.ts';
import {
  deleteDrafts,
  type FormHolder,
  insertDraft,
  type KeptDraft,
  listDraftsOf,
  savePlaces,
  saveRedrawn,
} from '../store/drafts.ts';
import { saveOriginalsOf } from '../store/originals.ts';
import { asUploads, type DocumentDeps } from './document-deps.ts';

const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');

export type ArrangeRefusal = { readonly code: 'no_such_file' | 'cannot_bind' };

const isPicture = ({ kind }: { readonly kind: DocumentKind }) => kind !== 'pdf';

/** Moves a file one place up or down among those of its field; at the end it stays. */
export async function moveDraft(
  { db }: DocumentDeps,
  holder: FormHolder,
  { id, by }: { readonly id: string; readonly by: -1 | 1 },
): Promise<Outcome<null, ArrangeRefusal>> {
  return db.transaction(asUploads, async (tx) => {
    const drafts = await listDraftsOf(tx, holder);
    const moved = drafts.find((each) => each.id === id);
    if (moved === undefined) return refused({ code: 'no_such_file' });
    const ids = drafts.filter((each) => each.askedFor === moved.askedFor).map((each) => each.id);
    const from = ids.indexOf(id);
    const to = Math.min(Math.max(from + by, 0), ids.length - 1);
    ids.splice(to, 0, ...ids.splice(from, 1));
    await savePlaces(tx, ids);
    return granted(null);
  });
}

/** Puts the files of a field in this order; it names each of them once. */
export async function orderDrafts(
  { db }: DocumentDeps,
  holder: FormHolder,
  { askedFor, ids }: { readonly askedFor: string | null; readonly ids: readonly string[] },
): Promise<Outcome<null, { readonly code: 'no_such_file' }>> {
  return db.transaction(asUploads, async (tx) => {
    const drafts = await listDraftsOf(tx, holder);
    const present = drafts.filter((each) => each.askedFor === askedFor).map((each) => each.id);
    const namesEach = ids.length === present.length && present.every((each) => ids.includes(each));
    if (!namesEach) return refused({ code: 'no_such_file' });
    await savePlaces(tx, ids);
    return granted(null);
  });
}

/** Turns a picture to the right by a quarter: which way is up, only a person sees. */
export async function turnDraft(
  deps: DocumentDeps,
  holder: FormHolder,
  id: string,
): Promise<Outcome<null, ArrangeRefusal>> {
  const { db, files } = deps;
  const drafts = await db.transaction(asUploads, (tx) => listDraftsOf(tx, holder));
  const draft = drafts.find((each) => each.id === id);
  if (draft === undefined || draft.kind === 'pdf') return refused({ code: 'no_such_file' });
  const turned = await convert({ do: 'turn', format: draft.kind }, [await files.read(draft.fileKey)]);
  if (turned.content === undefined) return refused({ code: 'no_such_file' });
  const { content } = turned;
  const fileKey = `kept/${id.slice(0, 2)}/${crypto.randomUUID()}`;
  await files.write(fileKey, content);
  const saved = await db.transaction(asUploads, (tx) =>
    saveRedrawn(tx, { id, from: draft.fileKey, fileKey, bytes: content.length, sha256: sha256(content) }),
  );
  // Of two that turn it at once, the second finds another file than it has turned.
  await files.remove(saved ? draft.fileKey : fileKey);
  return granted(null);
}

/** Makes one PDF of the photos of a field, in their order (fascicolo unico); what is a PDF already stays beside it. */
export async function bindDrafts(
  deps: DocumentDeps,
  holder: FormHolder,
  askedFor: string | null,
): Promise<Outcome<null, ArrangeRefusal>> {
  const { db, files } = deps;
  const drafts = await db.transaction(asUploads, (tx) => listDraftsOf(tx, holder));
  const photos = drafts.filter((each) => each.askedFor === askedFor && isPicture(each));
  const [first] = photos;
  if (first === undefined) return refused({ code: 'no_such_file' });
  const pictures = await Promise.all(photos.map(({ fileKey }) => files.read(fileKey)));
  const { answer, content } = await convert({ do: 'pages', mostBytes: largestFile }, pictures);
  if (answer.is !== 'made' || content === undefined) return refused({ code: 'cannot_bind' });
  const id = crypto.randomUUID();
  const bound: KeptDraft = {
    ...first,
    id,
    name: plainName(first.name, 'pdf'),
    kind: 'pdf',
    bytes: content.length,
    fileKey: `kept/${id.slice(0, 2)}/${crypto.randomUUID()}`,
    receivedSha256: sha256(photos.map((each) => each.receivedSha256).join()),
    sha256: sha256(content),
    pages: photos.length,
    warnings: [...new Set(photos.flatMap((each) => each.warnings))],
    scanned: photos.every((each) => each.scanned),
  };
  await files.write(bound.fileKey, content);
  const replaced = await db.transaction(asUploads, async (tx) => {
    const ids = photos.map((each) => each.id);
    const present = (await listDraftsOf(tx, holder)).map((each) => each.id);
    // Meanwhile one was taken away, or somebody else has bound them.
    if (!ids.every((each) => present.includes(each)) || !(await insertDraft(tx, holder, bound))) return false;
    await saveOriginalsOf(tx, ids, id);
    await deleteDrafts(tx, ids);
    return true;
  });
  for (const fileKey of replaced ? photos.map((each) => each.fileKey) : [bound.fileKey])
    await files.remove(fileKey);
  return replaced ? granted(null) : refused({ code: 'no_such_file' });
}

/**
 * Makes one PDF of the photos of each document that a form asks for, before the form is sent: an office reads a
 * passport, not four pictures. Photos of a field that takes all stay as they are, and so do those that are too large
 * together.
 */
export async function bindPhotos(deps: DocumentDeps, holder: FormHolder): Promise<void> {
  const drafts = await deps.db.transaction(asUploads, (tx) => listDraftsOf(tx, holder));
  const asked = new Set(drafts.filter(isPicture).flatMap((each) => each.askedFor ?? []));
  await Promise.all([...asked].map((askedFor) => bindDrafts(deps, holder, askedFor)));
}
