import type { ScheduledJob } from '#platform/jobs/scheduled.ts';
import { deleteForgotten } from '../store/sealed-documents.ts';
import { renewCodeKeys } from './code-keys.ts';
import { asVerification, type SealedDeps } from './sealed-deps.ts';

/** What the clock makes happen to seals: keys rotate, what was never sealed goes, old files are erased. */
export function sealedJobs(deps: Pick<SealedDeps, 'db' | 'now' | 'keys' | 'files'>): ScheduledJob[] {
  return [
    { name: 'code-keys-renew', cron: '17 2 * * *', run: () => renewCodeKeys(deps) },
    {
      name: 'sealed-forget',
      cron: '37 * * * *',
      async run() {
        const yesterday = deps.now().subtract({ hours: 24 });
        await deps.db.transaction(asVerification, (tx) => deleteForgotten(tx, yesterday));
        // A proof counts for thirty days: twice as long its file can be fetched again.
        for (const file of await deps.files.listOlder('proofs', deps.now().subtract({ hours: 24 * 60 })))
          await deps.files.remove(file);
      },
    },
  ];
}
