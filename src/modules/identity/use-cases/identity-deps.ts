import type { Moved } from '#kernel/account-closing.ts';
import type { Passwords } from '#platform/credentials/passwords.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { Keys } from '#platform/keys.ts';
import type { Contact } from '../domain/contact.ts';
import type { OfficeMove } from '../domain/office-change.ts';
import type { Residence } from '../domain/residence.ts';

/** What another module does when a person moves to another office, in the transaction of the move. */
export type MoveEffect = (tx: Tx, deps: Deps, move: OfficeMove) => Promise<Moved>;

/** What the use cases of this module need besides the platform. */
export interface IdentityDeps extends Deps {
  readonly passwords: Passwords;
  readonly residence: Residence;
  readonly moves?: readonly MoveEffect[];
}

/** Accounts and sign-in are the platform's own task: nobody is signed in yet, or the rows are nobody's to read. */
export const asIdentity = { kind: 'system', task: 'identity' } as const;

/** By which name a known browser bears an account: a new one once the person has made strangers of all browsers. */
export function browserName({
  id,
  browsersForgotten,
}: {
  readonly id: string;
  readonly browsersForgotten: number;
}): string {
  return browsersForgotten === 0 ? id : `${id}/${browsersForgotten}`;
}

/** The keyed hash under which a contact is compared and, after a block, kept. */
export function contactKey(keys: Keys, contact: Contact): string {
  return keys.hash('contact', `${contact.kind}:${contact.normal}`);
}
