import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatShortDay } from '#kernel/moment.ts';
import { uploadField } from '#modules/documents/public.ts';
import type { Office } from '#modules/offices/public.ts';
import { problemSummary, selectField, textArea } from '#platform/web/form/fields.ts';
import { form } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import { longestText, referenceOf } from '../../domain/case-file.ts';
import { titleOf } from '../../letters/titles.ts';
import { type HandlingKind, handlings } from '../../use-cases/handle-case-file.ts';
import type { SavedReply } from '../../use-cases/saved-replies.ts';
import type { CaseFileView } from '../../use-cases/see-case-files.ts';
import type { ThreadForm } from '../file-page.ts';
import { thread, timeline, wanted } from '../file-page.ts';
import { momentAt, notice, stateBadge } from '../pieces.ts';
import { caseFileWords } from '../words/words.ts';
import { handlingPaths, queuePath } from './handling.ts';

export interface HandlePage {
  readonly office: Office;
  readonly view: CaseFileView;
  readonly replies: readonly SavedReply[];
  readonly writing: ThreadForm;
  readonly done?: string | undefined;
  readonly warning?: string | undefined;
}

/** A file for the official: data beside documents, the thread, one text and one press for each decision. */
export function handlePage(request: FastifyRequest, reply: FastifyReply, page: HandlePage): FastifyReply {
  const { locale } = request;
  const words = caseFileWords[locale];
  const { view, office, writing } = page;
  const { file } = view;
  const title = titleOf(view.procedure, file, locale);
  const problems = [
    ...(writing.problem === undefined ? [] : [{ name: 'text', text: writing.problem }]),
    ...writing.uploadProblems.map((text) => ({ name: 'files', text })),
  ];
  return reply.page({
    title,
    section: 'desk',
    status: problems.length > 0 ? 422 : page.warning === undefined ? 200 : 409,
    hasProblems: problems.length > 0,
    scripts: ['live-list', 'upload-field'],
    breadcrumb: [
      { label: words.desk.desk, path: '/desk' },
      { label: words.desk.title, path: queuePath(office.id) },
      { label: title },
    ],
    main: html`${notice(page.done)}${notice(page.warning, 'warning')}${problemSummary(webWords[locale].problems.summaryTitle, problems)}
<h1>${title}</h1>
<div class="beside"><div>
<dl class="summary">
<div><dt>${words.file.state}</dt><dd>${stateBadge(file.state, locale)}</dd></div>
<div><dt>${words.desk.who}</dt><dd>${file.personName ?? words.desk.withoutAccount}<br><a href="mailto:${file.email}">${file.email}</a></dd></div>
<div><dt>${words.desk.arrived}</dt><dd>${momentAt(file.submittedAt, file, locale)}</dd></div>
${view.due !== undefined && html`<div><dt>${words.desk.due}</dt><dd>${formatShortDay(view.due, locale)}</dd></div>`}
<div><dt>${words.file.reference}</dt><dd><code>${referenceOf(file.id)}</code></dd></div></dl>
${wanted(request, view)}${view.newEmail && html`<p class="form-note">${view.newEmail.proven ? words.desk.emailProven : words.desk.emailNotProven}</p>`}
<details class="timeline"><summary>${words.file.timeline}</summary>${timeline(request, view)}</details>
</div><div><h2>${words.file.messages}</h2>${thread(request, view, { kind: 'desk' }, 'office')}
${actions(request, reply, page)}</div></div>`,
  });
}

function actions(request: FastifyRequest, reply: FastifyReply, page: HandlePage): Html | false {
  const { locale } = request;
  const words = caseFileWords[locale].desk;
  const { view, office, writing, replies } = page;
  const { file } = view;
  const possible = handlings.filter((kind) => view.procedure.lifecycle.allows(file.state, kind));
  const path = `${queuePath(office.id)}/${file.id}`;
  if (possible.length === 0) return false;
  if (file.state === 'submitted') {
    return form(reply, {
      action: `${path}/${handlingPaths.take}`,
      content: button(request, path, 'take', 'primary'),
    });
  }
  const decisions = possible.filter((kind) => kind !== 'write' && kind !== 'reject' && kind !== 'put_back');
  return form(reply, {
    action: `${path}/${handlingPaths.write}`,
    key: writing.key,
    files: true,
    content: html`${textArea({
      name: 'text',
      label: words.reply,
      hint: words.replyHint,
      rows: 7,
      maxlength: longestText,
      value: writing.typed['text'],
      problem: writing.problem,
    })}${
      replies.length > 0 &&
      html`<div class="insert-reply">${selectField({
        name: 'saved',
        label: words.saved,
        empty: words.savedNone,
        value: '',
        choices: replies.map(({ id, title }) => ({ value: id, label: title })),
      })}<button type="submit" class="btn btn-sm btn-outline-primary" formaction="${localized(locale, `${path}/reply-texts`)}">${words.insert}</button></div>`
    }${uploadField(request, {
      label: caseFileWords[locale].form.files,
      optional: webWords[locale].optional,
      drafts: writing.drafts,
      problems: writing.uploadProblems,
    })}<div class="actions">${decisions.map((kind, index) =>
      button(request, path, kind, index === decisions.length - 1 ? 'primary' : 'outline-primary'),
    )}${(['write', 'put_back'] as const).filter((kind) => possible.includes(kind)).map((kind) => button(request, path, kind, 'outline-primary'))}${
      possible.includes('reject') && button(request, path, 'reject', 'outline-danger')
    }</div>${possible.includes('correct') && html`<p class="source">${words.correctHint}</p>`}`,
  });
}

function button({ locale }: FastifyRequest, path: string, kind: HandlingKind, style: string): Html {
  return html`<button type="submit" class="btn btn-${style}" formaction="${localized(locale, `${path}/${handlingPaths[kind]}`)}">${caseFileWords[locale].desk.actions[kind]}</button>`;
}
