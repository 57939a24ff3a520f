import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { municipalityOfOffice } from '#kernel/municipal-office.ts';
import { csvOf, type Sheet, xlsxOf } from '#platform/sheets/sheets.ts';
import type { DeskLine } from '../../../use-cases/see-desk.ts';
import { filesDeskWords } from '../../words/files-desk.ts';
import { caseFileWords } from '../../words/words.ts';
import { officeOf } from '../handling.ts';
import { protocolOf } from './lines-table.ts';

/** A list as a table to download: days as the calendar writes them, so that spreadsheets sort them. */
export function sheetOf(request: FastifyRequest, lines: readonly DeskLine[]): Sheet {
  const { locale } = request;
  const words = filesDeskWords[locale];
  const { timeZone } = officeOf(request);
  const day = (at: Temporal.Instant | null) => (at === null ? null : dayAt(at, timeZone));
  return {
    name: words.exportName,
    columns: Object.values(words.exportColumns),
    rows: lines.map((line) => [
      protocolOf(line),
      line.title[locale],
      line.personName,
      caseFileWords[locale].states[line.state],
      line.clerk ?? null,
      day(line.submittedAt),
      line.age,
      line.by?.day ?? null,
      line.by === undefined ? null : line.by.why === 'term' ? words.byTerm : words.byUsual,
      day(line.closedAt),
      line.municipalityId === null ? null : (municipalityOfOffice(line.municipalityId) ?? null),
    ]),
  };
}

export async function sendSheet(
  reply: FastifyReply,
  kind: 'csv' | 'xlsx',
  sheet: Sheet,
  locale: Locale,
): Promise<FastifyReply> {
  const name = `${sheet.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.${kind}`;
  reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store');
  if (kind === 'csv') return reply.type('text/csv; charset=utf-8').send(csvOf(sheet, locale));
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .send(await xlsxOf(sheet));
}
