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

/**
 * `once` for many writes of one transaction: the work gets the positions of those that are tried for the first time
 * and answers for them, in the same order.
 */
export async function onceEach<Value, Refusal>(
  tx: Tx,
  attempts: readonly Attempt[],
  work: (fresh: readonly number[]) => Promise<readonly Outcome<Value, Refusal>[]>,
): Promise<Outcome<Value, Refusal | KeyReused>[]> {
  const prints = attempts.map((attempt) => fingerprint(attempt.wish));
  const names = attempts.map(({ scope, key }) => `${scope} ${key}`);
  const scopes = attempts.map((attempt) => attempt.scope);
  const keys = attempts.map((attempt) => attempt.key);
  const inserted = await tx.sql<{ name: string }>(
    `insert into platform.idempotency (scope, key, fingerprint, at)
     select distinct on (scope, key) scope, key, print, at
     from unnest($1::text[], $2::text[], $3::bytea[], $4::timestamptz[]) with ordinality as a (scope, key, print, at, turn)
     order by scope, key, turn
     on conflict do nothing returning scope || ' ' || key as name`,
    [scopes, keys, prints, attempts.map((attempt) => attempt.at)],
    'try-keys',
  );
  const unseen = new Set(inserted.map((row) => row.name));
  // Of two tries with one key in the same batch the first one works, the second one repeats its answer.
  const fresh = names.flatMap((name, index) => (unseen.delete(name) ? [index] : []));
  const answers = await work(fresh);
  const outcomes: Outcome<Value, Refusal | KeyReused>[] = [];
  for (const [position, index] of fresh.entries())
    outcomes[index] = answers[position] as Outcome<Value, Refusal>;
  await tx.sql(
    `update platform.idempotency i set answer = a.answer
     from unnest($1::text[], $2::text[], $3::jsonb[]) as a (scope, key, answer)
     where i.scope = a.scope and i.key = a.key`,
    [
      fresh.map((index) => scopes[index]),
      fresh.map((index) => keys[index]),
      fresh.map((index) => JSON.stringify(outcomes[index])),
    ],
    'answer-keys',
  );
  const repeated = names.flatMap((_, index) => (outcomes[index] === undefined ? [index] : []));
  if (repeated.length > 0) {
    const known = await tx.sql<{ name: string; fingerprint: Buffer; answer: Outcome<Value, Refusal> }>(
      `select scope || ' ' || key as name, fingerprint, answer from platform.idempotency
       where (scope, key) in (select * from unnest($1::text[], $2::text[]))`,
      [repeated.map((index) => scopes[index]), repeated.map((index) => keys[index])],
      'known-answers',
    );
    const byName = new Map(known.map((row) => [row.name, row]));
    for (const index of repeated) {
      const row = byName.get(names[index] as string);
      if (row === undefined) throw new Error('An idempotency key vanished between two statements');
      outcomes[index] = row.fingerprint.equals(prints[index] as Buffer)
        ? row.answer
        : refused({ code: 'key_reused' });
    }
  }
  return outcomes;
}

/** Forgets what somebody has tried: a person who has gone repeats nothing. */
export async function forgetAttempts(tx: Tx, scopes: readonly string[]): Promise<void> {
  await tx.sql('delete from platform.idempotency where scope = any($1::text[])', [scopes]);
}
