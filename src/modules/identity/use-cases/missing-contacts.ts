import type { Deps } from '#platform/deps.ts';
import type { ContactKind } from '../domain/account.ts';
import { contactsNeededFor, type TaskWithContacts } from '../domain/contacts-needed.ts';
import { listContacts } from '../store/contacts.ts';

/** Which contacts a person still has to give and verify before a task. */
export async function missingContacts(
  { db }: Pick<Deps, 'db'>,
  { accountId, task }: { accountId: string; task: TaskWithContacts },
): Promise<ContactKind[]> {
  const contacts = await db.transaction({ kind: 'citizen', accountId }, (tx) => listContacts(tx, accountId));
  const verified = contacts.filter((each) => each.verified).map((each) => each.kind);
  // Who gave one contact at the registration proves one at a time; closing asks for any.
  if (task === 'closing' && verified.length > 0) return [];
  return contactsNeededFor(task).filter((kind) => !verified.includes(kind));
}
