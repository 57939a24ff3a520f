import type { FastifyInstance } from 'fastify';
import { typedIn } from '#platform/web/form/read-form.ts';
import { toolWords } from '../words/words.ts';
import { mostRecords, readRecord, readRecords } from './read-record.ts';
import { recordsPage } from './records-page.ts';

/** Comparing the records of a line; the page carries them along, nothing is kept. */
export function recordRoutes(app: FastifyInstance): void {
  app.get('/citizenship/records', async (request, reply) => recordsPage(request, reply, { records: [] }));

  app.post('/citizenship/records', async (request, reply) => {
    const words = toolWords[request.locale].records;
    const typed = typedIn(request.body);
    const records = readRecords(typed['records']);
    if (records === undefined) return recordsPage(request, reply, { records: [], typed, notice: words.lost });
    const removed = typed['remove'];
    if (removed !== undefined)
      return recordsPage(request, reply, { records: records.filter(({ id }) => id !== removed) });
    if (records.length >= mostRecords)
      return recordsPage(request, reply, { records, typed, notice: words.tooMany });
    const reading = readRecord(typed, records);
    if ('problems' in reading)
      return recordsPage(request, reply, { records, typed, problems: reading.problems });
    return recordsPage(request, reply, { records: [...records, reading.record] });
  });
}
