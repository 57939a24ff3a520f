import { holdsRecords, loadRecords } from '#modules/registry/public.ts';
import type { Deps } from '#platform/deps.ts';
import { generate } from './generate.ts';
import { demoJoining } from './people.ts';

/** How many invented people the demonstration's registry has besides those who are called by name. */
const others = 1000;

/** Loads the demonstration's registry: the same people at every fresh start. */
export async function loadRegistry({ db }: Pick<Deps, 'db'>): Promise<void> {
  // Somebody may have filled it with more before the first start.
  if (await holdsRecords({ db })) return;
  await db.transaction({ kind: 'system', task: 'demonstration' }, async (tx) => {
    await loadRecords(tx, demoJoining());
    for (const batch of generate(others)) await loadRecords(tx, batch);
  });
}
