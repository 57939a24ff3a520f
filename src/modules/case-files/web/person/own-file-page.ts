import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatShortDay } from '#kernel/moment.ts';
import { documentList, uploadField } from '#modules/documents/public.ts';
import { findMunicipalOffice, findOffice } from '#modules/offices/public.ts';
import { problemSummary, textArea } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import { type CaseFile, longestText, protocolText } from '../../domain/case-file.ts';
import { holders, whoseTurn } from '../../domain/case-file-lifecycle.ts';
import { targetName } from '../../domain/file-content.ts';
import type { FormProcedure } from '../../domain/procedure.ts';
import { keepUntil } from '../../domain/terms.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import type { FileView } from '../../use-cases/see-file.ts';
import { caseFileTopic } from '../../use-cases/topics.ts';
import { behalfNote } from '../delegations/on-behalf.ts';
import { type ThreadForm, thread, timeline } from '../file-page.ts';
import { momentAt, notice, officeName, stateBadge } from '../pieces.ts';
import { delegationWords } from '../words/delegations.ts';
import { formWords } from '../words/form-words.ts';
import { caseFileWords } from '../words/words.ts';
import { answerTexts } from './answer-text.ts';
import { documentTitle } from './documents-page.ts';
import { shownSection } from './review-page.ts';

export interface OwnFilePage {
  readonly view: FileView;
  readonly now: Temporal.Instant;
  /** The name of the person, where the reader acts for them. */
  readonly onBehalfOf: string | undefined;
  /** What the open page hears besides the changes of the file: the end of the delegation. */
  readonly listensTo: readonly string[];
  readonly writing: ThreadForm;
  readonly done: string | undefined;
  readonly warning: string | undefined;
}

/** What a state means, in the words of the procedure where it has its own. */
function meaningOf({ file, procedure }: FileView, locale: 'it' | 'en'): string {
  return procedure.stateTexts?.[file.state]?.[locale] ?? caseFileWords[locale].next[file.state];
}

function crumbs({ locale }: FastifyRequest, { form: { title } }: FormProcedure) {
  return [{ label: caseFileWords[locale].list.title, path: '/requests' }, { label: title[locale] }];
}

/** A file for the person whose it is: how it stands, whose turn it is, the clock, what can be done now, everything sent. */
export async function ownFilePage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: OwnFilePage,
): Promise<FastifyReply> {
  const { locale } = request;
  const words = formWords[locale];
  const { view, writing } = page;
  const { file, procedure } = view;
  const title = procedure.form.title[locale];
  const problems = [
    ...(writing.problem === undefined ? [] : [{ name: 'text', text: writing.problem }]),
    ...writing.uploadProblems.map((text) => ({ name: 'files', text })),
  ];
  const failed = problems.length > 0 || page.warning !== undefined;
  return reply.page({
    title,
    section: 'requests',
    status: failed ? (problems.length > 0 ? 422 : 409) : 200,
    hasProblems: failed,
    scripts: ['live-list', 'upload-field'],
    breadcrumb: crumbs(request, procedure),
    main: html`${behalfNote(locale, page.onBehalfOf)}${notice(page.done)}${notice(page.warning, 'warning')}${problemSummary(webWords[locale].problems.summaryTitle, problems)}
<h1>${title}</h1>
<live-list topics="${[caseFileTopic(file.id), ...page.listensTo].join(' ')}"><div id="live">
<p class="next-step"><strong>${caseFileWords[locale].file.whatNext}:</strong> ${meaningOf(view, locale)}</p>
${wanted(request, reply, view)}${await facts(request, view)}${actions(request, view)}
<h2>${caseFileWords[locale].file.messages}</h2>${view.messages.length === 0 ? html`<p>${words.file.noMessages}</p>` : thread(request, view, { kind: 'own' }, view.forAnother ? 'delegate' : 'person')}
</div></live-list>
${writeForm(request, reply, page)}
<details class="timeline"><summary>${caseFileWords[locale].file.timeline}</summary>${timeline(request, view, 'person')}</details>
${await data(request, view)}
<details class="timeline"><summary>${words.file.readings}</summary>${readings(request, view)}</details>`,
  });
}

