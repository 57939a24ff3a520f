import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keyed hashes and tokens, each purpose with a key of its own. */
export interface Keys {
  /** A keyed hash: the same value gives the same text, which tells nothing without the key. */
  hash(purpose: string, value: string): string;
  matches(purpose: string, value: string, hash: string): boolean;
  /** A fresh random token of 192 bits. */
  token(): string;
}

export function keysFrom(secret: string): Keys {
  const derived = new Map<string, Buffer>();
  const keyOf = (purpose: string) => {
    const key = derived.get(purpose) ?? createHmac('sha256', secret).update(purpose).digest();
    derived.set(purpose, key);
    return key;
  };
  const hash = (purpose: string, value: string) =>
    createHmac('sha256', keyOf(purpose)).update(value).digest('base64url');
  return {
    hash,
    matches(purpose, value, given) {
      const expected = Buffer.from(hash(purpose, value));
      const actual = Buffer.from(given);
      return expected.length === actual.length && timingSafeEqual(expected, actual);
    },
    token: () => randomBytes(24).toString('base64url'),
  };
}

/** The secret of an installation: the configured one, or one made at the first start and kept in the data directory. */
export function findSecret(dataDir: string, configured: string | undefined): string {
  if (configured !== undefined) return configured;
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'secret');
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8');
}
