import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keys } from '../keys.ts';

const keyOf = (keys: Keys, purpose: string) => Buffer.from(keys.hash('secret-box', purpose), 'base64url');

/** Encrypts a secret for the database (AES-256-GCM), bound to the row that it belongs to. */
export function seal(keys: Keys, purpose: string, rowId: string, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys, purpose), nonce).setAAD(Buffer.from(rowId));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Throws where the text was changed or belongs to another row. */
export function unseal(keys: Keys, purpose: string, rowId: string, text: string): string {
  const bytes = Buffer.from(text, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(keys, purpose), bytes.subarray(0, 12), {
    authTagLength: 16,
  })
    .setAAD(Buffer.from(rowId))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
