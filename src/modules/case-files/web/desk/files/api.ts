import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Outcome } from '#kernel/outcome.ts';
import { officeParams, servedOfficeOnly } from '#modules/offices/public.ts';
import { idempotencyHeader, listOf } from '#platform/web/api-schemas.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { principalOf } from '#platform/web/who.ts';
import { longestText } from '../../../domain/case-file.ts';
import { skipReasons } from '../../../domain/skip-reason.ts';
import type { CaseFileDeps } from '../../../use-cases/case-file-deps.ts';
import {
  defineFile,
  failVerification,
  longestIndication,
  rejectFile,
  sendToMunicipality,
} from '../../../use-cases/decide-file.ts';
import type { FileWork, WorkRefusal } from '../../../use-cases/file-work.ts';
import { handOver } from '../../../use-cases/hand-over.ts';
import { deskTabs, listDeskFiles, searchDeskFiles } from '../../../use-cases/see-desk.ts';
import { openFile } from '../../../use-cases/see-file.ts';
import { takeFile, takeNextFile } from '../../../use-cases/take-file.ts';
import { readChecklist, tickChecks } from '../../../use-cases/tick-checks.ts';
import { note, putBack, writeToMunicipality, writeToPerson } from '../../../use-cases/work-on-file.ts';
import { manyKinds, mostAtOnce, workOnMany } from '../../../use-cases/work-on-many.ts';
import { sendWorkRefusal } from './api-refusals.ts';
import {
  fileOut,
  fileSchema,
  lineOut,
  lineSchema,
  officeFileParams,
  targetSchema,
  uuid,
} from './api-schemas.ts';
import { cursorOf, readCursor } from './paths.ts';

const tags = ['desk'];
const base = '/api/v1/desk/offices/:office_id/files';
const text = z.string().trim().max(longestText);
const withVersion = idempotencyHeader.extend({
  'if-match': z
    .string()
    .max(20)
    .regex(/^"?\d{1,9}"?$/)
    .optional()
    .describe('The version of the file that was looked at: where it has changed since, nothing is done'),
});

/** What can be done with a file: its address, what it takes, and the use case. */
const operations = [
  {
    noun: 'charge',
    summary: 'Take a file in charge before others that came earlier, with the reason',
    body: z.strictObject({ reason: z.enum(skipReasons), text: text.default('') }),
    example: { reason: 'person_in_need' },
    run: (deps: CaseFileDeps, work: FileWork, body: { reason: (typeof skipReasons)[number]; text: string }) =>
      takeFile(deps, work, body),
  },
  {
    noun: 'return',
    summary: 'Put a file back into the queue, at the place of its date',
    body: z.strictObject({}),
    example: {},
    run: (deps: CaseFileDeps, work: FileWork) => putBack(deps, work),
  },
  {
    noun: 'hand-overs',
    summary: 'Hand a file over to a colleague of the office',
    body: z.strictObject({ official_id: uuid }),
    example: { official_id: '00000000-0000-4000-8000-000000000000' },
    run: (deps: CaseFileDeps, work: FileWork, body: { official_id: string }) =>
      handOver(deps, work, body.official_id),
  },
  {
    noun: 'notes',
    summary: 'Note something for the colleagues alone',
    body: z.strictObject({ text: text.min(1) }),
    example: { text: 'Sentito il collega.' },
    run: (deps: CaseFileDeps, work: FileWork, body: { text: string }) => note(deps, work, body.text),
  },
  {
    noun: 'messages',
    summary: 'Write to the person',
    body: z.strictObject({ text: text.min(1) }),
    example: { text: 'La stiamo guardando.' },
    run: (deps: CaseFileDeps, work: FileWork, body: { text: string }) => writeToPerson(deps, work, body.text),
  },
  {
    noun: 'office-messages',
    summary: 'Write to the municipality that has the file; the person does not read it',
    body: z.strictObject({ text: text.min(1) }),
    example: { text: 'Avete trovato l’atto?' },
    run: (deps: CaseFileDeps, work: FileWork, body: { text: string }) =>
      writeToMunicipality(deps, work, body.text),
  },
  {
    noun: 'checks',
    summary: 'Tick checks of the list',
    body: z.strictObject({ verdicts: z.record(z.string().max(60), z.enum(['holds', 'fails'])) }),
    example: { verdicts: {} },
    run: (deps: CaseFileDeps, work: FileWork, body: { verdicts: Record<string, 'holds' | 'fails'> }) =>
      tickChecks(deps, work, body.verdicts),
  },
  {
    noun: 'corrections',
    summary: 'Say what the person has to put right, each indication at its place of the form',
    body: z.strictObject({
      wanted: z
        .array(
          z.strictObject({ target: targetSchema, note: z.string().trim().min(1).max(longestIndication) }),
        )
        .min(1)
        .max(200),
      text: text.default(''),
    }),
    example: { wanted: [{ target: { kind: 'document', path: 'passport' }, note: 'È scaduto.' }] },
    run: (
      deps: CaseFileDeps,
      work: FileWork,
      body: {
        wanted: { target: { kind: 'question' | 'document'; path: string }; note: string }[];
        text: string;
      },
    ) => failVerification(deps, work, body),
  },
  {
    noun: 'municipality-transfers',
    summary: 'Send a complete file to the municipality of origin',
    body: z.strictObject({}),
    example: {},
    run: (deps: CaseFileDeps, work: FileWork) => sendToMunicipality(deps, work),
  },
  {
    noun: 'acceptance',
    summary: 'Grant a complete request that no municipality has a part in',
    body: z.strictObject({}),
    example: {},
    run: (deps: CaseFileDeps, work: FileWork) => defineFile(deps, work),
  },
  {
    noun: 'rejection',
    summary: 'Reject a file that nothing can put right, with reasons',
    body: z.strictObject({ reasons: z.array(z.string().max(60)).min(1).max(20), text: text.min(1) }),
    example: { reasons: ['other'], text: 'Non è possibile.' },
    run: (deps: CaseFileDeps, work: FileWork, body: { reasons: string[]; text: string }) =>
      rejectFile(deps, work, body),
  },
] as const;

