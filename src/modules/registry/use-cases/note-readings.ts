import type { Tx } from '#platform/database/database.ts';
import type { Reader } from '../domain/reading.ts';
import type { PersonId } from '../domain/record.ts';
import { log } from './read-record.ts';

/** Writes down that an official has read of people elsewhere than in their records, in the transaction of the reading (RG-5). */
export async function noteReadings(
  tx: Tx,
  {
    people,
    reader,
    at,
  }: {
    readonly people: readonly PersonId[];
    readonly reader: Extract<Reader, { kind: 'official' }>;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await log(tx, [...new Set(people)], reader, undefined, at);
}
