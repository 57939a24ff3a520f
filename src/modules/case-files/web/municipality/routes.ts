import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Outcome } from '#kernel/outcome.ts';
import { findMunicipalOffice, type MunicipalOffice } from '#modules/offices/public.ts';
import type { KeyReused } from '#platform/idempotency/once.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { officialsOnly } from '#platform/web/guards.ts';
import { isCaseFileId } from '../../domain/case-file.ts';
import { municipalStatuses } from '../../domain/municipal-stage.ts';
import type { AtMunicipality, MunicipalRefusal, MunicipalWish } from '../../use-cases/at-municipality.ts';
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
import { momentAt } from '../pieces.ts';
import { stepOwner } from '../step-owner.ts';
import { municipalityWords } from '../words/municipality.ts';
import { caseFileWords } from '../words/words.ts';
import {
  atMunicipality,
  type MunicipalFileParams,
  type MunicipalParams,
  type MunicipalStep,
  municipalFilePath,
  municipalFilesPath,
  municipalOfficialsOnly,
  municipalSteps,
} from './at-desk.ts';
import { type Deciding, nothingTyped } from './decision-forms.ts';
import { type FilePage, filePage } from './file-page.ts';
import { foundPage, listPage } from './list-page.ts';

interface ListRoute {
  Params: MunicipalParams;
  Querystring: Readonly<Record<string, unknown>>;
}
interface FileRoute {
  Params: MunicipalFileParams;
  Querystring: Readonly<Record<string, unknown>>;
}

/** The desk of a municipality for the files that consulates send to it. */
export function municipalDeskRoutes(deps: CaseFileDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', municipalOfficialsOnly);
    const base = '/desk/municipalities/:office/files';

    app.get<ListRoute>(base, (request, reply) => showList(deps, request, reply));
    app.post<ListRoute>(`${base}/searches`, async (request, reply) => {
      const wanted = (readForm(z.object({}), request.body).typed['wanted'] ?? '').trim().slice(0, 100);
      const found =
        wanted === '' ? undefined : await searchMunicipalFiles(deps, atMunicipality(request), wanted);
      return foundPage(request, reply, { ...(await shown(deps, request)), wanted, found });
    });
    app.get<FileRoute>(`${base}/:id`, (request, reply) => showFile(deps, request, reply, {}));
    for (const step of Object.keys(municipalSteps) as MunicipalStep[])
      app.post<FileRoute>(`${base}/:id/${municipalSteps[step]}`, (request, reply) =>
        doStep(deps, request, reply, step),
      );
  };
}

async function officeOf(request: FastifyRequest): Promise<MunicipalOffice> {
  const office = await findMunicipalOffice(atMunicipality(request).municipalityId);
  if (office === undefined) throw new Error('A route of a municipality has no guard');
  return office;
}

async function shown(deps: CaseFileDeps, request: FastifyRequest) {
  return { office: await officeOf(request), now: deps.now(), procedures: deps.procedures.withForm };
}

const chosen = (raw: unknown) =>
  typeof raw === 'string' && raw !== '' && raw.length <= 100 ? raw : undefined;

async function showList(
  deps: CaseFileDeps,
  request: FastifyRequest<ListRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { query } = request;
  const filter = {
    status: municipalStatuses.find((each) => each === query['status']) ?? 'new',
    mine: query['mine'] === 'yes',
    procedure: chosen(query['procedure']),
    officeId: chosen(query['sender']),
    after: chosen(query['after']),
  };
  const list = await listMunicipalFiles(deps, atMunicipality(request), filter);
  return listPage(request, reply, {
    ...(await shown(deps, request)),
    list,
    filter,
    done: doneText(request, query['done']),
  });
}

function doneText({ locale }: FastifyRequest, raw: unknown): string | undefined {
  const { done } = municipalityWords[locale];
  return typeof raw === 'string' && Object.hasOwn(done, raw) ? done[raw as MunicipalStep] : undefined;
}

