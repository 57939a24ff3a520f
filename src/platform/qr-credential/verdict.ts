/** The six words of a check (CE-6). */
export type Word = 'valid' | 'expired' | 'revoked' | 'altered' | 'unknown' | 'cannot_tell';

/** Why it is that word; each has its own sentences. */
export const reasons = {
  holds: 'valid',
  past_validity: 'expired',
  seal_key_expired: 'expired',
  withdrawn: 'revoked',
  replaced: 'revoked',
  key_withdrawn: 'revoked',
  changed: 'altered',
  added_to: 'altered',
  damaged: 'altered',
  foreign_seal: 'unknown',
  no_seal: 'unknown',
  not_ours: 'unknown',
  not_in_register: 'unknown',
  no_lists: 'cannot_tell',
  old_lists: 'cannot_tell',
  lists_put_back: 'cannot_tell',
  no_register: 'cannot_tell',
} as const satisfies Record<string, Word>;

export type Reason = keyof typeof reasons;
