import type { Deps } from '#platform/deps.ts';
import { eraseOldContent } from '../store/messages.ts';

/** Empties messages a month after they were written: what they said is in the history, their links have expired. */
export async function eraseOldMessages({ db, now }: Deps): Promise<void> {
  await db.transaction({ kind: 'system', task: 'erase-messages' }, (tx) =>
    eraseOldContent(tx, now().subtract({ hours: 30 * 24 })),
  );
}
