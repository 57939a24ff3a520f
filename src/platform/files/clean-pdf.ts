import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { atMost } from './at-most.ts';
import type { PdfInspection } from './inspect-pdf.ts';

export type CleanPdf =
  | { readonly content: Uint8Array; readonly pages: number }
  | 'encrypted'
  | 'unreadable'
  | 'active_content';

const inTurn = atMost(2);
const patienceMs = 10_000;

/** Whether poppler's `pdftocairo` is installed, which draws a document anew and leaves everything active behind. */
export const canRedraw: boolean = spawnSync('pdftocairo', ['-v'], { stdio: 'ignore' }).status === 0;

/**
 * A PDF without anything active. One that carries scripts, programs or other files is drawn anew where poppler is
 * installed, and refused where not.
 */
export function cleanPdf(content: Uint8Array, { redraw = canRedraw } = {}): Promise<CleanPdf> {
  return inTurn(async () => {
    const found = await inspectApart(content);
    if (found.is !== 'sound') return found.is === 'encrypted' ? 'encrypted' : 'unreadable';
    if (!found.active) return { content: found.content, pages: found.pages };
    const drawn = redraw ? await redrawn(content) : undefined;
    if (drawn === undefined) return 'active_content';
    const again = await inspectApart(drawn);
    return again.is === 'sound' && !again.active
      ? { content: again.content, pages: again.pages }
      : 'active_content';
  });
}

/** In a thread of its own, ended when it takes too long: a document made to trouble its reader troubles only that. */
async function inspectApart(content: Uint8Array): Promise<PdfInspection> {
  const worker = new Worker(new URL('./inspect-pdf-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  try {
    return await new Promise<PdfInspection>((resolve) => {
      const giveUp = () => resolve({ is: 'unreadable' });
      const timer = setTimeout(giveUp, patienceMs);
      worker.once('message', (inspection: PdfInspection) => {
        clearTimeout(timer);
        resolve(inspection);
      });
      worker.once('error', giveUp);
      worker.postMessage(content);
    });
  } finally {
    await worker.terminate();
  }
}

async function redrawn(content: Uint8Array): Promise<Uint8Array | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'sportello-pdf-'));
  try {
    const [from, to] = [join(folder, 'in.pdf'), join(folder, 'out.pdf')];
    await writeFile(from, content, { mode: 0o600 });
    await promisify(execFile)('pdftocairo', ['-pdf', from, to], { timeout: patienceMs * 2 });
    return new Uint8Array(await readFile(to));
  } catch {
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
