import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';

/** Takes away receipts of the counter of days before one; answers how many. */
export async function deleteOldReceipts(tx: Tx, before: CivilDate, count: number): Promise<number> {
  const rows = await tx.sql<{ office_id: string; id: string }>(
    'select office_id, id from payments.receipt where day < $1 order by day limit $2 for update',
    [before, count],
  );
  const keys = [rows.map((row) => row.office_id), rows.map((row) => row.id)];
  const these = '(select * from unnest($1::text[], $2::uuid[]))';
  await tx.sql(`delete from payments.receipt_line where (office_id, receipt_id) in ${these}`, keys);
  await tx.sql(`delete from payments.receipt where (office_id, id) in ${these}`, keys);
  return rows.length;
}

/** Takes away orders whose last event lies before a day, with all that belongs to them; answers how many. */
export async function deleteOldOrders(tx: Tx, before: CivilDate, count: number): Promise<number> {
  const rows = await tx.sql<{ id: string }>(
    `select o.id from payments.payment_order o
     where o.created_at < $1::date and o.state in ('given_up', 'expired', 'paid', 'refunded')
       and coalesce(o.paid_at, o.created_at) < $1::date
       and not exists (select 1 from payments.ledger_line l where l.order_id = o.id and l.day >= $1)
       and not exists (select 1 from payments.refund r where r.order_id = o.id and r.state = 'due')
     order by o.created_at limit $2 for update`,
    [before, count],
  );
  const ids = rows.map(({ id }) => id);
  for (const table of ['ledger_line', 'refund', 'stamp', 'notice'])
    await tx.sql(`delete from payments.${table} where order_id = any ($1::uuid[])`, [ids]);
  await tx.sql('delete from payments.payment_order where id = any ($1::uuid[])', [ids]);
  return ids.length;
}
