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

/** Takes contacts out of the reports that bear them; answers from how many. */
export async function eraseContacts(tx: Tx, contacts: readonly string[]): Promise<number> {
  const rows = await tx.sql(
    `update site.resale_report set contact = ''
     where contact <> '' and exists (
       select 1 from unnest($1::text[]) as c (value) where strpos(lower(contact), lower(c.value)) > 0)
     returning id`,
    [contacts],
  );
  return rows.length;
}
