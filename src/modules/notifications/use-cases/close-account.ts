import type { Closed, ClosingWords } from '#kernel/account-closing.ts';
import { dayAt } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { eraseMessagesOf } from '../store/messages.ts';

/** After so many days a message that cannot be delivered has failed for good (the tries of `nextTry`), with room. */
const waitsAtMost = { hours: 48 } as const;

/** Erases the letters of somebody who closes the account; those on their way leave first and are erased then. */
export async function closeForAccount(
  tx: Tx,
  _deps: Deps,
  { accountId, at }: { accountId: string; at: Temporal.Instant },
): Promise<Closed> {
  await eraseMessagesOf(tx, { accountId, to: [] });
  const until = dayAt(at.add(waitsAtMost), 'Europe/Rome');
  return { erased: ['letters'], kept: [{ what: 'last_letters', because: 'to_be_delivered', until }] };
}

/** Erases what was written to these contacts, whatever account it belonged to. */
export async function eraseMessages(tx: Tx, { to }: { to: readonly string[] }): Promise<void> {
  await eraseMessagesOf(tx, { accountId: null, to });
}

export const closingWords: ClosingWords = {
  erased: {
    letters: {
      it: 'le lettere e i messaggi che ti abbiamo mandato',
      en: 'the letters and texts that we sent you',
    },
  },
  kept: {
    last_letters: {
      it: 'le ultime lettere per te, finché non sono partite',
      en: 'the last letters to you, until they have left',
    },
  },
  because: {
    to_be_delivered: {
      it: 'per dirti com’è andata (GDPR, art. 12)',
      en: 'to tell you how it went (GDPR art. 12)',
    },
  },
};
