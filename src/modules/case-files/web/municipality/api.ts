import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Outcome } from '#kernel/outcome.ts';
import type { KeyReused } from '#platform/idempotency/once.ts';
import { officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import type { MunicipalRefusal, MunicipalWish } from '../../use-cases/at-municipality.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import { listMunicipalFiles, searchMunicipalFiles } from '../../use-cases/list-municipal-files.ts';
import {
  confirmFile,
  putBackAtMunicipality,
  refuseFile,
  takeAtMunicipality,
  writeFromMunicipality,
} from '../../use-cases/municipality.ts';
import { openAtMunicipality } from '../../use-cases/see-municipal-file.ts';
import {
  confirmationBody,
  keyHeader,
  lineOut,
  linesAnswer,
  listQuery,
  messageBody,
  municipalFileOut,
  municipalFileParams,
  municipalFileSchema,
  municipalParams,
  refusalBody,
  searchBody,
  stepHeaders,
} from './api-schemas.ts';
import { atMunicipality, municipalOfficialsOnly } from './at-desk.ts';

const tags = ['desk'];

const statuses: Record<(MunicipalRefusal | KeyReused)['code'], { status: number; title: string }> = {
  no_such_case_file: { status: 404, title: 'There is no such file at this municipality' },
  changed_meanwhile: { status: 409, title: 'The file has changed since it was read: read it again' },
  not_now: { status: 409, title: 'The file does not wait for the municipality' },
  take_first: { status: 409, title: 'Nobody has the file in hand: take it first' },
  in_hand_of_colleague: { status: 409, title: 'A colleague has the file in hand' },
  confirmation_incomplete: { status: 422, title: 'The day or the act of the registration does not fit' },
  no_reasons: { status: 422, title: 'A refusal needs a reason' },
  no_text: { status: 422, title: 'A text is needed' },
  text_too_long: { status: 422, title: 'The text is too long' },
  key_reused: { status: 422, title: 'This idempotency key was used for another request' },
};

const members = { registeredOn: 'registered_on', act: 'act' } as const;

function sendMunicipalRefusal(reply: FastifyReply, refusal: MunicipalRefusal | KeyReused): FastifyReply {
  const { code } = refusal;
  return sendProblem(reply, {
    ...statuses[code],
    code,
    ...(code === 'confirmation_incomplete'
      ? {
          errors: Object.entries(refusal.problems).map(([name, problem]) => ({
            pointer: `/${members[name as keyof typeof members]}`,
            code: problem,
          })),
        }
      : {}),
  });
}

/** The files that consulates send to a municipality, for machines of its officers, with their session. */
export function municipalDeskApi(deps: CaseFileDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', municipalOfficialsOnly);
    const base = '/api/v1/desk/municipalities/:office_id/files';
    const one = `${base}/:file_id`;

    app.get(
      base,
      {
        schema: {
          tags,
          operationId: 'list-municipal-files',
          summary: 'The files that consulates have sent to a municipality, the oldest first',
          params: municipalParams,
          querystring: listQuery,
          response: { 200: linesAnswer },
        },
      },
      async (request) => {
        const { mine, sender, ...filter } = request.query;
        const list = await listMunicipalFiles(deps, atMunicipality(request), {
          ...filter,
          mine: mine === 'true',
          officeId: sender,
        });
        return { items: list.lines.map((each) => lineOut(each, deps.now())), next: list.next };
      },
    );

    app.post(
      `${base.replace(/files$/, 'file-searches')}`,
      {
        schema: {
          tags,
          operationId: 'search-municipal-files',
          summary: 'Find files of a municipality by name or protocol number',
          params: municipalParams,
          headers: keyHeader,
          body: searchBody,
          response: { 200: linesAnswer },
        },
      },
      async (request) => {
        const { lines } = await searchMunicipalFiles(deps, atMunicipality(request), request.body.wanted);
        return { items: lines.map((each) => lineOut(each, deps.now())), next: null };
      },
    );

    app.get(
      one,
      {
        schema: {
          tags,
          operationId: 'see-municipal-file',
          summary: 'A file at the municipality, beside the registry; the reading is shown to the person',
          params: municipalFileParams,
          response: { 200: municipalFileSchema },
        },
      },
      async (request, reply) => seen(deps, request, reply, request.params.file_id),
    );

    app.post(
      `${one}/charge`,
      {
        schema: {
          tags,
          operationId: 'take-municipal-file',
          summary: 'Take a file in hand at the municipality, also in the place of a colleague',
          params: municipalFileParams,
          headers: stepHeaders,
          response: { 200: municipalFileSchema },
        },
      },
      async (request, reply) =>
        answer(
          deps,
          request,
          reply,
          await takeAtMunicipality(deps, atMunicipality(request), wishOf(request)),
        ),
    );

    app.post(
      `${one}/return`,
      {
        schema: {
          tags,
          operationId: 'put-back-municipal-file',
          summary: 'Put a file back among the new ones of the municipality',
          params: municipalFileParams,
          headers: stepHeaders,
          response: { 200: municipalFileSchema },
        },
      },
      async (request, reply) =>
        answer(
          deps,
          request,
          reply,
          await putBackAtMunicipality(deps, atMunicipality(request), wishOf(request)),
        ),
    );

    app.post(
      `${one}/confirmation`,
      {
        schema: {
          tags,
          operationId: 'confirm-municipal-file',
          summary: 'Confirm that the municipality has registered the person',
          params: municipalFileParams,
          headers: stepHeaders,
          body: confirmationBody,
          response: { 200: municipalFileSchema },
        },
      },
      async (request, reply) => {
        const { registered_on: registeredOn, act } = request.body;
        const wish = { ...wishOf(request), registeredOn, act };
        return answer(deps, request, reply, await confirmFile(deps, atMunicipality(request), wish));
      },
    );

    app.post(
      `${one}/refusal`,
      {
        schema: {
          tags,
          operationId: 'refuse-municipal-file',
          summary: 'Do not confirm, with reasons: the file goes back to the consulate',
          params: municipalFileParams,
          headers: stepHeaders,
          body: refusalBody,
          response: { 200: municipalFileSchema },
        },
      },
      async (request, reply) => {
        const wish = { ...wishOf(request), ...request.body };
        return answer(deps, request, reply, await refuseFile(deps, atMunicipality(request), wish));
      },
    );

    app.post(
      `${one}/messages`,
      {
        schema: {
          tags,
          operationId: 'write-to-consulate',
          summary: 'Write to the consulate; the person does not read it',
          params: municipalFileParams,
          headers: stepHeaders,
          body: messageBody,
          response: { 200: municipalFileSchema },
        },
      },
      async (request, reply) => {
        const wish = { ...wishOf(request), text: request.body.text };
        return answer(deps, request, reply, await writeFromMunicipality(deps, atMunicipality(request), wish));
      },
    );
  };
}

function wishOf(request: FastifyRequest): MunicipalWish {
  const { file_id: id } = request.params as { file_id: string };
  const headers = request.headers as Record<string, string | undefined>;
  const version = Number((headers['if-match'] ?? '').replaceAll('"', ''));
  return { id, version, key: headers['idempotency-key'] ?? '' };
}

async function answer(
  deps: CaseFileDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  done: Outcome<{ readonly id: string }, MunicipalRefusal | KeyReused>,
) {
  return done.ok ? seen(deps, request, reply, done.value.id) : sendMunicipalRefusal(reply, done.refusal);
}

async function seen(deps: CaseFileDeps, request: FastifyRequest, reply: FastifyReply, id: string) {
  const found = await openAtMunicipality(deps, atMunicipality(request), id);
  if (found === undefined) return reply.notFound();
  return reply.header('etag', `"${found.view.file.version}"`).send(municipalFileOut(found, deps.now()));
}
