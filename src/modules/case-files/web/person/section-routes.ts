import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Typed, typedIn } from '#platform/web/form/read-form.ts';
import { type FormProblem, problemsOfEntry, problemsOfSection } from '../../domain/check-form.ts';
import { mayChange } from '../../domain/correction.ts';
import { type AnswerConflict, answersOnPage, type DraftPage } from '../../domain/draft.ts';
import type { EntryAnswers, FormSection } from '../../domain/form.ts';
import { questionsOf, sectionsFor } from '../../domain/form-answers.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import { addEntry, removeEntry } from '../../use-cases/draft-entries.ts';
import { saveDraft } from '../../use-cases/save-draft.ts';
import { type DraftView, viewDraft } from '../../use-cases/see-draft.ts';
import { draftOf, todayFor } from './find-draft.ts';
import { pathOfPage } from './form-frame.ts';
import { groupPage } from './group-page.ts';
import { sectionPage } from './section-page.ts';
import { pageIsOpen, stepAfter } from './steps.ts';

interface SectionRoute {
  Params: { draft: string; section: string; entry?: string };
  Querystring: { more?: string };
}

/** The pages of a form with their questions. */
export function sectionRoutes(app: FastifyInstance, deps: CaseFileDeps): void {
  const section = '/drafts/:draft/sections/:section';
  const entry = `${section}/entries/:entry`;
  for (const path of [section, entry]) {
    app.get<SectionRoute>(path, async (request, reply) => show(deps, request, reply));
    app.post<SectionRoute>(path, async (request, reply) => take(deps, request, reply));
  }
  app.post<SectionRoute>(`${section}/entries`, async (request, reply) => add(deps, request, reply));
  app.post<SectionRoute>(`${entry}/removal`, async (request, reply) => remove(deps, request, reply));
}

interface Found {
  readonly view: DraftView;
  readonly section: FormSection;
  readonly page: DraftPage;
}

async function find(
  deps: CaseFileDeps,
  request: FastifyRequest<SectionRoute>,
  reply: FastifyReply,
): Promise<Found | undefined> {
  const view = await draftOf(deps, request, reply);
  if (view === undefined) return undefined;
  const { section: name, entry: raw } = request.params;
  const section = view.procedure.form.sections.find((each) => each.name === name);
  if (
    section === undefined ||
    (raw !== undefined && (!/^\d{1,2}$/.test(raw) || section.repeats === undefined))
  ) {
    reply.notFound();
    return undefined;
  }
  return { view, section, page: { section: name, entry: raw === undefined ? null : Number(raw) } };
}

const isGroup = ({ section, page }: Found) => section.repeats !== undefined && page.entry === null;

async function show(
  deps: CaseFileDeps,
  request: FastifyRequest<SectionRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const found = await find(deps, request, reply);
  if (found === undefined) return reply;
  const { view, section, page } = found;
  const review = `/drafts/${view.draft.id}/review`;
  // A page that the answers do not lead to any more, or that this correction leaves alone.
  if (!sectionsFor(view.procedure.form, view.answers).includes(section)) return reply.seeOther(review);
  if (isGroup(found)) {
    if (view.correction !== undefined) return reply.seeOther(review);
    return groupPage(request, reply, { view, section, today: todayFor(deps, view) });
  }
  if (!pageIsOpen(view, page.section, page.entry)) return reply.seeOther(review);
  return sectionPage(request, reply, {
    view,
    section,
    entry: page.entry,
    problems: [],
    conflicts: [],
    more: request.query.more === 'yes',
  });
}

/** Saves what was typed, whatever it is worth, and goes on where nothing is wrong with it. */
async function take(
  deps: CaseFileDeps,
  request: FastifyRequest<SectionRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const found = await find(deps, request, reply);
  if (found === undefined) return reply;
  const { view, section, page } = found;
  if (isGroup(found)) return goOnFromGroup(deps, request, reply, found);
  const typed = typedIn(request.body);
  const byItself = typed['_by_itself'] === 'yes';
  const saved = await saveDraft(deps, {
    ...view.who,
    draftId: view.draft.id,
    page,
    base: baseOf(typed),
    typed,
    byItself,
  });
  if (byItself)
    return answerBrowser(reply, saved.ok ? { section, page, answers: saved.value.answers } : undefined);
  if (!saved.ok && saved.refusal.code !== 'changed_elsewhere') return reply.notFound();
  const now = await viewDraft(deps, { ...view.who, draftId: view.draft.id });
  if (now === undefined) return reply.notFound();
  const conflicts: readonly AnswerConflict[] =
    saved.ok || saved.refusal.code !== 'changed_elsewhere' ? [] : saved.refusal.conflicts;
  return goOn(deps, request, reply, { found, now, conflicts, later: typed['later'] === 'yes' });
}

