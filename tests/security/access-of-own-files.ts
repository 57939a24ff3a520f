import type { Access } from './access.ts';

const everybody: Access = { who: 'everybody' };
const citizen: Access = { who: 'citizen' };
const draft = (more: Partial<Access> = {}): Access => ({ who: 'owner', of: 'draft', ...more });
const file = (more: Partial<Access> = {}): Access => ({ who: 'owner', of: 'municipalFile', ...more });

/** An offer of the citizen to an address that nobody has proven; the delegate has tests of its own. */
const delegation = (more: Partial<Access> = {}): Access => ({ who: 'owner', of: 'delegation', ...more });

/** Forms that are filled in, and the files that they become: their person's alone. */
export const accessOfOwnFiles: Readonly<Record<string, Access>> = {
  'GET /procedures': everybody,
  'GET /procedures/:folder': everybody,
  'POST /procedures/:folder/drafts': citizen,
  'GET /drafts/:draft': draft(),
  'GET /drafts/:draft/sections/:section': draft(),
  'POST /drafts/:draft/sections/:section': draft({ with: { stay: 'long' } }),
  // The page that is tried has no entries.
  'GET /drafts/:draft/sections/:section/entries/:entry': draft({ madeUp: true }),
  'POST /drafts/:draft/sections/:section/entries/:entry': draft({ madeUp: true }),
  'POST /drafts/:draft/sections/:section/entries': draft({ madeUp: true }),
  'POST /drafts/:draft/sections/:section/entries/:entry/removal': draft({ madeUp: true }),
  'GET /drafts/:draft/documents': draft(),
  'POST /drafts/:draft/documents': draft(),
  'GET /drafts/:draft/review': draft(),
  'POST /drafts/:draft/submission': draft(),
  'POST /drafts/:draft/transfer': draft(),
  'GET /drafts/:draft/removal': draft(),
  'POST /drafts/:draft/removal': draft(),
  'GET /drafts/:draft/form.pdf': draft(),
  'GET /files/:id': file(),
  'GET /files/:id/receipt.pdf': file(),
  'GET /files/:id/sent': file(),
  'POST /files/:id/messages': file(),
  'POST /files/:id/correction-drafts': file(),
  'GET /files/:id/cancellation': file(),
  'POST /files/:id/cancellation': file(),
  'GET /account/delegations': citizen,
  'GET /account/delegations/new': citizen,
  'POST /account/delegations': citizen,
  'GET /account/delegations/:id': delegation(),
  'POST /account/delegations/:id/acceptance': { ...delegation(), madeUp: true },
  'POST /account/delegations/:id/refusal': { ...delegation(), madeUp: true },
  'POST /account/delegations/:id/revocation': delegation(),
  'POST /account/delegations/:id/drafts': delegation(),
  'GET /api/v1/delegations': citizen,
  'POST /api/v1/delegations': {
    ...citizen,
    with: { procedure_id: 'aire-registration', email: 'delegato@posta.example', last_day: '2026-12-31' },
  },
  'GET /api/v1/delegations/:delegation_id': delegation(),
  'POST /api/v1/delegations/:delegation_id/acceptance': { ...delegation(), madeUp: true },
  'POST /api/v1/delegations/:delegation_id/refusal': { ...delegation(), madeUp: true },
  'POST /api/v1/delegations/:delegation_id/revocation': delegation(),
  'POST /api/v1/delegations/:delegation_id/drafts': { ...delegation(), madeUp: true },
  'GET /api/v1/drafts': citizen,
  'POST /api/v1/drafts': { ...citizen, with: { procedure_id: 'aire-registration' } },
  'GET /api/v1/drafts/:draft_id': draft(),
  'PUT /api/v1/drafts/:draft_id/answers': draft({ with: { revision: 1, answers: {} } }),
  'DELETE /api/v1/drafts/:draft_id': draft(),
  'POST /api/v1/drafts/:draft_id/submission': draft(),
  'POST /api/v1/drafts/:draft_id/transfer': draft(),
  'GET /api/v1/drafts/:draft_id/form': draft(),
  'GET /api/v1/files': citizen,
  'GET /api/v1/files/:file_id/receipt': file(),
  'GET /api/v1/files/:file_id': file(),
  'POST /api/v1/files/:file_id/messages': file({ with: { text: 'Prova' } }),
  'POST /api/v1/files/:file_id/correction-drafts': file(),
  'POST /api/v1/files/:file_id/cancellation': file(),
};
