import type { Access, Entrance } from './access.ts';

const may = (who: Entrance, more: Omit<Access, 'who'> = {}): Access => ({ who, ...more });
const serving = may('serving');
const ofFile = (posted?: Access['with']) =>
  may('serving', { of: 'file', ...(posted === undefined ? {} : { with: posted }) });
const somebody = '00000000-0000-4000-8000-000000000000';

const page = '/desk/offices/:office/files';
const api = '/api/v1/desk/offices/:office_id';
const file = `${api}/files/:file_id`;

/** Who may open the desk of files, and do what with a file; read together with `access.ts`. */
export const accessOfFiles: Readonly<Record<string, Access>> = {
  [`GET ${page}`]: serving,
  [`GET ${page}.csv`]: serving,
  [`GET ${page}.xlsx`]: serving,
  [`POST ${page}/assignments`]: serving,
  [`POST ${page}/batches`]: serving,
  [`GET ${page}/reports`]: serving,
  [`GET ${page}/reports.csv`]: serving,
  [`GET ${page}/reports.xlsx`]: serving,
  [`GET ${page}/reports/charts/flow.svg`]: serving,
  [`GET ${page}/reports/charts/queue.svg`]: serving,
  [`GET ${page}/absences`]: serving,
  [`POST ${page}/absences`]: may('administering'),
  [`POST ${page}/absences/:absence/removal`]: may('administering', { madeUp: true }),
  [`GET ${page}/:id`]: ofFile(),
  [`POST ${page}/:id/reply-texts`]: ofFile(),
  [`POST ${page}/:id/charge`]: ofFile(),
  [`POST ${page}/:id/return`]: ofFile(),
  [`POST ${page}/:id/hand-overs`]: ofFile(),
  [`POST ${page}/:id/notes`]: ofFile(),
  [`POST ${page}/:id/messages`]: ofFile(),
  [`POST ${page}/:id/checks`]: ofFile(),
  [`POST ${page}/:id/corrections`]: ofFile(),
  [`POST ${page}/:id/municipality-transfers`]: ofFile(),
  [`POST ${page}/:id/acceptance`]: ofFile(),
  [`POST ${page}/:id/rejection`]: ofFile(),
  'GET /desk/files/:office/:document/pages/:number': may('everybody', { madeUp: true }),

  [`GET ${api}/files`]: serving,
  [`POST ${api}/files/assignments`]: serving,
  [`POST ${api}/files/batches`]: may('serving', { with: { file_ids: [somebody], kind: 'put_back' } }),
  [`GET ${file}`]: ofFile(),
  [`POST ${file}/charge`]: ofFile({ reason: 'term_near' }),
  [`POST ${file}/return`]: ofFile({}),
  [`POST ${file}/hand-overs`]: ofFile({ official_id: somebody }),
  [`POST ${file}/notes`]: ofFile({ text: 'Prova' }),
  [`POST ${file}/messages`]: ofFile({ text: 'Prova' }),
  [`POST ${file}/checks`]: ofFile({ verdicts: {} }),
  [`POST ${file}/corrections`]: ofFile({
    wanted: [{ target: { kind: 'document', path: 'passport' }, note: 'Prova' }],
  }),
  [`POST ${file}/municipality-transfers`]: ofFile({}),
  [`POST ${file}/acceptance`]: ofFile({}),
  [`POST ${file}/rejection`]: ofFile({ reasons: ['other'], text: 'Prova' }),
  [`GET ${api}/absences`]: serving,
  [`POST ${api}/absences`]: may('administering', {
    with: { official_id: somebody, from: '2026-12-01', until: '2026-12-02' },
  }),
  [`DELETE ${api}/absences/:absence_id`]: may('administering', { madeUp: true }),
  [`GET ${api}/reports/files`]: serving,
};
