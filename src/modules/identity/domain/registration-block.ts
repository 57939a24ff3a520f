import { defineLifecycle } from '#kernel/lifecycle.ts';
import type { ContactKind } from './account.ts';

/** Why a contact shows that a registration is not its holder's own (utenze di terzi). */
const reasonsOfContacts = [
  'contact_of_another_account',
  'barred_contact',
  'intermediary_contact',
  'disposable_address',
] as const;
type ReasonOfContact = (typeof reasonsOfContacts)[number];

/** All the reasons, with that of an official who closes an account for abuse (uso abusivo). */
export const blockReasons = [...reasonsOfContacts, 'closed_for_abuse'] as const;
export type BlockReason = (typeof blockReasons)[number];

export type BlockState = 'standing' | 'contested' | 'upheld' | 'lifted';
export type BlockEvent = 'contest' | 'uphold' | 'lift';

export const blockLifecycle = defineLifecycle<BlockState, BlockEvent>({
  standing: { contest: 'contested', lift: 'lifted' },
  contested: { uphold: 'upheld', lift: 'lifted' },
  upheld: { lift: 'lifted' },
  lifted: {},
});

/** What is known of one of the two contacts of a registration. */
export interface ContactStanding {
  readonly kind: ContactKind;
  readonly proven: boolean;
  readonly takenByAnother: boolean;
  readonly barred: boolean;
  readonly intermediary: boolean;
  readonly disposable: boolean;
}

/**
 * Whether a registration with these contacts is blocked, once one of them is proven. Who proved a contact holds it: if
 * it is taken all the same, its owner is registering twice, and that is no fault (the caller sends them to sign in).
 */
export function findBlock(
  contacts: readonly ContactStanding[],
): { readonly kind: ContactKind; readonly reason: BlockReason } | undefined {
  for (const contact of contacts) {
    const holds: Record<ReasonOfContact, boolean> = {
      contact_of_another_account: contact.takenByAnother && !contact.proven,
      barred_contact: contact.barred,
      intermediary_contact: contact.intermediary,
      disposable_address: contact.disposable,
    };
    const reason = reasonsOfContacts.find((each) => holds[each]);
    if (reason !== undefined) return { kind: contact.kind, reason };
  }
  return undefined;
}

/** How long the data of a blocked registration is kept for a contest. */
export const contestFor = { hours: 30 * 24 } as const;
