import { query, type Tx } from '#platform/database/database.ts';

/** What somebody saw of appointments offered for money (segnalazione). */
export interface ResaleReport {
  readonly id: string;
  readonly officeId: string | null;
  readonly description: string;
  readonly seenAt: string;
  readonly contact: string;
  readonly createdAt: Temporal.Instant;
}

export async function insertReport(tx: Tx, report: ResaleReport): Promise<void> {
  await tx.change(
    query.insertInto('site.resale_report').values({
      id: report.id,
      office_id: report.officeId,
      description: report.description,
      seen_at: report.seenAt,
      contact: report.contact,
      created_at: report.createdAt,
    }),
  );
}

/** The newest reports that the reader may see: the policies choose. */
export async function listReports(tx: Tx): Promise<ResaleReport[]> {
  const rows = await tx.all(
    query.selectFrom('site.resale_report').selectAll().orderBy('created_at', 'desc').limit(200),
  );
  return rows.map((row) => ({
    id: row.id,
    officeId: row.office_id,
    description: row.description,
    seenAt: row.seen_at,
    contact: row.contact,
    createdAt: row.created_at,
  }));
}