async function showFile(
  deps: CaseFileDeps,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
  change: Partial<Pick<FilePage, 'deciding' | 'warning'>>,
): Promise<FastifyReply> {
  const found = await openAtMunicipality(deps, atMunicipality(request), request.params.id);
  if (found === undefined) return reply.notFound();
  return filePage(request, reply, {
    office: await officeOf(request),
    found,
    owner: await stepOwner(found.view, deps.now(), request.locale),
    deciding: nothingTyped,
    warning: undefined,
    done: doneText(request, request.query['done']),
    ...change,
  });
}

type Done = Outcome<{ readonly id: string }, MunicipalRefusal | KeyReused>;

const steps: Record<
  MunicipalStep,
  (deps: CaseFileDeps, by: AtMunicipality, wish: MunicipalWish, typed: Typed) => Promise<Done>
> = {
  take: (deps, by, wish) => takeAtMunicipality(deps, by, wish),
  put_back: (deps, by, wish) => putBackAtMunicipality(deps, by, wish),
  confirm: (deps, by, wish, typed) =>
    confirmFile(deps, by, {
      ...wish,
      registeredOn: typed['registeredOn'] ?? '',
      act: typed['act'] ?? '',
    }),
  refuse: (deps, by, wish, typed) =>
    refuseFile(deps, by, {
      ...wish,
      reasons: (typed['reasons'] ?? '').split(','),
      text: typed['text'] ?? '',
    }),
  write: (deps, by, wish, typed) =>
    writeFromMunicipality(deps, by, { ...wish, text: typed['message'] ?? '' }),
};

async function doStep(
  deps: CaseFileDeps,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
  step: MunicipalStep,
): Promise<FastifyReply> {
  const { office, id } = request.params;
  const { typed, key } = readForm(z.object({}), request.body);
  if (!isCaseFileId(id)) return reply.notFound();
  const version = Number(typed['version']);
  const wish = { id, version: Number.isSafeInteger(version) ? version : 0, key };
  const done = await steps[step](deps, atMunicipality(request), wish, typed);
  if (done.ok) {
    // What was decided or put back is over for this officer: on to the next one.
    const stays = step === 'take' || step === 'write';
    const back = stays ? municipalFilePath(office, id) : municipalFilesPath(office);
    return reply.seeOther(`${back}?done=${step}`);
  }
  const { refusal } = done;
  if (refusal.code === 'no_such_case_file') return reply.notFound();
  const problems = problemsOf(request, step, refusal);
  const deciding: Deciding = { step, typed, key, problems };
  if (Object.keys(problems).length > 0) return showFile(deps, request, reply, { deciding });
  return showFile(deps, request, reply, { deciding, warning: warningOf(request, refusal) });
}

/** What is wrong at which field. */
function problemsOf(
  { locale }: FastifyRequest,
  step: MunicipalStep,
  refusal: MunicipalRefusal | KeyReused,
): Record<string, string> {
  const words = municipalityWords[locale];
  if (refusal.code === 'confirmation_incomplete')
    return Object.fromEntries(
      Object.entries(refusal.problems).map(([name, code]) => [name, words.problems[code]]),
    );
  if (refusal.code === 'no_reasons') return { reasons: words.refusals.no_reasons };
  if (refusal.code === 'no_text' || refusal.code === 'text_too_long')
    return { [step === 'write' ? 'message' : 'text']: words.refusals[refusal.code] };
  return {};
}

function warningOf({ locale }: FastifyRequest, refusal: MunicipalRefusal | KeyReused): string {
  const words = municipalityWords[locale];
  if (refusal.code !== 'changed_meanwhile') return words.refusals[refusal.code];
  if (refusal.last === undefined) return words.changedSomehow;
  const { type, at } = refusal.last;
  return words.changedMeanwhile(
    caseFileWords[locale].events[type] ?? type,
    momentAt(at, { officeId: '' }, locale),
  );
}
