import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Connection } from '#platform/database/embedded-server.ts';

const program = join(import.meta.dirname, '../node_modules/.bin/kysely-codegen');

/** Writes the types of a migrated database into a file. */
export function writeTables(owner: Connection, target: string): void {
  const url = `postgres://${owner.user}:${owner.password}@/${owner.database}?host=${encodeURIComponent(owner.host)}`;
  execFileSync(
    program,
    [
      '--dialect=postgres',
      `--url=${url}`,
      `--out-file=${target}`,
      '--exclude-pattern=jobs.*',
      '--date-parser=string',
      '--type-mapping={"timestamptz":"Temporal.Instant","int8":"number","time":"string"}',
      '--singularize',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
}
