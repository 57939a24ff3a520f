import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type TimeStampFault, TimeStampMissing } from './time-stamp.ts';

/** What a thread needs to seal; plain text, because it crosses over to it. */
export interface SealSettings {
  readonly keyFile: string;
  readonly passphrase: string;
  readonly timeStampUrl: string;
  /** Certificates that vouch for the time-stamp authority (PEM). */
  readonly timeStampRoots: string;
}

export interface SealOrder {
  readonly number: number;
  readonly pdf: Uint8Array;
  readonly reason: string;
  readonly location: string;
  readonly at: string;
}

export type SealAnswer =
  | { readonly number: number; readonly sealed: Uint8Array<ArrayBuffer> }
  | { readonly number: number; readonly unstamped: TimeStampFault }
  | { readonly number: number; readonly fault: string };

/** Why and where a document is sealed; the panel of signatures of a reader shows it. */
export interface SealOccasion {
  readonly reason: string;
  readonly location: string;
  readonly at: Temporal.Instant;
}

/** Puts the electronic seal (sigillo elettronico, Reg. (EU) 910/2014 art. 35) on PDFs of our own typesetter. */
export interface Sealer {
  /**
   * A file with seal and time stamp, never one without: throws `TimeStampMissing` where the authority gives none after some
   * tries. The caller keeps the document as it was and tries again later.
   */
  sealPdf(pdf: Uint8Array, occasion: SealOccasion): Promise<Buffer>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (sealed: Buffer) => void;
  readonly reject: (fault: Error) => void;
}

/** Pauses between the tries for a time stamp, in milliseconds: a person may be waiting for the page. */
const usualPauses = [200, 1000] as const;

/** Opens a sealer in a thread of its own, begun with the first document. */
export function openSealer(settings: SealSettings, pauses: readonly number[] = usualPauses): Sealer {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let orders = 0;

  const dismiss = (fault: Error) => {
    thread = undefined;
    for (const each of waiting.values()) each.reject(fault);
    waiting.clear();
  };
  const employed = (): Worker => {
    if (thread !== undefined) return thread;
    const worker = new Worker(new URL('./seal-worker.ts', import.meta.url), { workerData: settings });
    worker.unref();
    worker.on('message', (answer: SealAnswer) => {
      const customer = waiting.get(answer.number);
      waiting.delete(answer.number);
      if (waiting.size === 0) worker.unref();
      if ('sealed' in answer) customer?.resolve(Buffer.from(answer.sealed.buffer));
      else if ('unstamped' in answer) customer?.reject(new TimeStampMissing(answer.unstamped));
      else customer?.reject(new Error(`A document cannot be sealed: ${answer.fault}`));
    });
    worker.on('error', (fault: Error) => thread === worker && dismiss(fault));
    worker.on('exit', () => thread === worker && dismiss(new Error('The sealer has gone')));
    thread = worker;
    return worker;
  };
  const once = (pdf: Uint8Array, { reason, location, at }: SealOccasion): Promise<Buffer> => {
    orders += 1;
    const number = orders;
    return new Promise((resolve, reject) => {
      const worker = employed();
      waiting.set(number, { resolve, reject });
      worker.ref();
      worker.postMessage({ number, pdf, reason, location, at: at.toString() } satisfies SealOrder);
    });
  };
  return {
    async sealPdf(pdf, occasion) {
      for (const pause of pauses) {
        try {
          return await once(pdf, occasion);
        } catch (error) {
          if (!(error instanceof TimeStampMissing)) throw error;
          await wait(pause);
        }
      }
      return once(pdf, occasion);
    },
    async stop() {
      const worker = thread;
      dismiss(new Error('The sealer has stopped'));
      await worker?.terminate();
    },
  };
}