/** The desk of files for programs of the officials: everything that its pages do. */
export function filesDeskApi(deps: CaseFileDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', servedOfficeOnly);
    const desk = (request: FastifyRequest, officeId: string) => ({ official: officialOf(request), officeId });

    app.get(
      base,
      {
        schema: {
          tags,
          operationId: 'list-office-files',
          summary: 'The files of an office by list, oldest first, or what a search finds',
          params: officeParams,
          querystring: z.strictObject({
            list: z.enum(deskTabs).default('queue'),
            procedure: z.string().max(60).optional(),
            official_id: uuid.optional(),
            older_than_days: z.coerce.number().int().min(1).max(10_000).optional(),
            nearly_due: z.enum(['true', 'false']).optional(),
            q: z.string().max(120).optional().describe('Beginning of names, protocol number or tax code'),
            after: z.string().max(100).optional(),
          }),
          response: { 200: listOf(lineSchema, 100) },
        },
      },
      async (request) => {
        const { query } = request;
        const at = desk(request, request.params.office_id);
        if (query.q !== undefined) {
          const found = await searchDeskFiles(deps, at, query.q);
          return { items: (found ?? []).map(lineOut), next: null };
        }
        const list = await listDeskFiles(
          deps,
          at,
          {
            tab: query.list,
            procedure: query.procedure,
            clerk: query.official_id,
            olderThan: query.older_than_days,
            near: query.nearly_due === 'true',
          },
          { after: readCursor(query.after ?? '') },
        );
        return { items: list.lines.map(lineOut), next: list.next === undefined ? null : cursorOf(list.next) };
      },
    );

    app.post(
      `${base}/assignments`,
      {
        schema: {
          tags,
          operationId: 'take-next-file',
          summary: 'Take the oldest file in charge',
          params: officeParams,
          headers: idempotencyHeader,
          response: { 201: fileSchema },
        },
      },
      async (request, reply) => {
        const at = desk(request, request.params.office_id);
        const taken = await takeNextFile(deps, { ...at, key: request.headers['idempotency-key'] });
        return taken.ok ? send(reply.code(201), at, taken.value.id) : sendWorkRefusal(reply, taken.refusal);
      },
    );

    app.get(
      `${base}/:file_id`,
      {
        schema: {
          tags,
          operationId: 'see-office-file',
          summary: 'A file of the office with its checks; the reading is shown to the person',
          params: officeFileParams,
          response: { 200: fileSchema },
        },
      },
      async (request, reply) => send(reply, desk(request, request.params.office_id), request.params.file_id),
    );

    app.post(
      `${base}/batches`,
      {
        schema: {
          tags,
          operationId: 'work-on-files',
          summary: 'Do the same to several files: each is done or refused by itself',
          params: officeParams,
          headers: idempotencyHeader,
          body: z.strictObject({
            file_ids: z.array(uuid).min(1).max(mostAtOnce),
            kind: z.enum(manyKinds),
            official_id: uuid.optional().describe('To whom they are handed over'),
            text: text.default(''),
          }),
          response: {
            200: listOf(
              z.strictObject({ file_id: uuid, done: z.boolean(), code: z.string().max(40).nullable() }),
              mostAtOnce,
            ),
          },
        },
      },
      async (request) => {
        const { file_ids: ids, kind, official_id: to = '', text: words } = request.body;
        const ended = await workOnMany(deps, {
          ...desk(request, request.params.office_id),
          ids,
          kind,
          to,
          text: words,
          key: request.headers['idempotency-key'],
        });
        const items = ended.map(({ id, outcome }) => ({
          file_id: id,
          done: outcome.ok,
          code: outcome.ok ? null : outcome.refusal.code,
        }));
        return { items, next: null };
      },
    );

    for (const operation of operations) {
      app.post(
        `${base}/:file_id/${operation.noun}`,
        {
          schema: {
            tags,
            operationId: `file-${operation.noun}`,
            summary: operation.summary,
            params: officeFileParams,
            headers: withVersion,
            body: operation.body.meta({ examples: [operation.example] }),
            response: { 200: fileSchema },
          },
        },
        async (request, reply) => {
          const { office_id: officeId, file_id: id } = request.params;
          const at = desk(request, officeId);
          const match = request.headers['if-match'];
          const version = match === undefined ? undefined : Number(match.replaceAll('"', ''));
          const work = { ...at, id, version, key: request.headers['idempotency-key'] };
          const run = operation.run as (
            deps: CaseFileDeps,
            work: FileWork,
            body: unknown,
          ) => Promise<Outcome<unknown, WorkRefusal>>;
          const worked = await run(deps, work, request.body);
          return worked.ok ? send(reply, at, id) : sendWorkRefusal(reply, worked.refusal);
        },
      );
    }

    async function send(reply: FastifyReply, at: ReturnType<typeof desk>, id: string): Promise<FastifyReply> {
      const view = await openFile(deps, at, id);
      if (view === undefined) return reply.notFound();
      return reply.send(fileOut(view, await readChecklist(deps, view, principalOf(at.official))));
    }
  };
}
