import { record, system } from '#platform/event-log/record.ts';
import { readingsKeptSince } from '../domain/kept-readings.ts';
import { deleteReadings } from '../store/readings.ts';
import type { RegistryDeps } from './read-record.ts';

const asErasing = { kind: 'system', task: 'registry-readings-erase' } as const;

/** So many lines go in one transaction: short enough that nobody waits. */
const atOnce = 5000;

/** Erases who has read which record once nobody may need it any more; broken off, it goes on where it was. */
export async function eraseOldReadings({ db, now }: RegistryDeps, most = atOnce): Promise<number> {
  const at = now();
  const before = readingsKeptSince(at);
  let erased = 0;
  for (;;) {
    const count = await db.transaction(asErasing, async (tx) => {
      const gone = await deleteReadings(tx, before, most);
      if (gone > 0)
        await record(tx, {
          type: 'registry.readings-erased',
          subject: { kind: 'readings', id: before.toString() },
          actor: system('registry-readings-erase'),
          at,
          facts: { lines: gone },
        });
      return gone;
    });
    erased += count;
    if (count < most) return erased;
  }
}