async function goOn(
  deps: CaseFileDeps,
  request: FastifyRequest<SectionRoute>,
  reply: FastifyReply,
  {
    found,
    now,
    conflicts,
    later,
  }: { found: Found; now: DraftView; conflicts: readonly AnswerConflict[]; later: boolean },
): Promise<FastifyReply> {
  const { view, section, page } = found;
  const { entry } = page;
  if (conflicts.length === 0 && later) return reply.seeOther('/requests?done=saved');
  const again = (change: { problems?: readonly FormProblem[]; more?: boolean }) =>
    sectionPage(request, reply, {
      view: now,
      section,
      entry,
      problems: [],
      conflicts,
      more: false,
      ...change,
    });
  if (conflicts.length > 0) return again({});
  if (broughtMore(view, now, section, page))
    return reply.seeOther(`${pathOfPage(now.draft.id, page)}?more=yes`);
  const today = todayFor(deps, now);
  const problems = (
    entry === null
      ? problemsOfSection(section, now.answers, today)
      : problemsOfEntry(section, now.answers, entry, today)
  ).filter(({ path }) =>
    mayChange(now.procedure.form, now.correction?.wanted, page, path.split('/').at(-1) ?? ''),
  );
  if (problems.length > 0) return again({ problems });
  const here = `/drafts/${now.draft.id}/sections/${section.name}`;
  return reply.seeOther(entry === null || now.correction !== undefined ? stepAfter(now, here) : here);
}

/** Whether the answers lead to questions of the same page that were not to be seen before and have no answer yet. */
function broughtMore(before: DraftView, now: DraftView, section: FormSection, page: DraftPage): boolean {
  const names = section.questions.map(({ name }) => name);
  const asked = ({ answers, draft }: DraftView) => {
    const here = answersOnPage(draft.answers, page, names);
    return questionsOf(
      section,
      { ...answers, ...(page.entry === null ? here : {}) },
      page.entry === null ? undefined : here,
    );
  };
  const known = new Set(asked(before).map(({ name }) => name));
  const here = answersOnPage(now.draft.answers, page, names);
  return asked(now).some(
    ({ name, optional }) => !known.has(name) && optional !== true && (here[name] ?? '') === '',
  );
}

/** A browser that saves by itself learns what the page stands for now; or that it has to ask the person. */
function answerBrowser(
  reply: FastifyReply,
  saved: { section: FormSection; page: DraftPage; answers: Parameters<typeof answersOnPage>[0] } | undefined,
): FastifyReply {
  if (saved === undefined) return reply.code(409).send({ saved: false });
  const names = saved.section.questions.map(({ name }) => name);
  return reply.send({ saved: true, base: answersOnPage(saved.answers, saved.page, names) });
}

const baseSchema = z.record(z.string().max(80), z.string().max(20_000));

function baseOf(typed: Typed): EntryAnswers {
  try {
    const read = baseSchema.safeParse(JSON.parse(typed['_base'] ?? '{}'));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

function goOnFromGroup(
  deps: CaseFileDeps,
  request: FastifyRequest<SectionRoute>,
  reply: FastifyReply,
  { view, section }: Found,
): FastifyReply {
  const today = todayFor(deps, view);
  const [problem] = problemsOfSection(section, view.answers, today);
  const here = `/drafts/${view.draft.id}/sections/${section.name}`;
  if (problem === undefined || problem.path !== section.name) return reply.seeOther(stepAfter(view, here));
  return groupPage(request, reply, { view, section, problem, today });
}

async function add(
  deps: CaseFileDeps,
  request: FastifyRequest<SectionRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const found = await find(deps, request, reply);
  if (found === undefined) return reply;
  const { view, section } = found;
  const added = await addEntry(deps, {
    ...view.who,
    draftId: view.draft.id,
    section: section.name,
    seen: Number(typedIn(request.body)['seen'] ?? '0'),
  });
  const here = `/drafts/${view.draft.id}/sections/${section.name}`;
  if (added.ok) return reply.seeOther(`${here}/entries/${added.value.entry}`);
  return added.refusal.code === 'too_many_entries' ? reply.seeOther(here) : reply.notFound();
}

async function remove(
  deps: CaseFileDeps,
  request: FastifyRequest<SectionRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const found = await find(deps, request, reply);
  if (found === undefined) return reply;
  const { view, section, page } = found;
  const removed = await removeEntry(deps, {
    ...view.who,
    draftId: view.draft.id,
    section: section.name,
    entry: page.entry ?? 0,
    seen: Number(typedIn(request.body)['seen'] ?? '0'),
  });
  return removed.ok ? reply.seeOther(`/drafts/${view.draft.id}/sections/${section.name}`) : reply.notFound();
}
