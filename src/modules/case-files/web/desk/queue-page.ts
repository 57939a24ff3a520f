import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { formatShortDay } from '#kernel/moment.ts';
import type { Office } from '#modules/offices/public.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { officialOf } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { referenceOf } from '../../domain/case-file.ts';
import { type ProcedureId, procedureOf } from '../../domain/procedures.ts';
import { daysLeft, dueOn } from '../../domain/terms.ts';
import { titleOf } from '../../letters/titles.ts';
import type { QueueLine } from '../../use-cases/handle-case-file.ts';
import { queueTopic } from '../../use-cases/topics.ts';
import { momentAt, notice, stateBadge } from '../pieces.ts';
import { caseFileWords } from '../words/words.ts';
import { queuePath } from './handling.ts';

export interface QueuePage {
  readonly office: Office;
  readonly lines: readonly QueueLine[];
  readonly now: Temporal.Instant;
  readonly done?: string | undefined;
  readonly warning?: string | undefined;
}

/** Days before the end of a term from which it is marked. */
const near = 5;

/** What an office has to do: the next file in one press, then everything by who has it. */
export function queuePage(request: FastifyRequest, reply: FastifyReply, page: QueuePage): FastifyReply {
  const { locale } = request;
  const words = caseFileWords[locale].desk;
  const { office, lines } = page;
  const me = officialOf(request).officialId;
  const queue = lines.filter((each) => each.state === 'submitted');
  const mine = lines.filter((each) => each.takenBy === me);
  const others = lines.filter((each) => each.state !== 'submitted' && each.takenBy !== me);
  const title = `${words.title}: ${office.city[locale]}`;
  const part = (heading: string, some: readonly QueueLine[]) =>
    html`<h2>${heading}</h2>${some.length === 0 ? html`<p>${words.nothing}</p>` : table(request, page, some)}`;
  return reply.page({
    title,
    section: 'desk',
    status: page.warning === undefined ? 200 : 409,
    scripts: ['live-list'],
    breadcrumb: [{ label: words.desk, path: '/desk' }, { label: title }],
    main: html`${notice(page.done)}${notice(page.warning, 'warning')}<h1>${title}</h1>
${form(reply, {
  action: `${queuePath(office.id)}/assignments`,
  class: 'form',
  content: html`<p>${words.nextHint}</p>${submitButton(words.next)}`,
})}
<live-list topics="${queueTopic(office.id)}"><div id="live"><p class="day-counts">${words.counts(queue.length, mine.length)}</p>
${part(words.mine, mine)}${part(words.queue, queue)}${part(words.colleagues, others)}</div></live-list>
<p><a href="${localized(locale, `${queuePath(office.id)}/saved-replies`)}">${words.replies}</a></p>`,
  });
}

function table({ locale }: FastifyRequest, { office, now }: QueuePage, lines: readonly QueueLine[]): Html {
  const words = caseFileWords[locale].desk;
  const today = dayAt(now, office.timeZone);
  return html`<table class="stacked"><thead><tr><th scope="col">${words.about}</th><th scope="col">${words.who}</th><th scope="col">${words.arrived}</th><th scope="col">${words.due}</th><th scope="col">${words.state}</th></tr></thead><tbody>${lines.map(
    (line) => {
      const procedure = procedureOf(line.procedure as ProcedureId);
      const due = dueOn(procedure.term, line, now, office.timeZone);
      const left = daysLeft(due, today);
      return html`<tr><td data-label="${words.about}"><a href="${localized(locale, `${queuePath(office.id)}/${line.id}`)}">${titleOf(procedure, line, locale)}</a><br><code>${referenceOf(line.id)}</code></td>
<td data-label="${words.who}">${line.personName ?? html`${line.email} <span class="detail">(${words.withoutAccount})</span>`}</td>
<td data-label="${words.arrived}">${momentAt(line.submittedAt, line, locale)}</td>
<td data-label="${words.due}">${formatShortDay(due, locale)}<br>${left <= near ? html`<strong class="due-near">${words.daysLeft(left)}</strong>` : html`<span class="detail">${words.daysLeft(left)}</span>`}</td>
<td data-label="${words.state}">${stateBadge(line.state, locale)}</td></tr>`;
    },
  )}</tbody></table>`;
}
