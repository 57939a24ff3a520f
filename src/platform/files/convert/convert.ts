import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runApart } from '../apart.ts';
import { atMost } from '../at-most.ts';
import { type Made, not, type Task } from './tasks.ts';

const root = join(import.meta.dirname, '../../../..');
const program = join(import.meta.dirname, 'program.ts');
const reads = ['src', 'node_modules', 'package.json'].map((part) => join(root, part));

const inTurn = atMost(2);
const mebibyte = 1024 * 1024;

/**
 * Has a document converted in a process of its own, which may read the program and nothing else. One that crashes, takes
 * too long or fills the memory was given a document that cannot be read.
 */
export function convert(task: Task, files: readonly Uint8Array[]): Promise<Made> {
  return inTurn(async () => {
    const head = JSON.stringify({ task, lengths: files.map((file) => file.length) });
    const ran = await runApart(
      {
        command: process.execPath,
        args: [
          '--permission',
          ...reads.filter((path) => existsSync(path)).map((path) => `--allow-fs-read=${path}`),
          '--allow-addons',
          '--max-old-space-size=768',
          program,
        ],
        reads: [...reads, process.execPath].filter((path) => existsSync(path)),
      },
      [Buffer.from(`${head}\n`), ...files],
      { patienceMs: 25_000, mostBytes: 64 * mebibyte, memory: 2048 * mebibyte },
    );
    if (ran.is !== 'done') return not('unreadable');
    const end = ran.output.indexOf('\n');
    if (end === -1) return not('unreadable');
    const answer = JSON.parse(ran.output.toString('utf8', 0, end)) as Made['answer'];
    return answer.is === 'made'
      ? { answer, content: new Uint8Array(ran.output.subarray(end + 1)) }
      : { answer };
  });
}
