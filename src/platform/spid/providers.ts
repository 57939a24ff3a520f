import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseProviders } from './idp-metadata.ts';
import { longestList } from './names.ts';
import type { IdentityProvider } from './parties.ts';

/** The identity providers of this moment: the list of AgID changes, and is followed (avviso SPID n. 42). */
export interface Providers {
  list(): Promise<readonly IdentityProvider[]>;
}

const readAgainAfter = { hours: 1 } as const;
const askFor = 10_000;

/** Reads metadata from files and addresses; an address that does not answer is read from the copy of last time. */
export function openProviders(
  sources: readonly string[],
  folder: string,
  now: () => Temporal.Instant,
  onFault: (source: string, error: unknown) => void,
): Providers {
  let kept:
    | { readonly until: Temporal.Instant; readonly list: Promise<readonly IdentityProvider[]> }
    | undefined;
  const readAll = async () => {
    const lists = await Promise.all(
      sources.map((source) => readSource(source, folder).catch((error) => onFault(source, error))),
    );
    return lists.flatMap((list) => list ?? []);
  };
  return {
    list() {
      if (kept === undefined || Temporal.Instant.compare(kept.until, now()) <= 0) {
        kept = { until: now().add(readAgainAfter), list: readAll() };
      }
      return kept.list;
    },
  };
}

async function readSource(source: string, folder: string): Promise<IdentityProvider[]> {
  if (!/^https?:/.test(source)) return parseProviders(await readFile(source, 'utf8'));
  const copy = join(folder, `${createHash('sha256').update(source).digest('hex').slice(0, 16)}.xml`);
  try {
    const answer = await fetch(source, { signal: AbortSignal.timeout(askFor), redirect: 'error' });
    if (!answer.ok) throw new Error(`The list of identity providers answered ${answer.status}`);
    const text = await answer.text();
    if (text.length > longestList) throw new Error('The list of identity providers is too long');
    const list = parseProviders(text);
    if (list.length === 0) throw new Error('The list of identity providers is empty');
    mkdirSync(folder, { recursive: true });
    writeFileSync(copy, text);
    return list;
  } catch (error) {
    try {
      return parseProviders(readFileSync(copy, 'utf8'));
    } catch {
      throw error;
    }
  }
}
