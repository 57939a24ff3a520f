import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatShortDay } from '#kernel/moment.ts';
import { type DocumentDoor, type Draft, documentList, uploadField } from '#modules/documents/public.ts';
import { problemSummary, textArea, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import { answerOf, longestText, referenceOf } from '../domain/case-file.ts';
import { isOpen, whoseTurn, writingAsPerson } from '../domain/case-file-lifecycle.ts';
import type { QuestionName } from '../domain/procedures.ts';
import { titleOf } from '../letters/titles.ts';
import type { CaseFileView } from '../use-cases/see-case-files.ts';
import type { FileView } from '../use-cases/see-file.ts';
import { caseFileTopic } from '../use-cases/topics.ts';
import { actorOnBehalf } from './delegations/on-behalf.ts';
import { momentAt, notice, officeName, stateBadge } from './pieces.ts';
import { caseFileWords } from './words/words.ts';

/** A form under the thread as it is shown: what was typed, what was wrong, which files wait. */
export interface ThreadForm {
  readonly typed: Typed;
  readonly key: string;
  readonly problem?: string | undefined;
  readonly drafts: readonly Draft[];
  readonly uploadProblems: readonly string[];
}

export const emptyThreadForm = (): ThreadForm => ({
  typed: {},
  key: crypto.randomUUID(),
  drafts: [],
  uploadProblems: [],
});

export interface FilePage {
  readonly view: CaseFileView;
  /** What goes behind each address of the page: the link of people without an account. */
  readonly tail: string;
  readonly door: DocumentDoor;
  readonly writing: ThreadForm;
  readonly emailProblem?: string | undefined;
  readonly done?: string | undefined;
  readonly warning?: string | undefined;
}

/** A request for the person whose it is: how it stands, whose turn it is, the thread, what one can do now. */
export function filePage(request: FastifyRequest, reply: FastifyReply, page: FilePage): FastifyReply {
  const { locale } = request;
  const words = caseFileWords[locale];
  const { view, writing } = page;
  const { file } = view;
  const title = titleOf(view.procedure, file, locale);
  const problems = [
    ...(writing.problem === undefined ? [] : [{ name: 'text', text: writing.problem }]),
    ...writing.uploadProblems.map((text) => ({ name: 'files', text })),
    ...(page.emailProblem === undefined ? [] : [{ name: 'code', text: page.emailProblem }]),
  ];
  const failed = problems.length > 0 || page.warning !== undefined;
  return reply.page({
    title,
    section: 'requests',
    status: failed ? (problems.length > 0 ? 422 : 409) : 200,
    hasProblems: failed,
    scripts: ['live-list', 'upload-field'],
    breadcrumb:
      page.tail === ''
        ? [{ label: words.list.title, path: '/requests' }, { label: title }]
        : [{ label: title }],
    main: html`${notice(page.done)}${notice(page.warning, 'warning')}${problemSummary(webWords[locale].problems.summaryTitle, problems)}
<h1>${title}</h1>
<live-list topics="${caseFileTopic(file.id)}"><div id="live">
<p class="next-step"><strong>${words.file.whatNext}:</strong> ${words.next[file.state]}</p>
${facts(request, view)}${wanted(request, view)}
<h2>${words.file.messages}</h2>${thread(request, view, page.door, 'person')}
</div></live-list>
${emailForm(request, reply, page)}${writeForm(request, reply, page)}
<details class="timeline"><summary>${words.file.timeline}</summary>${timeline(request, view)}</details>
${
  view.procedure.lifecycle.allows(file.state, 'cancel') &&
  html`<p><a class="btn btn-outline-danger" href="${localized(locale, `/requests/${file.id}/cancellation${page.tail}`)}">${words.file.cancel}</a></p>`
}`,
  });
}

function facts({ locale }: FastifyRequest, { file, procedure, due, position, usual }: CaseFileView): Html {
  const words = caseFileWords[locale].file;
  const law = procedure.term?.law ?? '';
  return html`<dl class="summary">
<div><dt>${words.state}</dt><dd>${stateBadge(file.state, locale)}</dd></div>
<div><dt>${words.turn}</dt><dd>${words.turns[whoseTurn(file.state)]}</dd></div>
${position !== undefined && html`<div><dt>${words.position}</dt><dd>${words.positionText(position)}</dd></div>`}
${due !== undefined && html`<div><dt>${words.due}</dt><dd>${words.dueLaw(formatShortDay(due, locale), law)}<br><span class="detail">${usual === undefined ? words.noUsual : words.usual(usual.from, usual.until)}</span></dd></div>`}
<div><dt>${words.office}</dt><dd>${officeName(file.officeId, locale)}</dd></div>
<div><dt>${words.sentOn}</dt><dd>${momentAt(file.submittedAt, file, locale)}</dd></div>
<div><dt>${words.reference}</dt><dd><code>${referenceOf(file.id)}</code></dd></div>
</dl>${file.keepUntil !== null && html`<p class="source">${words.keptUntil(formatShortDay(file.keepUntil, locale))}</p>`}`;
}

/** What the datum reads and what it should read, beside each other. */
export function wanted({ locale }: Pick<FastifyRequest, 'locale'>, { file }: CaseFileView): Html | false {
  if (file.procedure !== 'identity-correction') return false;
  const words = caseFileWords[locale];
  const asked = Object.keys(file.answers).filter((name) => name in words.questions);
  return html`<dl class="summary"><div><dt>${words.file.was}</dt><dd>${answerOf(file, 'was') || words.file.unknown}</dd></div>${asked.map(
    (name) =>
      html`<div><dt>${words.questions[name as QuestionName].label}</dt><dd>${answerOf(file, name)}</dd></div>`,
  )}</dl>`;
}

/** The messages in the order of time, each with its documents. */
export function thread(
  { locale }: Pick<FastifyRequest, 'locale'>,
  {
    file,
    messages,
    delegates,
  }: Pick<CaseFileView, 'file' | 'messages'> & Partial<Pick<FileView, 'delegates'>>,
  door: DocumentDoor,
  reader: 'person' | 'delegate' | 'office',
): Html {
  const words = caseFileWords[locale].file;
  const actedFor = actorOnBehalf(locale, reader === 'person' ? null : file.personName);
  const by = {
    person:
      reader === 'person'
        ? words.you
        : reader === 'delegate'
          ? (file.personName ?? words.person)
          : words.person,
    office: words.theOffice,
    municipality: words.theMunicipality,
  };
  return html`<ol class="thread">${messages.map(
    (message) =>
      html`<li class="message message-${message.author}"><p class="message-by"><strong>${message.writtenBy === null ? by[message.author] : actedFor(delegates, message.writtenBy)}</strong> <span class="detail">${momentAt(message.at, file, locale)}</span></p>${
        message.kind !== 'message' && html`<p class="message-kind">${words.kinds[message.kind]}</p>`
      }<p class="typed">${message.text}</p>${documentList({ locale }, message.documents, door)}</li>`,
  )}</ol>`;
}

/** What happened, from the history of the file. */
export function timeline(
  { locale }: Pick<FastifyRequest, 'locale'>,
  {
    file,
    timeline: events,
    delegates,
    forAnother,
  }: Pick<CaseFileView, 'file' | 'timeline'> & Partial<Pick<FileView, 'delegates' | 'forAnother'>>,
  reader: 'person' | 'office' = 'office',
): Html {
  const words = caseFileWords[locale];
  const actedFor = actorOnBehalf(locale, reader === 'person' && forAnother !== true ? null : file.personName);
  const by = ({ actor, actorId }: (typeof events)[number]) =>
    actor === 'citizen' && actorId !== null && file.accountId !== null && actorId !== file.accountId
      ? actedFor(delegates, actorId)
      : words.file.actors[actor];
  return html`<ol class="timeline-list">${events.map(
    (event) =>
      html`<li>${words.events[event.type] ?? event.type} <span class="detail">${momentAt(event.at, file, locale)}, ${by(event)}</span></li>`,
  )}</ol>`;
}

function emailForm(request: FastifyRequest, reply: FastifyReply, page: FilePage): Html | false {
  const words = caseFileWords[request.locale].email;
  const { newEmail, file } = page.view;
  if (newEmail === undefined) return false;
  if (newEmail.proven) return html`<div class="notice notice-success"><p>${words.proven}</p></div>`;
  const path = `/requests/${file.id}`;
  return html`<section aria-labelledby="email-title"><h2 id="email-title">${words.title}</h2><p>${words.text(answerOf(file, 'email'))}</p>
${form(reply, {
  action: `${path}/email-verification`,
  content: html`${textField({
    name: 'code',
    label: words.code,
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    width: 'code',
    maxlength: 12,
    problem: page.emailProblem,
  })}${submitButton(words.submit)}`,
})}${form(reply, { action: `${path}/email-codes`, class: 'inline-form', content: submitButton(words.again, 'secondary') })}</section>`;
}

function writeForm(request: FastifyRequest, reply: FastifyReply, page: FilePage): Html | false {
  const { locale } = request;
  const words = caseFileWords[locale].file;
  const { file } = page.view;
  const event = writingAsPerson(file.state);
  if (!page.view.procedure.lifecycle.allows(file.state, event)) return false;
  const { writing } = page;
  const title = { write: words.write, reply: words.writeReply, write_again: words.writeAgain }[event];
  return html`<section aria-labelledby="write-title"><h2 id="write-title">${title}</h2>${form(reply, {
    action: `/requests/${file.id}/messages${page.tail}`,
    key: writing.key,
    files: true,
    content: html`${textArea({
      name: 'text',
      label: words.text,
      rows: isOpen(file.state) ? 5 : 4,
      maxlength: longestText,
      value: writing.typed['text'],
      problem: writing.problem,
    })}${uploadField(request, {
      label: caseFileWords[locale].form.files,
      optional: webWords[locale].optional,
      drafts: writing.drafts,
      problems: writing.uploadProblems,
    })}${submitButton(words.send, event === 'reply' ? 'primary' : 'secondary')}`,
  })}</section>`;
}

/** Asks before it is too late. */
export function cancelPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { view, tail }: Pick<FilePage, 'view' | 'tail'>,
): FastifyReply {
  const { locale } = request;
  const words = caseFileWords[locale].file;
  const { file } = view;
  return reply.page({
    title: words.cancelTitle,
    section: 'requests',
    main: html`<h1>${words.cancelTitle}</h1><p class="lead">${titleOf(view.procedure, file, locale)}</p><p>${words.cancelText}</p>${form(
      reply,
      {
        action: `/requests/${file.id}/cancellation${tail}`,
        content: html`${submitButton(words.cancelYes, 'danger')} <a class="form-back" href="${localized(locale, `/requests/${file.id}${tail}`)}">${words.cancelNo}</a>`,
      },
    )}`,
  });
}
