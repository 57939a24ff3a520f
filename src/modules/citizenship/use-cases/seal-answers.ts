import { seal, unseal } from '#platform/credentials/secret-box.ts';
import type { Keys } from '#platform/keys.ts';
import type { SavedAssessment } from '../domain/guide/saved.ts';

/** Whoever holds the link is let in: nobody is signed in, so no policy could tell them apart. */
export const asLinkHolder = { kind: 'system', task: 'citizenship' } as const;

/**
 * The answers speak of people who never used this service. They are encrypted with a key that is made from the secret
 * of the link, which is kept nowhere: neither a copy of the database nor an official can read them.
 */
export function sealAnswers(keys: Keys, token: string, id: string, saved: SavedAssessment): string {
  return seal(keys, `assessment ${token}`, id, JSON.stringify(saved));
}

export function unsealAnswers(keys: Keys, token: string, id: string, sealed: string): SavedAssessment {
  return JSON.parse(unseal(keys, `assessment ${token}`, id, sealed)) as SavedAssessment;
}
