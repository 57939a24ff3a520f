import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { writeCopies } from '#modules/registry/public.ts';
import { type Copy, loadInBulk } from '#platform/database/bulk.ts';
import { demoJoining } from './people.ts';

interface Answer {
  readonly done: boolean;
  readonly copies: readonly Copy[];
}

/** Fills an empty registry with the people who are called by name and so many invented ones; answers the seconds. */
export async function loadMany(
  owner: Parameters<typeof loadInBulk>[0],
  { people, seed = 1 }: { readonly people: number; readonly seed?: number },
): Promise<number> {
  const start = performance.now();
  const tables = ['registry.person_version', 'registry.household_version'];
  await loadInBulk(owner, tables, inventing(people, seed));
  return (performance.now() - start) / 1000;
}

/** People are invented in a thread of their own, a batch ahead of the database. */
async function* inventing(people: number, seed: number): AsyncGenerator<readonly Copy[]> {
  yield writeCopies(demoJoining());
  const worker = new Worker(new URL('./generate-worker.ts', import.meta.url), {
    workerData: { people, seed },
  });
  const next = async (): Promise<Answer> => {
    worker.postMessage('next');
    const [answer] = (await once(worker, 'message')) as [Answer];
    return answer;
  };
  try {
    for (let coming = next(); ; ) {
      const { done, copies } = await coming;
      if (done) return;
      coming = next();
      yield copies;
    }
  } finally {
    await worker.terminate();
  }
}
