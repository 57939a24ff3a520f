import type { FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { formatShortDay } from '#kernel/moment.ts';
import type { Office } from '#modules/offices/public.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { Clerk } from '../../../use-cases/hand-over.ts';
import { ageSteps, countedUpTo, type DeskGlance } from '../../../use-cases/see-desk.ts';
import { filesDeskWords } from '../../words/files-desk.ts';
import { filesPath } from './paths.ts';

/** How old the queue is, and who has how much: each number leads to its list. */
export function glance(
  request: FastifyRequest,
  { office, desk, clerks }: { office: Office; desk: DeskGlance; clerks: readonly Clerk[] },
): Html {
  const { locale } = request;
  const words = filesDeskWords[locale];
  const path = localized(locale, filesPath(office.id));
  const number = (count: number) => (count >= countedUpTo ? words.more : String(count));
  const link = (count: number, query: string) =>
    count === 0 ? html`0` : html`<a href="${path}?${query}">${number(count)}</a>`;
  return html`<section aria-labelledby="glance-title"><h2 id="glance-title">${words.glance}</h2>
<h3>${words.ages}</h3><dl class="summary"><div><dt>${words.tabs.queue}</dt><dd>${link(desk.counts.queue, 'tab=queue')}</dd></div>${ageSteps.map(
    (days) =>
      html`<div><dt>${words.agesOver(days)}</dt><dd>${link(desk.olderThan[days], `tab=queue&older=${days}`)}</dd></div>`,
  )}</dl>
<h3>${words.workload}</h3><table class="stacked"><thead><tr><th scope="col">${words.clerk}</th><th scope="col">${words.inProgress}</th><th scope="col">${words.waiting}</th><th scope="col">${words.municipality}</th><th scope="col">${words.oldest}</th></tr></thead><tbody>${desk.workload.map(
    (each) => {
      const away = clerks.find(({ id }) => id === each.officialId)?.away;
      const of = (tab: string) => `tab=${tab}&clerk=${each.officialId}`;
      return html`<tr><td data-label="${words.clerk}">${each.name}${
        !each.here
          ? html`<br><strong class="due-near">${words.gone}</strong>`
          : away !== undefined &&
            html`<br><span class="detail">${words.away(formatShortDay(away.until, locale))}</span>`
      }</td><td data-label="${words.inProgress}">${link(each.inProgress, of('in_hand'))}</td><td data-label="${words.waiting}">${link(each.waiting, of('waiting'))}</td><td data-label="${words.municipality}">${link(each.municipality, of('municipality'))}</td><td data-label="${words.oldest}">${each.oldest === undefined ? '' : formatShortDay(dayAt(each.oldest, office.timeZone), locale)}</td></tr>`;
    },
  )}</tbody></table></section>`;
}
