import type { FastifyReply, FastifyRequest } from 'fastify';
import { documentList, type TakenUploads, uploadField } from '#modules/documents/public.ts';
import { fieldId, problemSummary } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import { mayReplace } from '../../domain/correction.ts';
import { calledOf } from '../../domain/file-content.ts';
import type { AskedDocument } from '../../domain/form-answers.ts';
import { askedForOf } from '../../domain/form-documents.ts';
import type { DraftView } from '../../use-cases/see-draft.ts';
import type { FileView } from '../../use-cases/see-file.ts';
import { formWords } from '../words/form-words.ts';
import { crumbs, keptUntil, progress } from './form-frame.ts';
import { stepAfter, stepBefore } from './steps.ts';

/** The document that is the form itself, printed and signed by hand. */
const signedForm = 'signed_form';

/** What a document is called, with whom it is about. */
export function documentTitle(asked: AskedDocument, locale: 'it' | 'en'): string {
  const of = asked.entry === undefined ? '' : calledOf(asked) || firstOf(asked.entry);
  return of === '' ? asked.document.title[locale] : `${asked.document.title[locale]}: ${of}`;
}

const firstOf = (entry: Readonly<Record<string, string>>) =>
  Object.values(entry).find((each) => each !== '') ?? '';

/** The documents that may be sent: all of them, or in a correction those that are wanted. */
export function openDocuments({ asked, procedure, correction }: DraftView): AskedDocument[] {
  return asked.filter((each) => mayReplace(procedure.form, correction?.wanted, each));
}

/** One field for each document that is asked for, with what it has to show. */
export function documentsPage(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    view,
    uploads,
    missing,
    sent,
  }: {
    view: DraftView;
    uploads: Pick<TakenUploads, 'drafts' | 'problemsOf'>;
    /** Documents without which the person wanted to go on. */
    missing: readonly AskedDocument[];
    /** What was sent before a correction. */
    sent: FileView | undefined;
  },
): FastifyReply {
  const { locale } = request;
  const words = formWords[locale];
  const { draft, correction } = view;
  const path = `/drafts/${draft.id}/documents`;
  const open = openDocuments(view);
  const lines = [
    ...missing.map((each) => ({
      name: `files_${askedForOf(each.path)}`,
      text: words.documents.missing(documentTitle(each, locale)),
    })),
    ...Object.entries(uploads.problemsOf).flatMap(([askedFor, sentences]) =>
      sentences.map((text) => ({ name: askedFor === '' ? 'files' : `files_${askedFor}`, text })),
    ),
  ];
  return reply.page({
    title: words.documents.title,
    section: 'requests',
    status: lines.length > 0 ? 422 : 200,
    hasProblems: lines.length > 0,
    scripts: ['upload-field'],
    breadcrumb: crumbs(request, view),
    main: html`${progress(request, view, path)}${problemSummary(webWords[locale].problems.summaryTitle, lines)}<h1>${words.documents.title}</h1>
<p class="lead">${open.length === 0 ? words.documents.none : words.documents.lead}</p>
${form(reply, {
  action: path,
  key: draft.id,
  files: true,
  content: html`${open.map((each) => {
    const askedFor = askedForOf(each.path);
    const id = fieldId(`files_${askedFor}`);
    const note = correction?.wanted.find(
      ({ target }) => target.kind === 'document' && target.path === each.path,
    );
    const before = sent?.documents.find(({ asked }) => asked.path === each.path)?.files ?? [];
    return html`<section class="asked-document" aria-labelledby="${id}-title"><h2 id="${id}-title">${documentTitle(each, locale)}</h2>${
      note !== undefined &&
      html`<div class="notice notice-warning question-note"><p><strong>${words.page.noted}</strong> <span class="typed">${note.note}</span></p></div>`
    }${
      each.document.mustShow.length > 0 &&
      html`<p class="must-show">${words.documents.mustShow}</p><ul>${each.document.mustShow.map((line) => html`<li>${line[locale]}</li>`)}</ul>`
    }${
      each.document.name === signedForm &&
      html`<p><a href="${localized(locale, `/drafts/${draft.id}/form.pdf`)}">${words.documents.toSign}</a></p>`
    }${before.length > 0 && html`<p>${words.documents.before}</p>${documentList(request, before, { kind: 'own' })}`}${uploadField(
      request,
      {
        label: words.documents.upload(documentTitle(each, locale)),
        optional: each.document.optional === true ? webWords[locale].optional : undefined,
        askedFor,
        drafts: uploads.drafts,
        problems: [
          ...(missing.includes(each) ? [words.documents.missing(documentTitle(each, locale))] : []),
          ...(uploads.problemsOf[askedFor] ?? []),
        ],
      },
    )}</section>`;
  })}<div class="form-buttons">${submitButton(words.page.next)}</div>`,
})}
${missing.length > 0 && html`<p><a href="${localized(locale, stepAfter(view, path))}">${words.page.skip}</a></p>`}
<p><a href="${localized(locale, stepBefore(view, path))}">${words.page.back}</a></p><p class="source">${keptUntil(request, view)}</p>`,
  });
}