async function facts({ locale }: FastifyRequest, view: FileView): Promise<Html> {
  const general = caseFileWords[locale].file;
  const words = formWords[locale].file;
  const { file, procedure, days, position, usual, due } = view;
  const parts = holders.filter((each) => days[each] > 0).map((each) => words.heldBy[each](days[each]));
  const municipality =
    file.municipalityId === null ? undefined : await findMunicipalOffice(file.municipalityId);
  const law = procedure.term?.law;
  return html`<dl class="summary">
<div><dt>${general.state}</dt><dd>${stateBadge(file.state, locale)}</dd></div>
<div><dt>${general.turn}</dt><dd>${general.turns[whoseTurn(file.state)]}</dd></div>
${position !== undefined && html`<div><dt>${general.position}</dt><dd>${general.positionText(position)}<br><span class="detail">${usual === undefined ? general.noUsual : general.usual(usual.from, usual.until)}</span></dd></div>`}
<div><dt>${words.clock}</dt><dd>${words.clockText(parts)}${position === undefined && usual !== undefined && html`<br><span class="detail">${general.usual(usual.from, usual.until)}</span>`}</dd></div>
${due !== undefined && html`<div><dt>${general.due}</dt><dd>${general.dueLaw(formatShortDay(due, locale), law ?? '')}</dd></div>`}
<div><dt>${general.office}</dt><dd>${officeName(file.officeId, locale)}</dd></div>
${municipality && html`<div><dt>${words.municipality}</dt><dd>${municipality.name[locale]}</dd></div>`}
<div><dt>${general.sentOn}</dt><dd>${momentAt(file.submittedAt, file, locale)}</dd></div>
${file.protocol && html`<div><dt>${words.protocol}</dt><dd><code>${protocolText(file.protocol)}</code></dd></div>`}
</dl>${file.submittedBy !== null && html`<p>${delegationWords[locale].file.sentBy(view.delegates.get(file.submittedBy) ?? delegationWords[locale].file.somebody, view.forAnother ? file.personName : null)}</p>`}${
    file.keepUntil !== null &&
    html`<p class="source">${general.keptUntil(formatShortDay(file.keepUntil, locale))}</p>`
  }<p><a href="${localized(locale, `/files/${file.id}/receipt.pdf`)}">${words.receipt}</a></p>${
    procedure.law.length > 0 && html`<p class="source">${words.law(procedure.law.join('; '))}</p>`
  }`;
}

/** What the office wants put right now, and the way to do it. */
function wanted(request: FastifyRequest, reply: FastifyReply, view: FileView): Html | false {
  const { locale } = request;
  const words = formWords[locale];
  const { file, procedure } = view;
  const open = view.wanted.filter(({ answeredAt }) => answeredAt === null);
  if (open.length === 0 || !procedure.lifecycle.allows(file.state, 'resubmit')) return false;
  return html`<section class="notice notice-warning" aria-labelledby="wanted-title"><h2 id="wanted-title">${words.file.wantedTitle}</h2><ul>${open.map(
    (each) => {
      const target = targetName(
        view.content,
        view.documents.map(({ asked }) => asked),
        each.target,
      );
      const name = [target?.name[locale] ?? each.target.path, target?.of].filter(Boolean).join(': ');
      return html`<li><strong>${name}</strong>: <span class="typed">${each.note}</span></li>`;
    },
  )}</ul>${form(reply, { action: `/files/${file.id}/correction-drafts`, class: 'inline-form', content: submitButton(words.file.can.correct) })}</section>`;
}

/** What the lifecycle lets the person do in this state. */
function actions({ locale }: FastifyRequest, { file, procedure }: FileView): Html {
  const words = formWords[locale].file;
  const allows = (event: Parameters<typeof procedure.lifecycle.allows>[1]) =>
    procedure.lifecycle.allows(file.state, event);
  const can = [
    ...(allows('resubmit') ? [html`<a href="#wanted-title">${words.can.correct}</a>`] : []),
    ...(allows('write') ? [html`<a href="#write-title">${words.can.write}</a>`] : []),
    ...(allows('cancel')
      ? [html`<a href="${localized(locale, `/files/${file.id}/cancellation`)}">${words.can.cancel}</a>`]
      : []),
  ];
  return html`<h2>${words.canDo}</h2>${
    can.length === 0
      ? html`<p>${words.can.nothing}</p>`
      : html`<ul>${can.map((each) => html`<li>${each}</li>`)}</ul>`
  }`;
}

function writeForm(
  request: FastifyRequest,
  reply: FastifyReply,
  { view: { file, procedure }, writing }: OwnFilePage,
): Html | false {
  if (!procedure.lifecycle.allows(file.state, 'write')) return false;
  const words = caseFileWords[request.locale];
  return html`<section aria-labelledby="write-title"><h2 id="write-title">${words.file.write}</h2>${form(
    reply,
    {
      action: `/files/${file.id}/messages`,
      key: writing.key,
      files: true,
      content: html`${textArea({
        name: 'text',
        label: words.file.text,
        rows: 4,
        maxlength: longestText,
        value: writing.typed['text'],
        problem: writing.problem,
      })}${uploadField(request, {
        label: words.form.files,
        optional: webWords[request.locale].optional,
        drafts: writing.drafts,
        problems: writing.uploadProblems,
      })}${submitButton(words.file.send, 'secondary')}`,
    },
  )}</section>`;
}

