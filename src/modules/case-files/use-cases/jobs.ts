import { dayAt } from '#kernel/civil-date.ts';
import { eraseDocumentsSoon } from '#modules/documents/public.ts';
import { record, system } from '#platform/event-log/record.ts';
import type { ScheduledJob } from '#platform/jobs/scheduled.ts';
import { deleteCaseFile, lockDueCaseFiles } from '../store/case-files.ts';
import { asCaseFiles, type CaseFileDeps } from './case-file-deps.ts';
import { eraseExpiredDrafts } from './drafts.ts';
import { remindMunicipalities } from './remind-municipalities.ts';
import { closeFilesShownByRegistry } from './shown-by-registry.ts';
import { warningJobs } from './warn-offices.ts';

const atOnce = 100;

/** Erases the files whose last day is over, with their thread; their documents follow within the hour. */
export async function eraseDueCaseFiles(deps: CaseFileDeps): Promise<number> {
  const at = deps.now();
  return deps.db.transaction(asCaseFiles, async (tx) => {
    const due = await lockDueCaseFiles(tx, dayAt(at, 'UTC'), atOnce);
    for (const file of due) {
      await eraseDocumentsSoon(tx, { officeId: file.officeId, subjectId: file.id, at });
      await deleteCaseFile(tx, file.officeId, file.id);
      await record(tx, {
        type: 'case-file.erased',
        subject: { kind: 'case-file', id: file.id },
        actor: system('case-files-erase'),
        at,
        officeId: file.officeId,
        ...(file.accountId === null ? {} : { accountId: file.accountId }),
      });
    }
    return due.length;
  });
}

/** What the clock makes happen to files. */
export function caseFileJobs(deps: CaseFileDeps): ScheduledJob[] {
  return [
    ...warningJobs(deps),
    {
      name: 'case-files-erase',
      cron: '13 * * * *',
      async run() {
        while ((await eraseDueCaseFiles(deps)) === atOnce);
      },
    },
    {
      name: 'case-files-drafts-erase',
      cron: '19 * * * *',
      async run() {
        while ((await eraseExpiredDrafts(deps)) === atOnce);
      },
    },
    {
      name: 'case-files-registry-shows',
      cron: '* * * * *',
      async run() {
        while ((await closeFilesShownByRegistry(deps)) > 0);
      },
    },
    {
      name: 'case-files-remind-municipalities',
      // In the morning, when desks are open.
      cron: '0 7 * * 1-5',
      async run() {
        while ((await remindMunicipalities(deps)) > 0);
      },
    },
  ];
}
