import { Worker } from 'node:worker_threads';
import type { Locale } from '#kernel/locale.ts';
import { printable, printableData } from './printable.ts';
import { paperWords } from './words/words.ts';

/** A paper to be printed (stampa). */
export interface Paper {
  /** Full path of the template: a `.typ` file that shows `data` on the shared sheet `/platform/pdf/paper.typ`. */
  readonly template: string;
  readonly lang: Locale;
  readonly title: string;
  /** Who sends it, at the top right: as a rule the office. */
  readonly sender: string;
  /** A line at the foot of each page, beside the page numbers. */
  readonly note?: string;
  /** What the template shows. It travels as data, never as part of the template. */
  readonly data: unknown;
  /** Pictures as SVG, shown by `picture(name, alt)`. */
  readonly images?: Readonly<Record<string, string>>;
  /** The moment that the file bears: the same paper of the same moment is the same file, byte by byte. */
  readonly at: Temporal.Instant;
}

export interface Commission {
  readonly number: number;
  readonly template: string;
  readonly inputs: Record<string, string>;
  readonly second: number;
}

export type Delivery =
  | { readonly number: number; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly number: number; readonly fault: string };

interface Waiting {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (fault: Error) => void;
  readonly timer: NodeJS.Timeout;
}

const patience = 30_000;
const waiting = new Map<number, Waiting>();
let typesetter: Worker | undefined;
let commissions = 0;

/** Sets a paper as PDF/A-2a: tagged, with its language and title, for keeping (accessible after EN 301 549, clause 10). */
export function renderPdf(paper: Paper): Promise<Buffer> {
  commissions += 1;
  const commission: Commission = {
    number: commissions,
    template: paper.template,
    inputs: inputsOf(paper),
    second: Math.floor(paper.at.epochMilliseconds / 1000),
  };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => dismiss(new Error('Typesetting a paper takes too long')),
      patience,
    ).unref();
    const worker = employed();
    waiting.set(commission.number, { resolve, reject, timer });
    worker.ref();
    worker.postMessage(commission);
  });
}

function inputsOf({ lang, title, sender, note = '', data, images = {} }: Paper): Record<string, string> {
  const words = paperWords[lang];
  return {
    paper: JSON.stringify({
      lang,
      title: printable(title),
      sender: printable(sender),
      note: printable(note),
      product: words.product,
      words,
    }),
    data: JSON.stringify(printableData(data)),
    ...Object.fromEntries(Object.entries(images).map(([name, svg]) => [`image-${name}`, svg])),
  };
}

/** One thread for the process, begun with the first paper; idle, it keeps nobody from ending. */
function employed(): Worker {
  if (typesetter !== undefined) return typesetter;
  const worker = new Worker(new URL('./typesetter.ts', import.meta.url));
  worker.unref();
  worker.on('message', deliver);
  worker.on('error', (fault: Error) => dismiss(fault));
  worker.on('exit', () => {
    if (typesetter === worker) dismiss(new Error('The typesetter has gone'));
  });
  typesetter = worker;
  return worker;
}

function deliver(delivery: Delivery): void {
  const customer = waiting.get(delivery.number);
  if (customer === undefined) return;
  waiting.delete(delivery.number);
  clearTimeout(customer.timer);
  if (waiting.size === 0) typesetter?.unref();
  if ('pdf' in delivery) customer.resolve(Buffer.from(delivery.pdf.buffer));
  else customer.reject(new Error(`A paper cannot be set: ${delivery.fault}`));
}

/** Whoever waits hears of the fault; the next paper begins with a new thread. */
function dismiss(fault: Error): void {
  const gone = typesetter;
  typesetter = undefined;
  for (const customer of waiting.values()) {
    clearTimeout(customer.timer);
    customer.reject(fault);
  }
  waiting.clear();
  void gone?.terminate();
}
