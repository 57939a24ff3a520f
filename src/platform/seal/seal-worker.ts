import { parentPort, workerData } from 'node:worker_threads';
import { certificatesOf } from './chain.ts';
import { readKeyFile } from './key-file.ts';
import { sealWith } from './seal-with.ts';
import type { SealAnswer, SealOrder, SealSettings } from './sealer.ts';
import { TimeStampMissing } from './time-stamp.ts';

// Hashing and signing take the processor for some milliseconds a document: here they hold up nobody else.
const settings = workerData as SealSettings;
const key = readKeyFile(settings.keyFile, settings.passphrase);
const authority = { url: settings.timeStampUrl, roots: certificatesOf(settings.timeStampRoots) };

parentPort?.on('message', async ({ number, pdf, reason, location, at }: SealOrder) => {
  const answer = (each: SealAnswer) => parentPort?.postMessage(each);
  try {
    const words = { reason, location, at: Temporal.Instant.from(at) };
    answer({ number, sealed: new Uint8Array(await sealWith({ key, authority }, pdf, words)) });
  } catch (error) {
    answer(
      error instanceof TimeStampMissing
        ? { number, unstamped: error.fault }
        : { number, fault: (error as Error).message },
    );
  }
});
