export interface JoinOptions {
  /** More keys than this go into a further run. */
  readonly maxSize?: number;
}

interface Waiting<Key, Result> {
  readonly key: Key;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Joins the calls of one turn of the event loop into one run: a lone call pays nothing but the turn, a crowd shares
 * one statement. `run` answers one result for each key, in their order.
 */
export function joinCalls<Key, Result>(
  run: (keys: readonly Key[]) => Promise<readonly Result[]>,
  { maxSize = 500 }: JoinOptions = {},
): (key: Key) => Promise<Result> {
  let waiting: Waiting<Key, Result>[] = [];

  const start = async (batch: readonly Waiting<Key, Result>[]) => {
    try {
      const results = await run(batch.map((each) => each.key));
      if (results.length !== batch.length) throw new Error('A joined run answered another number of results');
      batch.forEach((each, index) => {
        each.resolve(results[index] as Result);
      });
    } catch (error) {
      for (const each of batch) each.reject(error);
    }
  };

  const startAll = () => {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += maxSize) void start(all.slice(from, from + maxSize));
  };

  return (key) =>
    new Promise<Result>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(startAll);
      waiting.push({ key, resolve, reject });
    });
}
