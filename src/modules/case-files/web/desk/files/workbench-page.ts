import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatShortDay } from '#kernel/moment.ts';
import { municipalityOfOffice } from '#kernel/municipal-office.ts';
import { problemSummary } from '#platform/web/form/fields.ts';
import { form } from '#platform/web/form/form.ts';
import { officialOf } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import { protocolText } from '../../../domain/case-file.ts';
import { holders, isOpen } from '../../../domain/case-file-lifecycle.ts';
import { thread, timeline } from '../../file-page.ts';
import { momentAt, notice, stateBadge } from '../../pieces.ts';
import { readingsList } from '../../readings.ts';
import { filesDeskWords } from '../../words/files-desk.ts';
import { dataOf, documentsPane } from './file-data.ts';
import { obstaclesNotice, whatHappened } from './file-notices.ts';
import { filesPath } from './paths.ts';
import type { Workbench } from './workbench.ts';
import { checklistPart, decisionPart, takePart } from './workbench-forms.ts';

/** The clerk’s workbench: the documents beside the data, the checklist, the decision, the next file. */
export function workbenchPage(request: FastifyRequest, reply: FastifyReply, bench: Workbench): FastifyReply {
  const { locale } = request;
  const words = filesDeskWords[locale];
  const { view, office, writing } = bench;
  const { file } = view;
  const base = filesPath(office.id);
  const path = `${base}/${file.id}`;
  const number = file.protocol === null ? '' : protocolText(file.protocol);
  const problems = [
    ...(writing.problem === undefined ? [] : [{ name: 'text', text: writing.problem }]),
    ...writing.uploadProblems.map((text) => ({ name: 'files', text })),
  ];
  const refusedNow = bench.warning !== undefined || bench.obstacles !== undefined;
  const works = file.takenBy === officialOf(request).officialId && file.state === 'in_progress';
  return reply.page({
    title: `${number} ${file.personName ?? ''}`,
    section: 'desk',
    status: problems.length > 0 ? 422 : refusedNow ? 409 : 200,
    hasProblems: problems.length > 0 || refusedNow,
    scripts: ['upload-field'],
    breadcrumb: [{ label: words.desk, path: '/desk' }, { label: words.title, path: base }, { label: number }],
    main: html`${notice(bench.done)}${notice(bench.warning, 'warning')}${whatHappened(request, bench)}${obstaclesNotice(request, bench)}${problemSummary(webWords[locale].problems.summaryTitle, problems)}
<div class="bench-head"><h1>${file.personName} <span class="bench-number">${number}</span></h1>${form(reply, {
      action: `${base}/assignments`,
      class: 'inline-form',
      content: html`<button type="submit" class="btn ${isOpen(file.state) && works ? 'btn-outline-primary' : 'btn-primary'}" accesskey="n">${words.actions.nextFile}</button> <a class="btn btn-outline-primary" accesskey="l" href="${localized(locale, base)}">${words.actions.list}</a>`,
    })}</div>
${head(request, bench)}${places(request)}
<div class="workbench"><div class="bench-work">${form(reply, {
      action: `${path}/messages`,
      key: writing.key,
      files: true,
      class: 'form bench-form',
      content: html`<input type="hidden" name="version" value="${file.version}">${dataOf(request, bench, works)}${checklistPart(request, bench, works)}${decisionPart(request, bench, works)}`,
    })}${takePart(request, reply, bench)}
<section aria-labelledby="thread-title"><h2 id="thread-title">${words.thread}</h2>${view.messages.length === 0 ? html`<p>${words.noThread}</p>` : thread(request, view, { kind: 'desk' }, 'office')}</section>
<details class="timeline"><summary>${words.timeline}</summary>${timeline(request, view)}</details>
<details class="timeline"><summary>${words.readings}</summary>${readingsList(request, view)}</details>
${legend(request)}</div>${documentsPane(request, bench)}</div>`,
  });
}

function head({ locale }: FastifyRequest, { view, clerks }: Workbench): Html {
  const words = filesDeskWords[locale];
  const { file, days, due, usual, position } = view;
  const holder = clerks.find(({ id }) => id === file.takenBy);
  const taken = file.takenBy === null ? words.nobody : (holder?.name ?? words.gone);
  const passed = holders
    .filter((each) => days[each] > 0)
    .map((each) => `${days[each]} ${words.holders[each]}`);
  return html`<dl class="bench-facts">
<div><dt>${words.procedure}</dt><dd>${view.procedure.form.title[locale]}</dd></div>
<div><dt>${words.state}</dt><dd>${stateBadge(file.state, locale)}${position !== undefined && html` ${words.positions(position)}`}</dd></div>
<div><dt>${words.sent}</dt><dd>${momentAt(file.submittedAt, file, locale)}${view.sentAt.length > 1 && html` (${words.sentTimes(view.sentAt.length)})`}</dd></div>
<div><dt>${words.clerk}</dt><dd>${taken}</dd></div>
${passed.length > 0 && html`<div><dt>${words.times}</dt><dd>${passed.join(', ')}</dd></div>`}
${due !== undefined && html`<div><dt>${words.by}</dt><dd>${formatShortDay(due, locale)} (${words.byTerm})</dd></div>`}
${due === undefined && usual !== undefined && html`<div><dt>${words.byUsual}</dt><dd>${usual.from}–${usual.until}</dd></div>`}
${file.municipalityId !== null && html`<div><dt>${words.municipalityOf}</dt><dd>${municipalityOfOffice(file.municipalityId)}</dd></div>`}
</dl>`;
}

/** The way to each part of a long page; the keys lead there, too. */
function places({ locale }: FastifyRequest): Html {
  const words = filesDeskWords[locale];
  const parts = [
    ['documents', 'd', words.documents],
    ['checks', 'g', words.checklist],
    ['decide', 't', words.decide],
    ['thread-title', 'm', words.thread],
  ] as const;
  return html`<nav class="bench-places" aria-label="${words.places}"><ul>${parts.map(
    ([id, key, label]) => html`<li><a href="#${id}" accesskey="${key}">${label}</a></li>`,
  )}</ul></nav>`;
}

/** The keys, for everybody to see; they are the browser’s own, so that nothing has to run. */
function legend({ locale }: FastifyRequest): Html {
  const words = filesDeskWords[locale];
  return html`<details class="shortcuts"><summary>${words.shortcuts}</summary><p>${words.shortcutsHint}</p><dl>${Object.entries(
    words.keys,
  ).map(
    ([key, what]) => html`<div><dt><kbd>${key.toUpperCase()}</kbd></dt><dd>${what}</dd></div>`,
  )}</dl></details>`;
}
