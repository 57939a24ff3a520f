import type { Closed, ClosingWords } from '#kernel/account-closing.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import {
  findApplicants,
  findLetterBox,
  holdAccountToClose,
  type Proof,
  type Prover,
} from '#modules/identity/public.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { rehearse } from '#platform/database/rehearse.ts';
import type { Deps } from '#platform/deps.ts';
import type { Actor } from '#platform/event-log/record.ts';
import type { ScheduledJob } from '#platform/jobs/scheduled.ts';
import { type ClosingOutcome, checkWords, receiptFor, type WordsByModule } from '../domain/closing.ts';
import { closedLetter } from '../letters/closed.ts';
import { eraseReceipts, findReceipt, insertReceipt, type Receipt } from '../store/receipts.ts';

/** What one module does when an account is closed, with the words for it. */
export interface ModuleClosing {
  readonly module: string;
  readonly closeForAccount: (
    tx: Tx,
    deps: Deps,
    who: { accountId: string; at: Temporal.Instant; actor?: Actor },
  ) => Promise<Closed>;
  readonly words: ClosingWords;
}

export interface ClosingDeps {
  readonly deps: Deps;
  readonly prover: Prover;
  /** The modules in the order in which they close: those that need the person before the one that erases it. */
  readonly closings: readonly ModuleClosing[];
}

export const asClosing = { kind: 'system', task: 'account-closing' } as const;

export function wordsOf({ closings }: Pick<ClosingDeps, 'closings'>): WordsByModule {
  return Object.fromEntries(closings.map(({ module, words }) => [module, words]));
}

/** What closing the account would do, found by doing it and undoing it. */
export function foretellClosing(closing: ClosingDeps, accountId: string): Promise<ClosingOutcome> {
  return rehearse(closing.deps.db, asClosing, async (tx) => {
    await holdAccountToClose(tx, accountId);
    return closeEverywhere(tx, closing, { accountId, at: closing.deps.now() });
  });
}

export type ClosingRefusal = { readonly code: 'not_proven' | 'closed_already' };

/**
 * The person closes the account (chiusura dell'account): every module erases what no law obliges it to keep, all at
 * once, and the list of it goes to the person. The same key gives the same answer.
 */
export async function closeAccount(
  closing: ClosingDeps,
  { accountId, proof, key }: { accountId: string; proof: Proof; key: string },
): Promise<Outcome<ClosingOutcome, ClosingRefusal>> {
  const { deps, prover } = closing;
  const known = await readReceipt(closing, key);
  if (known !== undefined) return granted(known.outcome);
  const done = await prover.prove(accountId, proof, (tx) => carryOut(tx, closing, { accountId, key }));
  if (done.ok && done.value !== undefined) return granted(done.value);
  // The first of two tries at once may have closed the account while this one waited.
  const meanwhile = await deps.db.transaction(asClosing, (tx) => findReceipt(tx, key, deps.now()));
  if (meanwhile !== undefined) return granted(meanwhile.outcome);
  return refused({ code: done.ok ? 'closed_already' : 'not_proven' });
}

async function carryOut(
  tx: Tx,
  closing: ClosingDeps,
  { accountId, key }: { accountId: string; key: string },
): Promise<ClosingOutcome | undefined> {
  const at = closing.deps.now();
  await holdAccountToClose(tx, accountId);
  const [person] = await findApplicants(tx, [accountId]);
  const box = await findLetterBox(tx, accountId);
  if (person === undefined || !person.active) return undefined;
  const outcome = await closeEverywhere(tx, closing, { accountId, at });
  await insertReceipt(tx, key, { outcome, closedAt: at }, at.add(receiptFor));
  if (box !== undefined) {
    await enqueueMessages(tx, at, [closedLetter(box, person.locale, outcome, wordsOf(closing))]);
  }
  return outcome;
}

/** Every module in its order, in the transaction of whoever closes. */
export async function closeEverywhere(
  tx: Tx,
  { deps, closings }: ClosingDeps,
  who: { accountId: string; at: Temporal.Instant; actor?: Actor },
): Promise<ClosingOutcome> {
  const outcome: (Closed & { module: string })[] = [];
  for (const { module, closeForAccount } of closings) {
    const { erased, kept } = await closeForAccount(tx, deps, who);
    outcome.push({ module, erased, kept });
  }
  checkWords(outcome, wordsOf({ closings }));
  return outcome;
}

/** What a closing has done, for whoever sent its form, for an hour. */
export function readReceipt({ deps }: Pick<ClosingDeps, 'deps'>, key: string): Promise<Receipt | undefined> {
  return deps.db.transaction(asClosing, (tx) => findReceipt(tx, key, deps.now()));
}

/** The timer of this module: receipts that nobody can see any more are erased. */
export function accountClosingJobs({ db, now }: Deps): ScheduledJob[] {
  const run = () => db.transaction(asClosing, (tx) => eraseReceipts(tx, now()));
  return [{ name: 'account-closing-receipts', cron: '37 * * * *', run }];
}
