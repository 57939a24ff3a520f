import { spawnSync } from 'node:child_process';
import { runApart } from './apart.ts';
import { convert } from './convert/convert.ts';
import type { Made } from './convert/tasks.ts';

/** Whether poppler's `pdftocairo` is installed, which draws a document anew and keeps its text better than pdfium. */
export const canRedraw: boolean = spawnSync('pdftocairo', ['-v'], { stdio: 'ignore' }).status === 0;

export interface PdfLimits {
  readonly mostPages: number;
  readonly mostBytes: number;
}

/**
 * A PDF without anything that acts by itself. One that carries scripts, programs, forms or other files is drawn anew, by
 * poppler where that is installed and by pdfium everywhere; where neither can, it is refused.
 */
export async function cleanPdf(
  content: Uint8Array,
  limits: PdfLimits,
  { poppler = canRedraw } = {},
): Promise<Made> {
  const first = await convert({ do: 'pdf', redraw: !poppler, ...limits }, [content]);
  if (first.answer.is !== 'active' || !poppler) return first;
  const drawn = await redrawn(content);
  const again = drawn && (await convert({ do: 'pdf', redraw: false, ...limits }, [drawn]));
  return again?.answer.is === 'made' ? again : convert({ do: 'pdf', redraw: true, ...limits }, [content]);
}

async function redrawn(content: Uint8Array): Promise<Uint8Array | undefined> {
  const ran = await runApart({ command: 'pdftocairo', args: ['-pdf', '-', '-'], reads: [] }, [content], {
    patienceMs: 20_000,
    mostBytes: 200 * 1024 * 1024,
    memory: 1024 * 1024 * 1024,
  });
  return ran.is === 'done' && ran.output.length > 0 ? new Uint8Array(ran.output) : undefined;
}