/** Everything that was sent, as it counts now, and what was there before a correction. */
async function data(request: FastifyRequest, view: FileView): Promise<Html> {
  const { locale } = request;
  const words = formWords[locale];
  const { file, procedure } = view;
  const text = await answerTexts(procedure.form, locale, file.answers);
  const moments = view.sentAt.map((at) => momentAt(at, file, locale));
  const before = view.wanted.filter(({ answeredAt }) => answeredAt !== null);
  return html`<details class="timeline"><summary>${words.file.data}</summary><p class="detail">${words.file.versions(moments)}</p>${
    before.length > 0 &&
    html`<p>${words.file.wantedBefore}</p><ul>${before.map(
      ({ target, note }) =>
        html`<li><strong>${
          targetName(
            view.content,
            view.documents.map(({ asked }) => asked),
            target,
          )?.name[locale] ?? target.path
        }</strong>: <span class="typed">${note}</span></li>`,
    )}</ul>`
  }${view.content.map((each) => shownSection(request, each, text))}${
    view.documents.length > 0 &&
    html`<h2>${words.file.documents}</h2>${view.documents.map(
      ({ asked, files, before: earlier }) =>
        html`<h3>${documentTitle(asked, locale)}</h3>${files.length === 0 ? html`<p>${words.review.noFile}</p>` : documentList(request, files, { kind: 'own' })}${
          earlier.length > 0 &&
          html`<p class="detail">${words.file.earlier}</p>${documentList(request, earlier, { kind: 'own' })}`
        }`,
    )}`
  }</details>`;
}

/** Which offices opened the file, and when. */
function readings({ locale }: FastifyRequest, { file, readings: all }: FileView): Html {
  const words = formWords[locale].file;
  if (all.length === 0) return html`<p>${words.readingsNone}</p>`;
  return html`<ul>${all.map(
    ({ at, officeId }) =>
      html`<li>${momentAt(at, file, locale)}${officeId !== null && `, ${officeName(officeId, locale)}`}</li>`,
  )}</ul>`;
}

/** What was sent, its number, and what happens next. */
export function sentPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { procedures }: CaseFileDeps,
  file: CaseFile,
  onBehalfOf: string | undefined,
): FastifyReply {
  const { locale } = request;
  const words = formWords[locale].sent;
  const procedure = procedures.findForm(file.procedure);
  if (procedure === undefined || file.protocol === null) return reply.notFound();
  return reply.page({
    title: words.title,
    section: 'requests',
    breadcrumb: crumbs(request, procedure),
    main: html`${behalfNote(locale, onBehalfOf)}<div class="notice notice-success" role="status"><h1>${words.title}</h1><p>${procedure.form.title[locale]}</p><p>${words.protocol}: <strong><code>${protocolText(file.protocol)}</code></strong>, ${officeName(file.officeId, locale)}</p></div>
<h2>${words.next}</h2><ol><li>${words.queue}</li><li>${words.mail(file.email)}</li><li>${words.cancel}</li></ol>
<p><a class="btn btn-primary" href="${localized(locale, `/files/${file.id}`)}">${words.open}</a> <a class="form-back" href="${localized(locale, `/files/${file.id}/receipt.pdf`)}">${formWords[locale].file.receipt}</a></p>`,
  });
}

/** Asks before it is too late, and says until when the documents are kept. */
export function cancelFilePage(
  request: FastifyRequest,
  reply: FastifyReply,
  { procedures, now }: CaseFileDeps,
  file: CaseFile,
  onBehalfOf: string | undefined,
): FastifyReply {
  const { locale } = request;
  const words = formWords[locale].file;
  const procedure = procedures.of(file.procedure);
  const until = keepUntil(procedure.keeping, now(), findOffice(file.officeId)?.timeZone ?? 'UTC');
  return reply.page({
    title: words.cancelTitle,
    section: 'requests',
    main: html`${behalfNote(locale, onBehalfOf)}<h1>${words.cancelTitle}</h1><p class="lead">${procedures.findForm(file.procedure)?.form.title[locale]}</p><p>${words.cancelText(
      formatShortDay(until, locale),
    )}</p>${form(reply, {
      action: `/files/${file.id}/cancellation`,
      content: html`${submitButton(words.cancelYes, 'danger')} <a class="form-back" href="${localized(locale, `/files/${file.id}`)}">${words.cancelNo}</a>`,
    })}`,
  });
}
