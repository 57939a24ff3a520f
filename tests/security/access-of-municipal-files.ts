import type { Access } from './access.ts';

const list: Access = { who: 'serving', municipal: true };
const file = (more: Partial<Access> = {}): Access => ({ ...list, of: 'municipalFile', ...more });
const pages = '/desk/municipalities/:office/files';
const api = '/api/v1/desk/municipalities/:office_id';

/** The files that consulates send to a municipality: its officers alone, and each only those of their own. */
export const municipalFiles: Readonly<Record<string, Access>> = {
  [`GET ${pages}`]: list,
  [`POST ${pages}/searches`]: { ...list, with: { wanted: 'Lampachiari' } },
  [`GET ${pages}/:id`]: file(),
  [`GET ${pages}/:id/communication.pdf`]: file(),
  'GET /desk/offices/:office/files/:id/communication.pdf': { who: 'serving', of: 'municipalFile' },
  [`POST ${pages}/:id/charge`]: file(),
  [`POST ${pages}/:id/return`]: file(),
  [`POST ${pages}/:id/confirmation`]: file({ with: { registeredOn: '2026-11-20', act: '1' } }),
  [`POST ${pages}/:id/refusal`]: file({ with: { reasons: 'data_differ', text: 'Prova' } }),
  [`POST ${pages}/:id/messages`]: file({ with: { message: 'Prova' } }),
  // The consulate writes back.
  'POST /desk/offices/:office/files/:id/office-messages': { who: 'serving', of: 'municipalFile' },
  'POST /api/v1/desk/offices/:office_id/files/:file_id/office-messages': {
    who: 'serving',
    of: 'municipalFile',
    with: { text: 'Prova' },
  },
  [`GET ${api}/files`]: list,
  [`POST ${api}/file-searches`]: { ...list, with: { wanted: 'Lampachiari' } },
  [`GET ${api}/files/:file_id`]: file(),
  [`GET ${api}/files/:file_id/communication`]: file(),
  [`POST ${api}/files/:file_id/charge`]: file(),
  [`POST ${api}/files/:file_id/return`]: file(),
  [`POST ${api}/files/:file_id/confirmation`]: file({ with: { registered_on: '2026-11-20', act: '1' } }),
  [`POST ${api}/files/:file_id/refusal`]: file({ with: { reasons: ['data_differ'], text: 'Prova' } }),
  [`POST ${api}/files/:file_id/messages`]: file({ with: { text: 'Prova' } }),
};
