import type { Passwords } from '#platform/credentials/passwords.ts';
import type { Deps } from '#platform/deps.ts';
import type { Keys } from '#platform/keys.ts';
import type { Contact } from '../domain/contact.ts';
import type { Residence } from '../domain/residence.ts';

/** What the use cases of this module need besides the platform. */
export interface IdentityDeps extends Deps {
  readonly passwords: Passwords;
  readonly residence: Residence;
}

/** Accounts and sign-in are the platform's own task: nobody is signed in yet, or the rows are nobody's to read. */
export const asIdentity = { kind: 'system', task: 'identity' } as const;

/** The keyed hash under which a contact is compared and, after a block, kept. */
export function contactKey(keys: Keys, contact: Contact): string {
  return keys.hash('contact', `${contact.kind}:${contact.normal}`);
}
