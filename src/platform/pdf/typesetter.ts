import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Commission, Delivery } from './render-pdf.ts';

// Typesetting takes the processor for some milliseconds a page: here it holds up nobody else.
const fonts = join(
  dirname(createRequire(import.meta.url).resolve('bootstrap-italia/package.json')),
  'dist/fonts/Titillium_Web',
);
const workspace = join(import.meta.dirname, '../..');
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] });
/** Intermediate results that so many papers have not used are forgotten. */
const keptFor = 10;

function typeset({ template, inputs, second }: Commission): Uint8Array<ArrayBuffer> {
  const pdf = compiler.pdf(
    { mainFilePath: template, inputs },
    { pdfStandard: 'a-2a', creationTimestamp: second },
  );
  compiler.evictCache(keptFor);
  return new Uint8Array(pdf);
}

parentPort?.on('message', (commission: Commission) => {
  const answer = (delivery: Delivery) => parentPort?.postMessage(delivery);
  try {
    answer({ number: commission.number, pdf: typeset(commission) });
  } catch (error) {
    // The compiler's diagnostics stand in the code of its error; what they quote may be a person's.
    const { code, message } = error as { code?: string; message: string };
    answer({
      number: commission.number,
      fault: (code ?? message).replaceAll(/`[^`]*`/g, '`…`').slice(0, 500),
    });
  }
});
