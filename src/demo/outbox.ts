import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';

/** The letters and texts that the demonstration has "sent", as files that any mail program opens. */
export interface Outbox {
  keep(raw: string | Buffer): void;
  /** Names of the files, newest first. */
  list(): string[];
  read(name: string): Promise<ParsedMail | undefined>;
}

const nameShape = /^\d{6}\.eml$/;

export function openOutbox(dataDir: string): Outbox {
  const folder = join(dataDir, 'outbox');
  mkdirSync(folder, { recursive: true });
  const names = () => readdirSync(folder).filter((name) => nameShape.test(name));
  let last = Math.max(0, ...names().map((name) => Number(name.slice(0, 6))));
  return {
    keep(raw) {
      last += 1;
      writeFileSync(join(folder, `${String(last).padStart(6, '0')}.eml`), raw);
    },
    list: () => names().sort().reverse(),
    async read(name) {
      return names().includes(name) ? simpleParser(readFileSync(join(folder, name))) : undefined;
    },
  };
}
