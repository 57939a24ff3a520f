interface Waiting<Key, Result> {
  readonly key: Key;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface JoinOptions {
  /** Most calls in one joined run. */
  readonly maxSize?: number;
  /** Most joined runs at the same time. */
  readonly inFlight?: number;
}

/**
 * Joins calls that arrive together into one run for all of them. Alone, a call runs at once; under load, those that
 * come while the runs before them are under way go together. A run that fails is repeated call by call, so that one
 * bad request harms nobody else.
 */
export function joinCalls<Key, Result>(
  run: (keys: readonly Key[]) => Promise<readonly Result[]>,
  { maxSize = 256, inFlight = 2 }: JoinOptions = {},
): (key: Key) => Promise<Result> {
  const queue: Waiting<Key, Result>[] = [];
  let running = 0;
  let planned = false;

  function plan(): void {
    if (planned || running >= inFlight || queue.length === 0) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      const batch = queue.splice(0, maxSize);
      if (batch.length === 0) return;
      running += 1;
      void settle(batch).finally(() => {
        running -= 1;
        plan();
      });
      plan();
    });
  }

  async function settle(batch: readonly Waiting<Key, Result>[]): Promise<void> {
    try {
      const results = await run(batch.map((each) => each.key));
      for (const [index, each] of batch.entries()) each.resolve(results[index] as Result);
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const each of batch) await settle([each]);
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      queue.push({ key, resolve, reject });
      plan();
    });
}
