import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { record } from '#platform/event-log/record.ts';
import { mayChange, type WantedCorrection } from '../domain/correction.ts';
import {
  type AnswerConflict,
  answersOnPage,
  type DraftPage,
  type FormDraft,
  mergeAnswers,
  sameAnswers,
  withPage,
} from '../domain/draft.ts';
import type { EntryAnswers, FormAnswers } from '../domain/form.ts';
import { entriesOf } from '../domain/form-answers.ts';
import type { FormProcedure } from '../domain/procedure.ts';
import { saveDraftRow } from '../store/drafts.ts';
import type { CaseFileDeps } from './case-file-deps.ts';
import {
  changeDraft,
  type DraftRefusal,
  keepUploads,
  line,
  type OfDraft,
  savedNow,
  typing,
  wantedOf,
} from './change-draft.ts';
import { countryOf, readAll, readTyped } from './read-typed.ts';

/** Two devices typed different things on the same page: what did not clash is saved, the rest is asked. */
export interface ChangedElsewhere {
  readonly code: 'changed_elsewhere';
  readonly conflicts: readonly AnswerConflict[];
  readonly draft: FormDraft;
}

export interface Saving extends OfDraft {
  readonly page: DraftPage;
  /** What the page said when it was shown, so that two devices do not overwrite each other unseen. */
  readonly base: EntryAnswers;
  readonly typed: EntryAnswers;
  /** Saved while typing: leaves no line of history. */
  readonly byItself?: boolean;
}

/** Saves what was typed on a page, wrong or incomplete as it may be. */
export async function saveDraft(
  deps: CaseFileDeps,
  saving: Saving,
): Promise<Outcome<FormDraft, DraftRefusal | ChangedElsewhere>> {
  const saved = await save(deps, saving);
  const draft = saved.ok ? saved.value : 'draft' in saved.refusal ? saved.refusal.draft : undefined;
  if (draft !== undefined) await keepUploads(deps, draft);
  return saved;
}

function save(
  deps: CaseFileDeps,
  { page: asked, base, typed, byItself = false, ...of }: Saving,
): Promise<Outcome<FormDraft, DraftRefusal | ChangedElsewhere>> {
  const at = deps.now();
  return changeDraft<FormDraft, DraftRefusal | ChangedElsewhere>(
    deps,
    of,
    typing(of),
    async (tx, draft, procedure) => {
      const { form } = procedure;
      const section = form.sections.find(({ name }) => name === asked.section);
      if (section === undefined || (section.repeats === undefined) !== (asked.entry === null))
        return refused({ code: 'no_such_page' });
      // An entry that was taken out on another device meanwhile comes back with what is typed here.
      const entries = entriesOf(draft.answers, asked.section);
      const isGone = asked.entry !== null && entries[asked.entry] === undefined;
      if (isGone && (draft.caseFileId !== null || entries.length >= (section.repeats?.most ?? 0)))
        return refused({ code: 'no_such_page' });
      const page = isGone ? { ...asked, entry: entries.length } : asked;
      const wanted = await wantedOf(tx, draft);
      const read = await readTyped(section, typed, countryOf(procedure, { ...draft.answers, ...typed }));
      const before = isGone ? {} : await readTyped(section, base, countryOf(procedure, draft.answers));
      const names = section.questions.map(({ name }) => name);
      const changeable = names.filter((name) => mayChange(form, wanted, page, name));
      const theirs = answersOnPage(draft.answers, page, names);
      const { merged, conflicts } = mergeAnswers(changeable, { base: before, mine: read, theirs });
      const answers = withPage(draft.answers, page, merged);
      const saved = savedNow(draft, { answers, section: page.section }, { actingId: of.actingId, at });
      await saveDraftRow(tx, saved);
      if (!byItself) await record(tx, line('saved', saved, of.actingId, at));
      return conflicts.length === 0
        ? granted(saved)
        : refused({ code: 'changed_elsewhere', conflicts, draft: saved });
    },
  );
}

export interface OtherRevision {
  readonly code: 'other_revision';
  readonly draft: FormDraft;
}

/** Replaces all the answers, where nobody has saved the draft since the revision that was read. */
export async function replaceAnswers(
  deps: CaseFileDeps,
  { answers, revision, ...of }: OfDraft & { readonly answers: FormAnswers; readonly revision: number },
): Promise<Outcome<FormDraft, DraftRefusal | OtherRevision>> {
  const at = deps.now();
  const saved = await changeDraft<FormDraft, DraftRefusal | OtherRevision>(
    deps,
    of,
    typing(of),
    async (tx, draft, procedure) => {
      const read = await readAll(procedure, answers);
      const wanted = await wantedOf(tx, draft);
      const allowed = wanted === undefined ? read : onlyAllowed(procedure, draft.answers, read, wanted);
      // The same answers sent twice are the same write.
      if (sameAnswers(allowed, draft.answers)) return granted(draft);
      if (draft.revision !== revision) return refused({ code: 'other_revision', draft });
      const saved = savedNow(draft, { answers: allowed }, { actingId: of.actingId, at });
      await saveDraftRow(tx, saved);
      await record(tx, line('saved', saved, of.actingId, at));
      return granted(saved);
    },
  );
  if (saved.ok) await keepUploads(deps, saved.value);
  return saved;
}

/** Of new answers those that a correction may change; everything else stays. */
function onlyAllowed(
  { form }: FormProcedure,
  before: FormAnswers,
  after: FormAnswers,
  wanted: readonly WantedCorrection[],
): FormAnswers {
  const kept: Record<string, string | readonly EntryAnswers[]> = { ...before };
  for (const section of form.sections) {
    const entries = section.repeats === undefined ? [null] : entriesOf(before, section.name).map((_, i) => i);
    for (const entry of entries) {
      const page = { section: section.name, entry };
      const names = section.questions
        .map(({ name }) => name)
        .filter((name) => mayChange(form, wanted, page, name));
      const now = answersOnPage(after, page, names);
      const changed = Object.fromEntries(
        names.flatMap((name) => (name in now ? [[name, now[name] ?? '']] : [])),
      );
      Object.assign(kept, withPage(kept, page, { ...answersOnPage(kept, page, names), ...changed }));
    }
  }
  return kept;
}
