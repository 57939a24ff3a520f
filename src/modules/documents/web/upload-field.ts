import type { FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { fieldId } from '#platform/web/form/fields.ts';
import { attributes, type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { askedForPattern, type Document, type Draft } from '../domain/document.ts';
import { documentWords } from './words/words.ts';

/** The name of the field that carries the files, and of the buttons beside it. */
export const uploadNames = { files: 'files', add: 'add_files', remove: 'remove_file' } as const;

/** The field of one of the form's documents. */
const fieldOf = (askedFor: string | undefined) =>
  askedFor === undefined ? uploadNames.files : `${uploadNames.files}_${askedFor}`;

/** Which of the form's documents a field is for; null for the field that takes all. */
export function askedForOf(field: string): string | null {
  const name = field.startsWith(`${uploadNames.files}_`) ? field.slice(uploadNames.files.length + 1) : '';
  return askedForPattern.test(name) ? name : null;
}

export function sizeText(bytes: number, locale: Locale): string {
  const words = documentWords[locale];
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  return bytes < 1024 * 1024
    ? words.kilobytes(number(Math.max(1, bytes / 1024), 0))
    : words.megabytes(number(bytes / (1024 * 1024), 1));
}

export interface UploadField {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: string | undefined;
  /** Which of the form's documents the field is for (`passport`); without it, the field takes all. */
  readonly askedFor?: string | undefined;
  /** The files of the form; the field shows its own. */
  readonly drafts: readonly Draft[];
  /** A sentence for each file that was not taken. */
  readonly problems: readonly string[];
}

/**
 * The field for files: those taken already are listed and can be removed; without JavaScript a button adds the chosen
 * ones, with it they are sent as soon as they are chosen.
 */
export function uploadField({ locale }: Pick<FastifyRequest, 'locale'>, field: UploadField): Html {
  const words = documentWords[locale];
  const name = fieldOf(field.askedFor);
  const id = fieldId(name);
  const { problems } = field;
  const drafts = field.drafts.filter((each) => each.askedFor === (field.askedFor ?? null));
  return html`<upload-field sending="${words.sending}" failed="${words.failed}"><div class="field${problems.length > 0 ? ' field-in-error' : ''}" id="${field.askedFor === undefined ? 'uploads' : `uploads-${field.askedFor}`}">
<label class="field-label" for="${id}">${field.label}${field.optional && html` <span class="field-optional">(${field.optional})</span>`}</label>
<p class="field-hint" id="${id}-hint">${field.hint && `${field.hint} `}${words.accepted} ${words.cleaned}</p>
${problems.length > 0 && html`<div id="${id}-problem">${problems.map((problem) => html`<p class="field-problem">${problem}</p>`)}</div>`}
<input class="form-control" type="file" multiple accept="image/jpeg,image/png,image/webp,application/pdf"${attributes(
    {
      id,
      name,
      'aria-describedby': problems.length > 0 ? `${id}-hint ${id}-problem` : `${id}-hint`,
      'aria-invalid': problems.length > 0 ? 'true' : undefined,
    },
  )}>
<button type="submit" class="btn btn-sm btn-outline-primary upload-add" name="${uploadNames.add}" value="yes">${words.add}</button>
<p class="upload-status" role="status"></p>
${
  drafts.length > 0 &&
  html`<p class="upload-count">${words.waiting(drafts.length)}</p><ul class="upload-list">${drafts.map(
    (draft) =>
      html`<li><span class="upload-name">${draft.name}</span> <span class="detail">${sizeText(draft.bytes, locale)}</span> <button type="submit" class="btn btn-sm btn-link" name="${uploadNames.remove}" value="${draft.id}" aria-label="${words.removeFile(draft.name)}">${words.remove}</button></li>`,
  )}</ul>`
}</div></upload-field>`;
}

/** Who looks at documents, and so by which door: the person, the holder of a link, or the office. */
export type DocumentDoor =
  | { readonly kind: 'own' }
  | { readonly kind: 'link'; tokenOf(id: string): string }
  | { readonly kind: 'desk' };

function pathOf({ officeId, id }: Document, door: DocumentDoor, locale: Locale): string {
  if (door.kind === 'desk') return localized(locale, `/desk/files/${officeId}/${id}`);
  return `/files/${officeId}/${id}${door.kind === 'link' ? `?token=${door.tokenOf(id)}` : ''}`;
}

/** Documents to look at: pictures are shown small, everything can be saved. */
export function documentList(
  { locale }: Pick<FastifyRequest, 'locale'>,
  documents: readonly Document[],
  door: DocumentDoor,
): Html | false {
  if (documents.length === 0) return false;
  const words = documentWords[locale];
  return html`<ul class="document-list">${documents.map((each) => {
    if (each.erasedAt !== null)
      return html`<li>${words.erased(formatShortDay(dayAt(each.erasedAt, 'Europe/Rome'), locale))}</li>`;
    const href = pathOf(each, door, locale);
    return html`<li><a href="${href}" aria-label="${words.download(each.name)}">${each.kind !== 'pdf' && html`<img src="${href}" alt="" loading="lazy">`}<span>${each.name}</span></a> <span class="detail">${sizeText(each.bytes, locale)}</span></li>`;
  })}</ul>`;
}
