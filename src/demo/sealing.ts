import { join } from 'node:path';
import type { Keys } from '#platform/keys.ts';
import { ensureDemonstrationAuthority } from '#platform/seal/demonstration-authority.ts';
import { readKeyFile } from '#platform/seal/key-file.ts';
import { openSealing, type Sealing } from '#platform/seal/sealing.ts';
import { startTimeStampAuthority, type TimeStampServer } from './time-stamp-authority/server.ts';

/** The seal of the demonstration, and its time-stamp authority on this machine. */
export interface DemoSealing {
  readonly sealing: Sealing;
  readonly timeStamps: TimeStampServer;
  stop(): Promise<void>;
}

/** Makes the authority at the first start, starts its time stamps and opens the seal. */
export async function startDemoSealing(dataDir: string, keys: Keys): Promise<DemoSealing> {
  const passphrase = keys.hash('seal', 'passphrase');
  const files = ensureDemonstrationAuthority(join(dataDir, 'seal'), passphrase, Temporal.Now.instant());
  const timeStamps = await startTimeStampAuthority(readKeyFile(files.timeStampKeyFile, passphrase));
  const sealing = openSealing({
    keyFile: files.sealKeyFile,
    passphrase,
    authorityFile: files.rootFile,
    timeStampUrl: timeStamps.url,
    timeStampAuthorityFile: files.rootFile,
    facSimile: true,
  });
  return {
    sealing,
    timeStamps,
    async stop() {
      await sealing.stop();
      await timeStamps.stop();
    },
  };
}
