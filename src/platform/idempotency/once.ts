import { createHash } from 'node:crypto';
import { type Outcome, refused } from '#kernel/outcome.ts';
import { Overtaken, type Tx } from '../database/database.ts';

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
 * and answers for them, in the same order. The answers are written last, in one statement: where another transaction
 * has written one of the keys in the meantime, this one is undone and done again, and finds the answer.
 */
export async function onceEach<Value, Refusal>(
  tx: Tx,
  attempts: readonly Attempt[],
  work: (fresh: readonly number[]) => Promise<readonly Outcome<Value, Refusal>[]>,
): Promise<Outcome<Value, Refusal | KeyReused>[]> {
  const prints = attempts.map((attempt) => fingerprint(attempt.wish));
  const names = attempts.map(({ scope, key }) => nameOf(scope, key));
  const known = await findAnswers<Value, Refusal>(tx, attempts);
  // Of two tries with one key in the same batch the first one works, the second one repeats its answer.
  const unseen = new Set(names.filter((name) => !known.has(name)));
  const fresh = names.flatMap((name, index) => (unseen.delete(name) ? [index] : []));
  const answers = await work(fresh);
  for (const [position, index] of fresh.entries())
    known.set(names[index] as string, {
      fingerprint: prints[index] as Buffer,
      answer: answers[position] as Outcome<Value, Refusal>,
    });
  await keepAnswers(tx, attempts, prints, fresh, answers);
  return names.map((name, index) => {
    const first = known.get(name) as Kept<Value, Refusal>;
    return first.fingerprint.equals(prints[index] as Buffer) ? first.answer : refused({ code: 'key_reused' });
  });
}

interface Kept<Value, Refusal> {
  readonly fingerprint: Buffer;
  readonly answer: Outcome<Value, Refusal>;
}

const nameOf = (scope: string, key: string) => `${scope} ${key}`;

async function findAnswers<Value, Refusal>(
  tx: Tx,
  attempts: readonly Attempt[],
): Promise<Map<string, Kept<Value, Refusal>>> {
  const rows = await tx.sql<Kept<Value, Refusal> & { scope: string; key: string }>(
    // The limit keeps the planner to one look-up for each key, however few rows it believes the table to have.
    `select a.scope, a.key, known.fingerprint, known.answer
     from unnest($1::text[], $2::text[]) as a (scope, key)
     cross join lateral (select fingerprint, answer from platform.idempotency i
                         where i.scope = a.scope and i.key = a.key limit 1) as known`,
    [attempts.map((attempt) => attempt.scope), attempts.map((attempt) => attempt.key)],
    'known-answers',
  );
  return new Map(rows.map((row) => [nameOf(row.scope, row.key), row]));
}

async function keepAnswers(
  tx: Tx,
  attempts: readonly Attempt[],
  prints: readonly Buffer[],
  fresh: readonly number[],
  answers: readonly unknown[],
): Promise<void> {
  if (fresh.length === 0) return;
  const rows = await tx.sql(
    `insert into platform.idempotency (scope, key, fingerprint, answer, at)
     select * from unnest($1::text[], $2::text[], $3::bytea[], $4::jsonb[], $5::timestamptz[]) as a (scope, key)
     order by scope, key
     on conflict do nothing returning 1`,
    [
      fresh.map((index) => attempts[index]?.scope),
      fresh.map((index) => attempts[index]?.key),
      fresh.map((index) => prints[index]),
      answers.map((answer) => JSON.stringify(answer)),
      fresh.map((index) => attempts[index]?.at),
    ],
    'keep-answers',
  );
  if (rows.length < fresh.length) throw new Overtaken('Another transaction has written one of the keys');
}

/** Forgets what somebody has tried: a person who has gone repeats nothing. */
export async function forgetAttempts(tx: Tx, scopes: readonly string[]): Promise<void> {
  await tx.sql('delete from platform.idempotency where scope = any($1::text[])', [scopes]);
}
