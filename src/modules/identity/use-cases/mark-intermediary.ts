import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { record } from '#platform/event-log/record.ts';
import { actorOf, type Official, principalOf } from '#platform/web/who.ts';
import { maskContact, parseIdentifier } from '../domain/contact.ts';
import { insertIntermediary, removeIntermediary } from '../store/blocks.ts';
import { contactKey, type IdentityDeps } from './identity-deps.ts';

/** An operator marks a contact as an intermediary's: registrations with it are blocked from now on. */
export async function markIntermediary(
  { db, now, keys }: IdentityDeps,
  { contact: raw, by }: { contact: string; by: Official },
): Promise<Outcome<null, { code: 'not_a_contact' | 'marked_already' | 'no_office' }>> {
  const contact = parseIdentifier(raw);
  if (contact === undefined) return refused({ code: 'not_a_contact' });
  const at = now();
  const officeId = by.ministry ? null : (by.roles[0]?.officeId ?? null);
  if (officeId === null && !by.ministry) return refused({ code: 'no_office' });
  const key = contactKey(keys, contact);
  return db.transaction(principalOf(by), async (tx) => {
    const hint = maskContact(contact);
    if (!(await insertIntermediary(tx, { key, officeId, hint, markedBy: by.officialId }, at))) {
      return refused({ code: 'marked_already' });
    }
    await record(tx, {
      type: 'contact.marked-as-intermediary',
      subject: { kind: 'contact', id: key },
      actor: actorOf(by),
      at,
      ...(officeId === null ? {} : { officeId }),
      facts: { kind: contact.kind },
    });
    return granted(null);
  });
}

export async function unmarkIntermediary(
  { db, now }: IdentityDeps,
  { key, by }: { key: string; by: Official },
): Promise<Outcome<null, { code: 'not_marked' }>> {
  return db.transaction(principalOf(by), async (tx) => {
    const removed = await removeIntermediary(tx, key);
    if (removed === undefined) return refused({ code: 'not_marked' });
    await record(tx, {
      type: 'contact.unmarked-as-intermediary',
      subject: { kind: 'contact', id: key },
      actor: actorOf(by),
      at: now(),
      ...(removed.officeId === null ? {} : { officeId: removed.officeId }),
    });
    return granted(null);
  });
}
