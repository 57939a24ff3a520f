import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatShortDay } from '#kernel/moment.ts';
import { documentList } from '#modules/documents/public.ts';
import type { MunicipalOffice } from '#modules/offices/public.ts';
import { problemSummary } from '#platform/web/form/fields.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import { protocolText } from '../../domain/case-file.ts';
import { municipalReasonWords } from '../../letters/municipal-reasons.ts';
import { paperWords } from '../../letters/words/papers.ts';
import type { MunicipalView } from '../../use-cases/see-municipal-file.ts';
import { caseFileTopic } from '../../use-cases/topics.ts';
import { answerText, municipalitiesIn } from '../answer-text.ts';
import { momentAt, notice, officeName, stateBadge } from '../pieces.ts';
import { municipalityWords } from '../words/municipality.ts';
import { caseFileWords } from '../words/words.ts';
import { municipalFilePath, municipalFilesPath } from './at-desk.ts';
import { comparedPeople } from './compared-people.ts';
import { type Deciding, decisionForms, writingForm } from './decision-forms.ts';

export interface FilePage {
  readonly office: MunicipalOffice;
  readonly found: MunicipalView;
  /** Whose turn it is, and for how long. */
  readonly owner: string | undefined;
  readonly deciding: Deciding;
  readonly done: string | undefined;
  readonly warning: string | undefined;
}

const door = { kind: 'desk' } as const;

/** A file at the municipality: data beside the registry, documents, the decision, what the desks wrote, the history. */
export async function filePage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: FilePage,
): Promise<FastifyReply> {
  const { locale } = request;
  const words = municipalityWords[locale];
  const { found, office, deciding } = page;
  const { view } = found;
  const title = `${view.procedure.form.title[locale]}: ${view.file.personName ?? ''}`;
  const problems = Object.entries(deciding.problems).map(([name, text]) => ({ name, text }));
  return reply.page({
    title,
    section: 'desk',
    status: problems.length > 0 ? 422 : page.warning === undefined ? 200 : 409,
    hasProblems: problems.length > 0 || page.warning !== undefined,
    scripts: ['live-list'],
    breadcrumb: [
      { label: words.desk, path: '/desk' },
      { label: words.title, path: municipalFilesPath(office.id) },
      { label: title },
    ],
    main: html`${notice(page.done)}${notice(page.warning, 'warning')}${problemSummary(webWords[locale].problems.summaryTitle, problems)}
<h1>${title}</h1>
<live-list topics="${caseFileTopic(view.file.id)}"><div id="live">${page.owner !== undefined && html`<p class="next-step"><strong>${page.owner}</strong></p>`}${facts(request, found)}</div></live-list>
<div class="beside-decision"><div>${await comparedPeople(request, office, found)}
<section aria-labelledby="documents-title"><h2 id="documents-title">${words.documents}</h2><p><a href="${localized(locale, `${municipalFilePath(office.id, found.view.file.id)}/communication.pdf`)}">${paperWords[locale].communicationLink}</a></p>${documents(request, found)}</section>
<details class="timeline"><summary>${words.answers}</summary>${await answers(request, found)}</details></div>
<div>${decisionForms(request, reply, office, found, deciding)}
<section aria-labelledby="messages-title"><h2 id="messages-title">${words.messages}</h2>${messages(request, found)}${writingForm(request, reply, office, found, deciding)}</section></div></div>
<details class="timeline"><summary>${words.timeline}</summary>${timeline(request, found)}</details>`,
  });
}

