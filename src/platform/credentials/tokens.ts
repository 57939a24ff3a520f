import { createHash } from 'node:crypto';

/** What the database keeps of a token: without the token it opens nothing. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
