import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readForm } from '#platform/web/form/read-form.ts';
import { officialOf } from '#platform/web/guards.ts';
import { longestText } from '../../../domain/case-file.ts';
import type { CaseFileDeps } from '../../../use-cases/case-file-deps.ts';
import { listClerks } from '../../../use-cases/hand-over.ts';
import { exportDeskFiles, listDeskFiles, searchDeskFiles, seeDesk } from '../../../use-cases/see-desk.ts';
import { takeNextFile } from '../../../use-cases/take-file.ts';
import { manyKinds, workOnMany } from '../../../use-cases/work-on-many.ts';
import { filesDeskWords } from '../../words/files-desk.ts';
import { handlingOf, type OfficeParams, officeOf } from '../handling.ts';
import { endedPage } from './ended-page.ts';
import { sendSheet, sheetOf } from './export-lines.ts';
import { type FilesPage, filesPage } from './list-page.ts';
import { filesPath, readListAddress } from './paths.ts';

interface ListRoute {
  Params: OfficeParams;
  Querystring: Record<string, unknown>;
}

/** The lists of the desk of files, what they are exported to, and what is done to several at once. */
export function fileListRoutes(app: FastifyInstance, deps: CaseFileDeps): void {
  const base = '/desk/offices/:office/files';
  app.get<ListRoute>(base, async (request, reply) => showList(deps, request, reply, {}));
  for (const kind of ['csv', 'xlsx'] as const) {
    app.get<ListRoute>(`${base}.${kind}`, async (request, reply) => {
      const lines = await exportDeskFiles(deps, handlingOf(request), readListAddress(request.query));
      return sendSheet(reply, kind, sheetOf(request, lines), request.locale);
    });
  }
  app.post<ListRoute>(`${base}/assignments`, async (request, reply) => {
    const { key } = readForm(z.object({}), request.body);
    const taken = await takeNextFile(deps, { ...handlingOf(request), key });
    if (taken.ok) return reply.seeOther(`${filesPath(officeOf(request).id)}/${taken.value.id}`);
    const warning = filesDeskWords[request.locale].refusals[taken.refusal.code];
    return showList(deps, request, reply, { warning });
  });
  app.post<ListRoute>(`${base}/batches`, async (request, reply) => doToMany(deps, request, reply));
}

async function showList(
  deps: CaseFileDeps,
  request: FastifyRequest<ListRoute>,
  reply: FastifyReply,
  change: Partial<FilesPage>,
): Promise<FastifyReply> {
  const handling = handlingOf(request);
  const address = readListAddress(request.query);
  const clerks = await listClerks(deps, handling);
  return filesPage(request, reply, {
    office: officeOf(request),
    address,
    list:
      address.q === ''
        ? await listDeskFiles(deps, handling, address, { after: address.after })
        : { lines: [], next: undefined },
    found: address.q === '' ? undefined : await searchDeskFiles(deps, handling, address.q),
    desk: await seeDesk(deps, handling, clerks),
    clerks,
    procedures: deps.procedures.withForm,
    done: request.query['done'] === 'yes' ? filesDeskWords[request.locale].done : undefined,
    ...change,
  });
}

async function doToMany(
  deps: CaseFileDeps,
  request: FastifyRequest<ListRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const words = filesDeskWords[request.locale];
  const { typed, key } = readForm(z.object({}), request.body);
  const ids = (typed['ids'] ?? '').split(',').filter((id) => id !== '');
  const kind = manyKinds.find((each) => each === typed['kind']);
  const text = (typed['text'] ?? '').trim().slice(0, longestText);
  const warning =
    ids.length === 0
      ? words.manyNone
      : kind === 'hand_over' && !typed['to']
        ? words.chooseColleague
        : (kind === 'write' || kind === 'note') && text === ''
          ? words.refusals.text_missing
          : undefined;
  if (kind === undefined || warning !== undefined) {
    return showList(deps, request, reply, { warning: warning ?? words.manyNone, typed });
  }
  const handling = { official: officialOf(request), officeId: officeOf(request).id };
  const ended = await workOnMany(deps, { ...handling, ids, kind, to: typed['to'] ?? '', text, key });
  return endedPage(deps, request, reply, ended);
}
