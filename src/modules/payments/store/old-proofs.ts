import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';

/** Takes away receipts of the counter of days before one; answers how many. */
export async function deleteOldReceipts(tx: Tx, before: CivilDate, count: number): Promise<number> {
  const [row] = await tx.sql<{ gone: number }>('select payments.erase_receipts($1, $2) as gone', [
    before,
    count,
  ]);
  return row?.gone ?? 0;
}

/** Takes away orders whose last event lies before a day, with all that belongs to them; answers how many. */
export async function deleteOldOrders(tx: Tx, before: CivilDate, count: number): Promise<number> {
  const [row] = await tx.sql<{ gone: number }>('select payments.erase_orders($1, $2) as gone', [
    before,
    count,
  ]);
  return row?.gone ?? 0;
}
