import type { Deps } from '#platform/deps.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { VirusScanner } from '#platform/files/virus-scanner.ts';

/** What the use cases of this module need besides the platform. */
export interface DocumentDeps extends Deps {
  readonly files: FileStore;
  /** Whose form it is that a key names, where the sender fills it in for another. */
  readonly ownerOfForm?: (accountId: string, formKey: string) => Promise<string>;
  readonly scanner: VirusScanner;
}

/** Uploads come from forms that nobody is signed in for, too: the key of the form decides, which the use case checks. */
export const asUploads = { kind: 'system', task: 'uploads' } as const;
