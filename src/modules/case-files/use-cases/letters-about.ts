import { delegatesOf } from '#modules/identity/public.ts';
import type { Message } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { caseFileLetter, type LetterEvent, letterToDelegate } from '../letters/letters.ts';
import { matterOfFile } from './acting.ts';
import type { CaseFileDeps } from './case-file-deps.ts';

/** The letter about what happened to a file, to its person and to whoever acts for them in it. */
export async function lettersAbout(
  tx: Tx,
  deps: CaseFileDeps,
  file: CaseFile,
  event: LetterEvent,
): Promise<Message[]> {
  const own = caseFileLetter(deps, file, event);
  // Only files with a form are delegated.
  if (file.accountId === null || file.protocol === null) return [own];
  const delegates = await delegatesOf(tx, matterOfFile(file));
  return [own, ...delegates.map((each) => letterToDelegate(deps, file, event, each))];
}
