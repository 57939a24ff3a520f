import type { Tx } from '#platform/database/database.ts';
import type { Protocol } from '../domain/case-file.ts';

/** The next number of an office’s protocol register: without gaps, because a submission that fails takes it back. */
export async function nextProtocol(tx: Tx, officeId: string, year: number): Promise<Protocol> {
  const [row] = await tx.sql<{ last: number }>(
    `insert into case_files.protocol_register (office_id, year, last) values ($1, $2, 1)
     on conflict (office_id, year) do update set last = protocol_register.last + 1 returning last`,
    [officeId, year],
    'next-protocol',
  );
  if (row === undefined) throw new Error('The protocol register gave no number');
  return { year, number: row.last };
}
