import type { Deps } from '#platform/deps.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { Sealing } from '#platform/seal/sealing.ts';

/** The outside world of whatever is sealed and checked. */
export interface SealedDeps extends Deps {
  readonly sealing: Sealing;
  readonly files: FileStore;
}

export const asVerification = { kind: 'system', task: 'verification' } as const;
