import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import { takeUploads, uploadsOf } from '#platform/web/form/uploads.ts';
import { type Draft, largestFile, mostFiles, plainName } from '../domain/document.ts';
import type { DocumentDeps } from '../use-cases/document-deps.ts';
import { discardDraft, type FormHolder, listDrafts, receiveUpload } from '../use-cases/receive-upload.ts';
import { askedForOf, uploadNames } from './upload-field.ts';
import { documentWords } from './words/words.ts';

/** Lets the forms of these routes carry documents. */
export function acceptDocuments(app: FastifyInstance): Promise<void> {
  return takeUploads(app, { largestFile, mostFiles: mostFiles * 2 });
}

export interface TakenUploads {
  readonly drafts: readonly Draft[];
  readonly problems: readonly string[];
  /** The same sentences by the field that they are about; the field that takes all is ''. */
  readonly problemsOf: Readonly<Record<string, readonly string[]>>;
  /** The person pressed a button of the field, not yet that of the form. */
  readonly onlyFiles: boolean;
}

/** Takes the files that came with a form, and what was pressed beside them. */
export async function takeFormUploads(
  deps: DocumentDeps,
  request: FastifyRequest,
  holder: FormHolder,
): Promise<TakenUploads> {
  const { locale } = request;
  const typed = (request.body ?? {}) as Record<string, unknown>;
  const words = documentWords[locale];
  const problems: string[] = [];
  const problemsOf: Record<string, string[]> = Object.create(null);
  const say = (askedFor: string | null, sentence: string) => {
    problems.push(sentence);
    (problemsOf[askedFor ?? ''] ??= []).push(sentence);
  };
  for (const upload of uploadsOf(request)) {
    const askedFor = askedForOf(upload.field);
    const taken = await receiveUpload(deps, holder, { ...upload, askedFor });
    if (!taken.ok)
      say(askedFor, words.about(shownName(upload.name, locale), words.refusals[taken.refusal.code]));
  }
  const removed = typed[uploadNames.remove];
  if (typeof removed === 'string') {
    const discarded = await discardDraft(deps, holder, removed);
    if (!discarded.ok) say(null, words.noSuchFile);
  }
  return {
    drafts: await listDrafts(deps, holder),
    problems,
    problemsOf,
    onlyFiles: problems.length > 0 || removed !== undefined || typed[uploadNames.add] !== undefined,
  };
}

/** A name to say what is wrong with a file, whatever kind it is. */
function shownName(raw: string, locale: Locale): string {
  const ending = /\.[a-z0-9]{1,8}$/i.exec(raw)?.[0] ?? '';
  const name = plainName(raw, 'pdf').slice(0, -'.pdf'.length);
  return `${locale === 'en' && name === 'documento' ? 'document' : name}${ending}`;
}
