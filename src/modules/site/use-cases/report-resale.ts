import { granted, type Outcome } from '#kernel/outcome.ts';
import type { Principal } from '#platform/database/principal.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { insertReport, listReports, type ResaleReport } from '../store/resale-reports.ts';

/** Somebody reports appointments offered for money; nobody needs an account for it. */
export async function reportResale(
  deps: Deps,
  key: string,
  report: Omit<ResaleReport, 'id' | 'createdAt'>,
): Promise<Outcome<{ id: string }, KeyReused>> {
  const at = deps.now();
  return deps.db.transaction({ kind: 'visitor' }, (tx) =>
    once<{ id: string }, never>(tx, { scope: 'resale-report', key, wish: report, at }, async () => {
      const id = crypto.randomUUID();
      await insertReport(tx, { ...report, id, createdAt: at });
      const subject = { kind: 'resale-report', id };
      const office = report.officeId === null ? {} : { officeId: report.officeId };
      await record(tx, { type: 'resale.reported', subject, actor: { kind: 'visitor' }, at, ...office });
      return granted({ id });
    }),
  );
}

export async function readReports({ db }: Deps, as: Principal): Promise<ResaleReport[]> {
  return db.transaction(as, (tx) => listReports(tx));
}
