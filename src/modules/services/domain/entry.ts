import type { EntryNeeded } from './service.ts';

/** What the consular register of the office says of somebody; nothing for those who are not in it. */
type EntryState = 'waiting_for_municipality' | 'registered_with_aire';

/** What is missing for a service (CF-10): whoever waits for the municipality is in the register, not yet with AIRE. */
export type MissingEntry = 'consular_register_missing' | 'aire_missing';

export function missingEntry(needed: EntryNeeded, has: EntryState | undefined): MissingEntry | undefined {
  if (needed === 'none') return undefined;
  if (has === undefined) return 'consular_register_missing';
  return needed === 'aire' && has !== 'registered_with_aire' ? 'aire_missing' : undefined;
}
