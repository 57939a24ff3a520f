import type { Tx } from '#platform/database/database.ts';
import type { Draft } from '../domain/document.ts';
import { forgetDraftsOfForm, keepDrafts, listDraftsOf, moveDrafts, passDrafts } from '../store/drafts.ts';
import type { FormHolder } from './receive-upload.ts';

/** The files of a form that is kept as a draft are kept as long; in a transaction of the platform (`system`). */
export function keepUploadsUntil(tx: Tx, holder: FormHolder, until: Temporal.Instant): Promise<void> {
  return keepDrafts(tx, holder, until);
}

/** The files that wait with a form, in a transaction of the platform (`system`). */
export async function uploadsOfForm(tx: Tx, holder: FormHolder): Promise<Draft[]> {
  return listDraftsOf(tx, holder);
}

/** The files of a form, or of some of its documents, are erased at the next round: nobody will send them. */
export function forgetUploads(tx: Tx, holder: FormHolder, askedFor?: readonly string[]): Promise<void> {
  return forgetDraftsOfForm(tx, holder, askedFor);
}

/** The files of one of the form’s documents become those of another: an entry before it was taken out. */
export function moveUploads(
  tx: Tx,
  holder: FormHolder,
  { from, to }: { from: string; to: string },
): Promise<void> {
  return moveDrafts(tx, holder, from, to);
}

/** The files of a form go on with another one of the same person; a document that has files there keeps those. */
export function passUploads(tx: Tx, holder: FormHolder, to: string): Promise<void> {
  return passDrafts(tx, holder, to);
}
