import type { ScheduledJob } from '#platform/jobs/scheduled.ts';
import type { DocumentDeps } from './document-deps.ts';
import { eraseDueDocuments, eraseForgottenUploads } from './erase-documents.ts';
import { eraseDueOriginals } from './originals.ts';

/** What the clock makes happen to documents: what is kept no longer is erased. */
export function documentJobs(deps: DocumentDeps): ScheduledJob[] {
  return [
    {
      name: 'documents-erase',
      cron: '23 * * * *',
      async run() {
        await eraseDueDocuments(deps);
        await eraseForgottenUploads(deps);
        await eraseDueOriginals(deps);
      },
    },
  ];
}
