import { createHash } from 'node:crypto';
import { type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '../database/database.ts';

/** What makes two requests the same write. */
export interface Attempt {
  /** Who tries: keys of different people never meet. */
  readonly scope: string;
  /** The key that the form or the client made before its first try. */
  readonly key: string;
  /** What is asked for; the same key with another wish is refused. */
  readonly wish: unknown;
  readonly at: Temporal.Instant;
}

export interface KeyReused {
  readonly code: 'key_reused';
}

export function fingerprint(wish: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(wish)).digest();
}

/**
 * Does a write once for its key and gives every repetition the first answer, refusals included. A repetition that
 * comes while the first try still runs waits for it.
 */
export async function once<Value, Refusal>(
  tx: Tx,
  { scope, key, wish, at }: Attempt,
  work: () => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | KeyReused>> {
  const print = fingerprint(wish);
  const [first] = await tx.sql<{ key: string }>(
    `insert into platform.idempotency (scope, key, fingerprint, at) values ($1, $2, $3, $4)
     on conflict do nothing returning key`,
    [scope, key, print, at],
  );
  if (first === undefined) {
    const [known] = await tx.sql<{ fingerprint: Buffer; answer: Outcome<Value, Refusal> }>(
      'select fingerprint, answer from platform.idempotency where scope = $1 and key = $2',
      [scope, key],
    );
    if (known === undefined) throw new Error('An idempotency key vanished between two statements');
    return known.fingerprint.equals(print) ? known.answer : refused({ code: 'key_reused' });
  }
  const outcome = await work();
  await tx.sql('update platform.idempotency set answer = $3 where scope = $1 and key = $2', [
    scope,
    key,
    JSON.stringify(outcome),
  ]);
  return outcome;
}
