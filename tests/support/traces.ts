import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

/** The forms in which a word may lie somewhere: as it is, and as bytes in hexadecimal or base 64. */
function formsOf(word: string): string[] {
  const bytes = Buffer.from(word);
  // In base 64 a word looks different after each of three offsets; its unchanging middle is enough.
  const shifted = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .slice(offset === 0 ? 0 : 4, -4),
  );
  return [word, bytes.toString('hex'), ...shifted.filter((each) => each.length >= 8)];
}

/** Every table of the program, whatever module it belongs to. */
async function listTables(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Where in the database words are found: each as `table: word`, whatever the column and its type. */
export async function findTraces(owner: pg.Pool, words: readonly string[]): Promise<string[]> {
  const traces: string[] = [];
  for (const table of await listTables(owner)) {
    for (const word of words) {
      const { rows } = await owner.query<{ found: boolean }>(
        `select exists (select 1 from ${table} t, unnest($1::text[]) as f (form)
           where strpos(lower(t::text), lower(f.form)) > 0) as found`,
        [formsOf(word)],
      );
      if (rows[0]?.found === true) traces.push(`${table}: ${word}`);
    }
  }
  return traces;
}

/** Tables with a column for an account in which this one has a row. */
export async function tablesOfAccounts(
  owner: pg.Pool,
  accountId: string,
): Promise<{ all: string[]; used: string[] }> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
     where column_name = 'account_id' and table_schema !~ '^(pg_|information_schema)' order by 1`,
  );
  const used: string[] = [];
  for (const { name } of rows) {
    const found = await owner.query(`select 1 from ${name} where account_id = $1 limit 1`, [accountId]);
    if (found.rowCount === 1) used.push(name);
  }
  return { all: rows.map(({ name }) => name), used };
}

/** Files under a folder in which words are found; a part of the folder can be left out for a reason. */
export function findTracesInFiles(
  folder: string,
  words: readonly string[],
  leftOut: readonly { readonly path: string; readonly because: string }[],
): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !leftOut.some(({ path }) => file.startsWith(join(folder, path))))
    .flatMap((file) => {
      const content = readFileSync(file);
      return words
        .filter((word) => formsOf(word).some((form) => content.includes(form)))
        .map((word) => `${file.slice(folder.length + 1)}: ${word}`);
    });
}
