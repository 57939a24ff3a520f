import { type CaseFileDeps, ownerOfDraft } from '#modules/case-files/public.ts';
import type { Deps } from '#platform/deps.ts';
import { openBucket, openFileStore } from '#platform/files/file-store.ts';
import { connectClamd, noScanner } from '#platform/files/virus-scanner.ts';
import type { Config } from './config.ts';

import { procedures } from './procedures.ts';

/** The outside world of what people upload: where files lie, and who looks for viruses. */
export function filing(
  deps: Deps,
  { filesDir, bucket, clamdUrl }: Pick<Config, 'filesDir' | 'bucket' | 'clamdUrl'>,
  running: CaseFileDeps['procedures'] = procedures,
): CaseFileDeps {
  return {
    ...deps,
    procedures: running,
    ownerOfForm: ownerOfDraft(deps),
    files: bucket === undefined ? openFileStore(filesDir) : openBucket(bucket),
    scanner: clamdUrl === undefined ? noScanner : connectClamd(clamdUrl),
  };
}
