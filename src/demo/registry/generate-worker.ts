import { parentPort, workerData } from 'node:worker_threads';
import { writeCopies } from '#modules/registry/public.ts';
import { generate } from './generate.ts';

/** Invents people in a thread of its own, one batch ahead of the database. */
const { people, seed } = workerData as { people: number; seed: number };
const batches = generate(people, seed);
parentPort?.on('message', () => {
  const next = batches.next();
  const copies = next.done ? [] : writeCopies(next.value);
  parentPort?.postMessage(
    { done: next.done === true, copies },
    copies.map(({ rows }) => rows.buffer),
  );
  if (next.done) parentPort?.close();
});