function facts({ locale }: FastifyRequest, { view, stage, officers }: MunicipalView): Html {
  const words = municipalityWords[locale];
  const { file } = view;
  const officer = stage.officerId === null ? undefined : officers.get(stage.officerId)?.name;
  const moment = (at: Temporal.Instant) => momentAt(at, { officeId: stage.municipalityId }, locale);
  return html`<dl class="summary">
<div><dt>${words.protocol}</dt><dd><code>${file.protocol === null ? '–' : protocolText(file.protocol)}</code></dd></div>
<div><dt>${words.columns.sender}</dt><dd>${officeName(file.officeId, locale)}</dd></div>
<div><dt>${words.sent}</dt><dd>${moment(stage.sentAt)}${stage.reminded > 0 && stage.decision === null && html`<br><strong class="due-near">${words.reminded(stage.reminded)}</strong>`}</dd></div>
<div><dt>${caseFileWords[locale].file.state}</dt><dd>${stateBadge(file.state, locale)}</dd></div>
<div><dt>${words.columns.officer}</dt><dd>${officer ?? words.nobody}${stage.takenAt !== null && html`<br><span class="detail">${words.takenSince(moment(stage.takenAt))}</span>`}</dd></div>
${stage.decision === null && stage.nextReminderAt !== null && html`<div><dt>${words.nextReminder}</dt><dd>${moment(stage.nextReminderAt)}</dd></div>`}
${
  stage.decision !== null &&
  html`<div><dt>${words.columns.decision}</dt><dd>${words.decisions[stage.decision]}${stage.decision === 'confirmed' && stage.shownAt === null && html`<br><strong class="due-near">${words.notShownYet}</strong>`}</dd></div>`
}
${stage.registeredOn !== null && html`<div><dt>${words.registeredOn}</dt><dd>${formatShortDay(stage.registeredOn, locale)}</dd></div>`}
${stage.act !== null && html`<div><dt>${words.act}</dt><dd>${stage.act}</dd></div>`}
${stage.reasons.length > 0 && html`<div><dt>${words.reasons}</dt><dd><ul>${stage.reasons.map((each) => html`<li>${municipalReasonWords[each][locale]}</li>`)}</ul></dd></div>`}
</dl>`;
}

async function answers({ locale }: FastifyRequest, { view }: MunicipalView): Promise<Html[]> {
  const words = municipalityWords[locale];
  const names = await municipalitiesIn(view.content, locale);
  return view.content.map(
    ({ section, entries }) =>
      html`<h3>${section.title[locale]}</h3>${entries.map(
        ({ called, answers: given }, index) =>
          html`${section.repeats !== undefined && html`<h4>${words.entry(section.repeats.one[locale], index + 1)}${called !== '' && `: ${called}`}</h4>`}<dl class="summary">${given.map(
            ({ question, answer }) =>
              html`<div><dt>${question.label[locale]}</dt><dd>${answer === '' ? words.noAnswer : answerText(question, answer, locale, names)}</dd></div>`,
          )}</dl>`,
      )}`,
  );
}

function documents(request: FastifyRequest, { view }: MunicipalView): Html {
  const { locale } = request;
  const words = municipalityWords[locale];
  return html`${view.documents.map(
    ({ asked, files }) =>
      html`<h3>${asked.document.title[locale]}</h3>${files.length === 0 ? html`<p>${words.noDocument}</p>` : documentList(request, files, door)}`,
  )}${view.otherDocuments.length > 0 && html`<h3>${words.otherDocuments}</h3>${documentList(request, view.otherDocuments, door)}`}`;
}

function messages(request: FastifyRequest, { view }: MunicipalView): Html {
  const { locale } = request;
  const { file: words } = caseFileWords[locale];
  const by = { person: words.person, office: words.theOffice, municipality: words.theMunicipality };
  if (view.messages.length === 0) return html`<p>${municipalityWords[locale].noMessages}</p>`;
  return html`<ol class="thread">${view.messages.map(
    (message) =>
      html`<li class="message message-${message.author}"><p class="message-by"><strong>${by[message.author]}</strong> <span class="detail">${momentAt(message.at, { officeId: '' }, locale)}</span></p>${message.kind !== 'message' && html`<p class="message-kind">${words.kinds[message.kind]}</p>`}<p class="typed">${message.text}</p>${documentList(request, message.documents, door)}</li>`,
  )}</ol>`;
}

function timeline({ locale }: FastifyRequest, { view }: MunicipalView): Html {
  const words = caseFileWords[locale];
  return html`<ol class="timeline-list">${view.timeline.map(
    (event) =>
      html`<li>${words.events[event.type] ?? event.type} <span class="detail">${momentAt(event.at, { officeId: '' }, locale)}, ${words.file.actors[event.actor]}</span></li>`,
  )}</ol>`;
}
