import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoSealing, startDemoSealing } from '#demo/sealing.ts';
import { keysFrom } from '#platform/keys.ts';

let shared: Promise<DemoSealing> | undefined;

/** This worker's seal, made once: the demonstration's authority with its time stamps. */
export function testSealing(): Promise<DemoSealing> {
  shared ??= startDemoSealing(
    mkdtempSync(join(tmpdir(), 'sportello-seal-')),
    keysFrom('a secret that only the tests know, long enough'),
  );
  return shared;
}
