import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  randomBytes,
  scryptSync,
  sign,
} from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { SealKey } from './seal-key.ts';

const base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/);

const keyFile = z.object({
  format: z.literal('sportello-key-1'),
  scrypt: z.object({ cost: z.int(), blockSize: z.int(), parallelization: z.int(), salt: base64 }),
  nonce: base64,
  tag: base64,
  /** PKCS #8, AES-256-GCM, bound to the chain. */
  sealed: base64,
  chain: z.array(base64).min(1),
});

interface KeyPair {
  /** PKCS #8, DER. */
  readonly secret: Uint8Array;
  /** Certificates, the key's own first (DER). */
  readonly chain: readonly Uint8Array[];
}

const cost = { cost: 32_768, blockSize: 8, parallelization: 1 } as const;
const memory = 64 * 1024 * 1024;

const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** Writes a key, encrypted with a passphrase, beside its certificates; readable by its owner alone. */
export function writeKeyFile(file: string, { secret, chain }: KeyPair, passphrase: string): void {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const key = scryptSync(passphrase, salt, 32, { ...cost, maxmem: memory });
  const certificates = chain.map(encoded);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(certificates.join()));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  const content = {
    format: 'sportello-key-1',
    scrypt: { ...cost, salt: encoded(salt) },
    nonce: encoded(nonce),
    tag: encoded(cipher.getAuthTag()),
    sealed: encoded(sealed),
    chain: certificates,
  };
  // Whole or not at all: a start that is killed here leaves no half key behind.
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, file);
}

/** Opens a key file; throws where the passphrase is another one or the file was changed. */
export function readKeyFile(file: string, passphrase: string): SealKey {
  const { scrypt, nonce, tag, sealed, chain } = keyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const key = scryptSync(passphrase, Buffer.from(scrypt.salt, 'base64'), 32, { ...scrypt, maxmem: memory });
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), { authTagLength: 16 })
    .setAAD(Buffer.from(chain.join()))
    .setAuthTag(Buffer.from(tag, 'base64'));
  let secret: Buffer;
  try {
    secret = Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()]);
  } catch {
    throw new Error(`The key file ${file} does not open: another passphrase, or it was changed`);
  }
  return keyOf({ secret, chain: chain.map((each) => Buffer.from(each, 'base64')) });
}

/** A key in memory. */
export function keyOf({ secret, chain }: KeyPair): SealKey {
  const key = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' });
  return { chain, sign: async (bytes) => sign('sha256', bytes, key) };
}
