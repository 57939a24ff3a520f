import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { forgetUploads, moveUploads } from '#modules/documents/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { type FormDraft, withEntry, withoutEntry } from '../domain/draft.ts';
import { entriesOf } from '../domain/form-answers.ts';
import { askedForOf } from '../domain/form-documents.ts';
import type { FormProcedure } from '../domain/procedure.ts';
import { saveDraftRow } from '../store/drafts.ts';
import { asCaseFiles, type CaseFileDeps } from './case-file-deps.ts';
import { changeDraft, type DraftRefusal, type OfDraft, savedNow, typing } from './change-draft.ts';

interface TooManyEntries {
  readonly code: 'too_many_entries';
}

/** Adds an empty entry to a group, once for the number of entries that the page showed. */
export function addEntry(
  deps: CaseFileDeps,
  { section: name, seen, ...of }: OfDraft & { readonly section: string; readonly seen: number },
): Promise<Outcome<{ draft: FormDraft; entry: number }, DraftRefusal | TooManyEntries>> {
  const at = deps.now();
  return changeDraft<{ draft: FormDraft; entry: number }, DraftRefusal | TooManyEntries>(
    deps,
    of,
    typing(of),
    async (tx, draft, procedure) => {
      const section = procedure.form.sections.find((each) => each.name === name);
      if (section?.repeats === undefined || draft.caseFileId !== null)
        return refused({ code: 'no_such_page' });
      const entries = entriesOf(draft.answers, name);
      if (entries.length > seen) return granted({ draft, entry: entries.length - 1 });
      if (entries.length >= section.repeats.most) return refused({ code: 'too_many_entries' });
      const saved = savedNow(
        draft,
        { answers: withEntry(draft.answers, name), section: name },
        { actingId: of.actingId, at },
      );
      await saveDraftRow(tx, saved);
      return granted({ draft: saved, entry: entries.length });
    },
  );
}

/** Takes an entry out of a group, with its documents; what stood behind it moves up. */
export function removeEntry(
  deps: CaseFileDeps,
  {
    section: name,
    entry,
    seen,
    ...of
  }: OfDraft & { readonly section: string; readonly entry: number; readonly seen: number },
): Promise<Outcome<FormDraft, DraftRefusal>> {
  const at = deps.now();
  return changeDraft<FormDraft, DraftRefusal>(deps, of, asCaseFiles, async (tx, draft, procedure) => {
    const section = procedure.form.sections.find((each) => each.name === name);
    if (section?.repeats === undefined || draft.caseFileId !== null) return refused({ code: 'no_such_page' });
    const entries = entriesOf(draft.answers, name);
    // Pressed twice, or taken out on another device: the entry that stands there now is another one.
    if (entries.length !== seen || entries[entry] === undefined) return granted(draft);
    const saved = savedNow(
      draft,
      { answers: withoutEntry(draft.answers, name, entry), section: name },
      { actingId: of.actingId, at },
    );
    await saveDraftRow(tx, saved);
    await moveDocuments(tx, procedure, draft, { name, entry, entries: entries.length });
    return granted(saved);
  });
}

async function moveDocuments(
  tx: Tx,
  { form }: FormProcedure,
  { id, accountId }: FormDraft,
  { name, entry, entries }: { name: string; entry: number; entries: number },
): Promise<void> {
  const holder = { formKey: id, accountId };
  for (const document of form.documents.filter((each) => each.forEach === name)) {
    const at = (index: number) => askedForOf(`${document.name}/${index}`);
    await forgetUploads(tx, holder, [at(entry)]);
    for (let index = entry + 1; index < entries; index += 1)
      await moveUploads(tx, holder, { from: at(index), to: at(index - 1) });
  }
}
