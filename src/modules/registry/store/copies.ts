import type { HouseholdContent, PersonContent } from '../domain/person-content.ts';
import type { Version } from '../domain/two-times.ts';
import { householdColumns, householdRow, personColumns, personRow } from './rows.ts';

/** Rows of one table as `copy … from stdin` reads them. */
export interface TableCopy {
  readonly statement: string;
  readonly rows: Uint8Array<ArrayBuffer>;
}

const special = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function written(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
  return text.replace(special, (sign) => escapes[sign] ?? sign);
}

function copy(
  table: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): TableCopy {
  const lines = rows.map((row) => `${columns.map((column) => written(row[column])).join('\t')}\n`);
  return {
    statement: `copy ${table} (${columns.join(', ')}) from stdin`,
    rows: new TextEncoder().encode(lines.join('')),
  };
}

/** The rows of records and households with what they refer to, in the order in which they can be loaded. */
export function copiesOf({
  people,
  households,
  facilities,
}: {
  readonly people: readonly Version<PersonContent>[];
  readonly households: readonly Version<HouseholdContent>[];
  readonly facilities: readonly { municipality: string; id: string; kind: string; name: string }[];
}): TableCopy[] {
  const unique = (ids: readonly string[]) => [...new Set(ids)].map((id) => ({ id }));
  return [
    copy('registry.facility', ['municipality', 'id', 'kind', 'name'], facilities),
    copy('registry.person', ['id'], unique(people.map(({ content }) => content.id))),
    copy('registry.household', ['id'], unique(households.map(({ content }) => content.id))),
    copy(
      'registry.household_version',
      Object.keys(householdColumns),
      households.map((each) => householdRow(each)),
    ),
    copy(
      'registry.person_version',
      Object.keys(personColumns),
      people.map((each) => personRow(each)),
    ),
  ].filter(({ rows }) => rows.length > 0);
}
