import type { FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { fieldId } from '#platform/web/form/fields.ts';
import { attributes, type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { askedForPattern, type Document, type Draft } from '../domain/document.ts';
import { guidePath } from './guide-path.ts';
import { documentWords } from './words/words.ts';

/** The name of the field that carries the files, and of the buttons beside it. */
export const uploadNames = {
  files: 'files',
  /** The same by the camera of a phone. */
  camera: 'camera',
  /** Ids of files that came piece by piece before the form. */
  transfer: 'transfer',
  add: 'add_files',
  remove: 'remove_file',
  up: 'move_up',
  down: 'move_down',
  turn: 'turn_file',
  bind: 'bind_photos',
} as const;

/** The field of one of the form's documents. */
const fieldOf = (askedFor: string | undefined) =>
  askedFor === undefined ? uploadNames.files : `${uploadNames.files}_${askedFor}`;

/** Which of the form's documents a field is for; null for the field that takes all. */
export function askedForOf(field: string): string | null {
  const name = /^[a-z]+_(.*)$/.exec(field)?.[1] ?? '';
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

const kindsToChoose = 'image/jpeg,image/png,image/webp,image/tiff,image/avif,application/pdf,.tif,.tiff';

/**
 * The field for files: those taken already are listed, can be put in order, turned, bound and removed. Without JavaScript
 * a button adds the chosen ones; with it they are sent as soon as they are chosen, piece by piece.
 */
export function uploadField({ locale }: Pick<FastifyRequest, 'locale'>, field: UploadField): Html {
  const words = documentWords[locale];
  const name = fieldOf(field.askedFor);
  const id = fieldId(name);
  const { problems } = field;
  const drafts = field.drafts.filter((each) => each.askedFor === (field.askedFor ?? null));
  const described = {
    'aria-describedby': problems.length > 0 ? `${id}-hint ${id}-problem` : `${id}-hint`,
    'aria-invalid': problems.length > 0 ? 'true' : undefined,
  };
  return html`<upload-field words="${JSON.stringify(words.moving)}" transfer="${name.replace(uploadNames.files, uploadNames.transfer)}"><div class="field${problems.length > 0 ? ' field-in-error' : ''}" id="${field.askedFor === undefined ? 'uploads' : `uploads-${field.askedFor}`}">
<label class="field-label" for="${id}">${field.label}${field.optional && html` <span class="field-optional">(${field.optional})</span>`}</label>
<p class="field-hint" id="${id}-hint">${field.hint && `${field.hint} `}${words.accepted} ${words.summary} <a href="${localized(locale, guidePath)}">${words.guideLink}</a></p>
${problems.length > 0 && html`<div id="${id}-problem">${problems.map((problem) => html`<p class="field-problem">${problem}</p>`)}</div>`}
<input class="form-control" type="file" multiple accept="${kindsToChoose}"${attributes({ id, name, ...described })}>
<div class="upload-camera"><label class="btn btn-sm btn-outline-primary" for="${id}-camera">${words.camera}</label><input class="visually-hidden" type="file" accept="image/*" capture="environment"${attributes({ id: `${id}-camera`, name: name.replace(uploadNames.files, uploadNames.camera) })}></div>
<button type="submit" class="btn btn-sm btn-outline-primary upload-add" name="${uploadNames.add}" value="yes">${words.add}</button>
<ul class="upload-moving" hidden></ul>
<p class="upload-status" role="status"></p>
${drafts.length > 0 && html`<p class="upload-count">${words.waiting(drafts.length)}</p><ol class="upload-list">${drafts.map((draft, at) => draftLine(locale, draft, { at, of: drafts.length }))}</ol>${bindButton(locale, field.askedFor, drafts)}`}
</div></upload-field>`;
}

const press = (name: string, value: string, label: string, text: string): Html =>
  html`<button type="submit" class="btn btn-sm btn-link" name="${name}" value="${value}" aria-label="${label}">${text}</button>`;

function draftLine(
  locale: Locale,
  draft: Draft,
  { at, of }: { readonly at: number; readonly of: number },
): Html {
  const words = documentWords[locale];
  const { id, name } = draft;
  return html`<li><span class="upload-name">${name}</span> <span class="detail">${detailOf(locale, draft)}</span> <span class="upload-actions">${
    of > 1 && at > 0 && press(uploadNames.up, id, words.upFile(name), words.up)
  }${of > 1 && at < of - 1 && press(uploadNames.down, id, words.downFile(name), words.down)}${
    draft.kind !== 'pdf' && press(uploadNames.turn, id, words.turnFile(name), words.turn)
  }${press(uploadNames.remove, id, words.removeFile(name), words.remove)}</span>${
    draft.warnings.length > 0 &&
    html`<p class="upload-warning">${draft.warnings.map((warning) => `${words.warnings[warning]} `)}${words.keepAnyway}</p>`
  }</li>`;
}

/** Several photos can become the pages of one PDF; where the form asks for one document they do so when it is sent. */
function bindButton(locale: Locale, askedFor: string | undefined, drafts: readonly Draft[]): Html | false {
  const words = documentWords[locale];
  const photos = drafts.filter((each) => each.kind !== 'pdf').length;
  if (photos < 2) return false;
  return html`<p class="upload-bind">${askedFor === undefined ? words.bindHint : words.bindsItself} <button type="submit" class="btn btn-sm btn-outline-primary" name="${uploadNames.bind}" value="${askedFor ?? ''}">${words.bind(photos)}</button></p>`;
}

function detailOf(locale: Locale, { bytes, pages }: Pick<Draft, 'bytes' | 'pages'>): string {
  const size = sizeText(bytes, locale);
  return pages === null ? size : `${documentWords[locale].pages(pages)}, ${size}`;
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
    return html`<li><a href="${href}" aria-label="${words.download(each.name)}">${each.kind !== 'pdf' && html`<img src="${href}" alt="" loading="lazy">`}<span>${each.name}</span></a> <span class="detail">${detailOf(locale, each)}</span>${door.kind === 'desk' && forOfficial(locale, each)}</li>`;
  })}</ul>`;
}

/** What an official should know before opening it. */
function forOfficial(locale: Locale, { scanned, warnings }: Document): Html {
  const words = documentWords[locale];
  return html`${!scanned && html`<p class="document-note">${words.notScanned}</p>`}${warnings.map(
    (warning) => html`<p class="document-note">${words.warnings[warning]}</p>`,
  )}`;
}
