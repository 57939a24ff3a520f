import type { FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { formatShortDay } from '#kernel/moment.ts';
import type { Office } from '#modules/offices/public.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { protocolText } from '../../../domain/case-file.ts';
import { type DeskLine, nearDays } from '../../../use-cases/see-desk.ts';
import { stateBadge } from '../../pieces.ts';
import { filesDeskWords } from '../../words/files-desk.ts';
import { filesPath } from './paths.ts';

export interface LinesTable {
  readonly office: Office;
  readonly lines: readonly DeskLine[];
  readonly closed: boolean;
  /** The ids that are ticked; without it the table has no boxes to tick. */
  readonly picked?: string;
}

export const protocolOf = ({ protocolYear: year, protocolNumber: number }: DeskLine) =>
  protocolText({ year, number });

/** Files as lines: number, person, how long ago, by when, with whom. */
export function linesTable({ locale }: FastifyRequest, { office, lines, closed, picked }: LinesTable): Html {
  const words = filesDeskWords[locale];
  const ticked = new Set((picked ?? '').split(','));
  return html`<table class="stacked files"><thead><tr>${picked !== undefined && html`<th scope="col"><span class="visually-hidden">${words.selected}</span></th>`}<th scope="col">${words.protocol}</th><th scope="col">${words.who}</th><th scope="col">${words.sent}</th><th scope="col">${closed ? words.closedOn : words.by}</th><th scope="col">${words.state}</th></tr></thead><tbody>${lines.map(
    (line) => {
      const number = protocolOf(line);
      return html`<tr>${
        picked !== undefined &&
        html`<td class="pick"><label class="pick-label"><input type="checkbox" name="ids" value="${line.id}"${ticked.has(line.id) && html` checked`}><span class="visually-hidden">${words.select(number)}</span></label></td>`
      }<td data-label="${words.protocol}"><a class="file-link" href="${localized(locale, `${filesPath(office.id)}/${line.id}`)}">${number}</a><br><span class="detail">${line.title[locale]}</span></td>
<td data-label="${words.who}">${line.personName}</td>
<td data-label="${words.sent}">${formatShortDay(dayAt(line.submittedAt, office.timeZone), locale)}<br><span class="detail">${words.age(line.age)}</span></td>
<td data-label="${closed ? words.closedOn : words.by}">${closed ? closedOn(line, office, locale) : due(line, locale)}</td>
<td data-label="${words.state}">${stateBadge(line.state, locale)}${line.clerk !== undefined && html`<br><span class="detail">${line.clerk}</span>`}</td></tr>`;
    },
  )}</tbody></table>`;
}

function closedOn({ closedAt }: DeskLine, { timeZone }: Office, locale: FastifyRequest['locale']): string {
  return closedAt === null ? '' : formatShortDay(dayAt(closedAt, timeZone), locale);
}

/** By when, and why: said in words, the colour only beside them. */
export function due({ by }: Pick<DeskLine, 'by'>, locale: FastifyRequest['locale']): Html {
  const words = filesDeskWords[locale];
  if (by === undefined) return html`<span class="detail">${words.noTerm}</span>`;
  const left = words.left(by.left);
  return html`${formatShortDay(by.day, locale)} <span class="detail">(${by.why === 'term' ? words.byTerm : words.byUsual})</span><br>${
    by.left <= nearDays
      ? html`<strong class="due-near">${left}</strong>`
      : html`<span class="detail">${left}</span>`
  }`;
}
