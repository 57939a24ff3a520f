import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { seal, unseal } from '../credentials/secret-box.ts';
import type { Keys } from '../keys.ts';

const purpose = 'sealed-file';

/** Encrypts a file with a key of its own (AES-256-GCM); that key is encrypted with the installation's and bound to `id`. */
export function sealFile(
  keys: Keys,
  id: string,
  content: Uint8Array,
): { readonly sealed: Uint8Array; readonly wrappedKey: string } {
  const key = randomBytes(32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return {
    sealed: new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed])),
    wrappedKey: seal(keys, purpose, id, key.toString('base64url')),
  };
}

/** Throws where the file was changed, or belongs to another id. */
export function unsealFile(keys: Keys, id: string, wrappedKey: string, sealed: Uint8Array): Uint8Array {
  const key = Buffer.from(unseal(keys, purpose, id, wrappedKey), 'base64url');
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(id))
    .setAuthTag(bytes.subarray(12, 28));
  return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]));
}
