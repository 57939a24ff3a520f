import type { Principal } from '#platform/database/principal.ts';
import { convert } from '#platform/files/convert/convert.ts';
import type { DocumentDeps } from './document-deps.ts';
import { openDocument } from './read-documents.ts';

/** Longest side of a page that is looked at, in pixels: an A4 page at 150 dots per inch. */
const side = 1754;
/** Pages that are kept drawn, because a clerk turns back; a page has a few hundred kilobytes. */
const mostKept = 60;
const drawn = new Map<string, Uint8Array>();

/**
 * A page of a PDF as a picture, for whoever may open the document: it is looked at beside the data, and nothing in it can
 * act. Nothing for pictures, which are shown as they are.
 */
export async function drawPage(
  deps: DocumentDeps,
  { as, officeId, id, number }: { as: Principal; officeId: string; id: string; number: number },
): Promise<Uint8Array | undefined> {
  const opened = await openDocument(deps, { as, officeId, id });
  if (opened === undefined || opened.document.kind !== 'pdf') return undefined;
  const name = `${id} ${number}`;
  const before = drawn.get(name);
  if (before !== undefined) return before;
  const { content } = await convert({ do: 'page', number, side }, [opened.content]);
  if (content === undefined) return undefined;
  const [oldest] = drawn.keys();
  if (drawn.size >= mostKept && oldest !== undefined) drawn.delete(oldest);
  drawn.set(name, content);
  return content;
}
