import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { takeUploads, uploadsOf } from '#platform/web/form/uploads.ts';
import { type Draft, largestReceived, mostFiles, plainName } from '../domain/document.ts';
import { type ArrangeRefusal, bindDrafts, moveDraft, turnDraft } from '../use-cases/arrange-drafts.ts';
import type { DocumentDeps } from '../use-cases/document-deps.ts';
import { discardDraft, type FormHolder, listDrafts, receiveUpload } from '../use-cases/receive-upload.ts';
import { completeTransfer, seeTransfer } from '../use-cases/transfers.ts';
import { senderOf } from './transfer-api.ts';
import { askedForOf, uploadNames } from './upload-field.ts';
import { documentWords } from './words/words.ts';

/** Lets the forms of these routes carry documents. */
export function acceptDocuments(app: FastifyInstance): Promise<void> {
  return takeUploads(app, {
    largestFile: largestReceived,
    mostFiles: mostFiles * 2,
    mostBytes: 2 * largestReceived,
  });
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
    problemsOf[askedFor ?? ''] = [...(problemsOf[askedFor ?? ''] ?? []), sentence];
  };
  for (const upload of uploadsOf(request)) {
    const askedFor = askedForOf(upload.field);
    const taken = await receiveUpload(deps, holder, { ...upload, askedFor });
    if (!taken.ok)
      say(askedFor, words.about(shownName(upload.name, locale), words.refusals[taken.refusal.code]));
  }
  for (const { id, askedFor } of transfersIn(typed)) {
    const taken = await completeTransfer(deps, senderOf(request), { id, holder, askedFor });
    if (taken.ok) continue;
    const { code } = taken.refusal;
    const sentence =
      code === 'no_such_transfer' || code === 'not_all_here' ? words.transfers[code] : words.refusals[code];
    const name = (await seeTransfer(deps, senderOf(request), id))?.name;
    say(askedFor, name === undefined ? sentence : words.about(shownName(name, locale), sentence));
  }
  const pressed = await arrange(deps, holder, typed);
  if (pressed?.ok === false)
    say(null, pressed.refusal.code === 'cannot_bind' ? words.cannotBind : words.noSuchFile);
  const removed = typed[uploadNames.remove];
  if (typeof removed === 'string') {
    const discarded = await discardDraft(deps, holder, removed);
    if (!discarded.ok) say(null, words.noSuchFile);
  }
  return {
    drafts: await listDrafts(deps, holder),
    problems,
    problemsOf,
    onlyFiles:
      problems.length > 0 ||
      pressed !== undefined ||
      removed !== undefined ||
      typed[uploadNames.add] !== undefined,
  };
}

/** Carries out the button that was pressed beside the files, where one was. */
async function arrange(
  deps: DocumentDeps,
  holder: FormHolder,
  typed: Record<string, unknown>,
): Promise<Outcome<null, ArrangeRefusal> | undefined> {
  const pressed = (name: string) => {
    const value = typed[name];
    return typeof value === 'string' ? value : undefined;
  };
  const { up, down, turn, bind } = uploadNames;
  const [higher, lower, turned, bound] = [pressed(up), pressed(down), pressed(turn), pressed(bind)];
  if (higher !== undefined) return moveDraft(deps, holder, { id: higher, by: -1 });
  if (lower !== undefined) return moveDraft(deps, holder, { id: lower, by: 1 });
  if (turned !== undefined) return turnDraft(deps, holder, turned);
  if (bound !== undefined) return bindDrafts(deps, holder, bound === '' ? null : bound);
  return undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The files that came piece by piece before the form, with the field that each is for. */
function transfersIn(typed: Record<string, unknown>): { id: string; askedFor: string | null }[] {
  return Object.entries(typed)
    .filter(([name]) => name === uploadNames.transfer || name.startsWith(`${uploadNames.transfer}_`))
    .flatMap(([name, value]) =>
      [value]
        .flat()
        .filter((id): id is string => typeof id === 'string' && uuid.test(id))
        .slice(0, mostFiles * 2)
        .map((id) => ({ id, askedFor: askedForOf(name) })),
    );
}

/** A name to say what is wrong with a file, whatever kind it is. */
function shownName(raw: string, locale: Locale): string {
  const ending = /\.[a-z0-9]{1,8}$/i.exec(raw)?.[0] ?? '';
  const name = plainName(raw, 'pdf').slice(0, -'.pdf'.length);
  return `${locale === 'en' && name === 'documento' ? 'document' : name}${ending}`;
}
