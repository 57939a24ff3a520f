// Started for one document and ended with it: reads a line with the task and the lengths of the files, then the files;
// writes a line with the answer, then the new file.
import { buffer } from 'node:stream/consumers';
import { type Made, not, type Task } from './tasks.ts';

async function perform(task: Task, files: readonly Uint8Array[]): Promise<Made> {
  const [first = new Uint8Array()] = files;
  switch (task.do) {
    case 'picture':
      return (await import('./picture.ts')).drawPicture(first, task);
    case 'turn':
      return (await import('./picture.ts')).turnPicture(first, task);
    case 'pdf':
      return (await import('./pdf.ts')).writePdf(first, task);
    case 'page':
      return (await import('./page.ts')).drawPage(first, task);
    case 'pages':
      return (await import('./pages.ts')).bindPages(files, task);
  }
}

const input = await buffer(process.stdin);
const end = input.indexOf('\n');
const { task, lengths } = JSON.parse(input.toString('utf8', 0, end)) as { task: Task; lengths: number[] };
let at = end + 1;
const files = lengths.map((length) => {
  const file = new Uint8Array(input.subarray(at, at + length));
  at += length;
  return file;
});
const { answer, content } = await perform(task, files).catch((): Made => not('unreadable'));
process.stdout.write(`${JSON.stringify(answer)}\n`);
if (content !== undefined) process.stdout.write(content);
