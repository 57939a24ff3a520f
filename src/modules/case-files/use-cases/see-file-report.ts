import type { CivilDate } from '#kernel/civil-date.ts';
import { nameOfficials } from '#modules/identity/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import { principalOf } from '#platform/web/who.ts';
import { type FileReport, mondayOf, weeksOf } from '../domain/file-report.ts';
import {
  countClosed,
  countOpenAt,
  countReceived,
  readClerkTimes,
  readProcedureTimes,
} from '../store/file-report.ts';
import { asCaseFiles, type CaseFileDeps } from './case-file-deps.ts';
import type { AtDesk } from './see-desk.ts';

/** A report with the names of the officials in it. */
export type NamedFileReport = FileReport & { readonly names: ReadonlyMap<string, string> };

/** How the files of an office came and went between two days of its calendar, and how long they took (BO-5). */
export async function seeFileReport(
  { db }: CaseFileDeps,
  { official, officeId }: AtDesk,
  { from, until }: { readonly from: CivilDate; readonly until: CivilDate },
): Promise<NamedFileReport> {
  const zone = findOffice(officeId)?.timeZone ?? 'Europe/Rome';
  // Whole weeks: the first one may begin before the span.
  const span = { officeId, zone, from: mondayOf(from), until };
  const start = Temporal.PlainDate.from(span.from).toZonedDateTime(zone).toInstant();
  const read = await db.transaction(principalOf(official), async (tx) => ({
    openAtStart: await countOpenAt(tx, officeId, start),
    received: await countReceived(tx, span),
    closed: await countClosed(tx, span),
    procedures: await readProcedureTimes(tx, span),
    clerks: await readClerkTimes(tx, span),
  }));
  const names = await db.transaction(asCaseFiles, (tx) =>
    nameOfficials(
      tx,
      read.clerks.map(({ officialId }) => officialId),
    ),
  );
  return {
    from,
    until,
    weeks: weeksOf({ from, until }, read),
    procedures: read.procedures,
    clerks: read.clerks,
    names: new Map([...names.values()].map(({ id, name }) => [id, name])),
  };
}
