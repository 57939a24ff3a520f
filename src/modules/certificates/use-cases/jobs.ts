import type { ScheduledJob } from '#platform/jobs/scheduled.ts';
import { listUnknownFiles } from '../store/certificates.ts';
import { asCertificates, type CertificateDeps, fileFolder } from './certificate-deps.ts';
import { followDistrusts } from './follow-distrust.ts';
import { endUnpaidCertificates } from './give-up-certificate.ts';
import { issueDueCertificates } from './issue-certificate.ts';

/** A file that no certificate knows for so long is what a break left behind. */
const leftBehindAfter = { hours: 24 } as const;

/** Breaks of so many days are looked after; the job runs each night. */
const daysBack = 8;

/** Removes files of steps that broke off before they were written down. */
export async function removeLeftFiles(deps: CertificateDeps): Promise<number> {
  const now = deps.now();
  let removed = 0;
  for (let day = 0; day < daysBack; day += 1) {
    const folder = fileFolder(now.subtract({ hours: 24 * day }));
    const files = await deps.files.listOlder(folder, now.subtract(leftBehindAfter));
    const unknown = await deps.db.transaction(asCertificates, (tx) => listUnknownFiles(tx, files));
    for (const each of unknown) await deps.files.remove(each);
    removed += unknown.length;
  }
  return removed;
}

/** What the clock makes happen to certificates. */
export function certificateJobs(deps: CertificateDeps): ScheduledJob[] {
  return [
    {
      name: 'certificates-issue',
      cron: '* * * * *',
      async run() {
        await endUnpaidCertificates(deps);
        await issueDueCertificates(deps);
      },
    },
    { name: 'certificates-distrust', cron: '* * * * *', run: () => followDistrusts(deps) },
    { name: 'certificates-tidy', cron: '37 3 * * *', run: () => removeLeftFiles(deps) },
  ];
}
