import type { FastifyReply, FastifyRequest } from 'fastify';
import { addDays, type CivilDate } from '#kernel/civil-date.ts';
import { formatDay, formatMoment, formatTime } from '#kernel/moment.ts';
import { formatEuro } from '#kernel/money.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { receiptNumberOf } from '../domain/receipt.ts';
import { tillTopicOf } from '../use-cases/at-the-till.ts';
import type { TillDay } from '../use-cases/see-till.ts';
import { feeName } from './fee-names.ts';
import { receiptBadge } from './receipt-page.ts';
import { officeOf, tillPath } from './till-request.ts';
import { paymentWords } from './words/words.ts';

/** The till of a day: receipts, sums, closing. */
export function tillPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { till, today, done }: { till: TillDay; today: CivilDate; done?: string | undefined },
): FastifyReply {
  const { locale } = request;
  const words = paymentWords[locale].till;
  const office = officeOf(request);
  const { day, closing, openDays } = till;
  const href = (path: string) => localized(locale, path);
  const title = words.title(formatDay(day, locale));
  const turn = (to: CivilDate, label: string) =>
    html`<a href="${href(tillPath(office.id, to))}">${label}</a>`;
  return reply.page({
    title,
    section: 'desk',
    scripts: ['live-list'],
    breadcrumb: [{ label: paymentWords[locale].desk, path: '/desk' }, { label: title }],
    main: html`<h1>${title}</h1><p class="lead">${words.lead(office.name[locale])}</p>
${done && html`<div class="notice notice-success" role="status"><p>${done}</p></div>`}
<nav class="day-turn" aria-label="${title}">${turn(addDays(day, -1), words.previous)} ${turn(today, words.today)} ${turn(addDays(day, 1), words.next)}</nav>
${
  openDays.length > 0 &&
  html`<div class="notice notice-warning"><h2>${words.openDays}</h2><ul>${openDays.map((each) => html`<li>${turn(each, formatDay(each, locale))}</li>`)}</ul></div>`
}
${day === today && closing === undefined && html`<p><a class="btn btn-primary" href="${href(`/desk/offices/${office.id}/receipts/new`)}">${words.take}</a></p>`}
<live-list topics="${tillTopicOf(office.id)}"><div id="live">
${till.receipts.length === 0 ? html`<p>${words.empty}</p>` : content(request, till)}
${closingPart(request, till, today)}
</div></live-list>`,
  });
}

function content(request: FastifyRequest, till: TillDay): Html {
  const { locale } = request;
  const words = paymentWords[locale].till;
  const office = officeOf(request);
  const { sums, day } = till;
  return html`<p class="day-counts">${words.counts(sums.receipts, sums.voided)}</p>
<h2>${words.receipts}</h2><table class="stacked"><thead><tr><th scope="col">${words.number}</th><th scope="col">${words.time}</th><th scope="col">${words.payer}</th><th scope="col">${words.fees}</th><th scope="col" class="amount">${words.total}</th><th scope="col">${words.state}</th></tr></thead>
<tbody>${till.receipts.map((receipt) => {
    const path = localized(locale, `/desk/offices/${office.id}/receipts/${receipt.id}`);
    return html`<tr><td data-label="${words.number}"><a href="${path}">${receiptNumberOf(receipt)}</a></td><td data-label="${words.time}">${formatTime(receipt.issuedAt, office.timeZone, locale)}</td><td data-label="${words.payer}">${receipt.payerName}</td><td data-label="${words.fees}">${receipt.lines.map(
      (line, index) => html`${index > 0 && html`<br>`}${line.quantity} × ${feeName(line.feeId, day, locale)}`,
    )}</td><td data-label="${words.total}" class="amount">${formatEuro(receipt.total, locale)}</td><td data-label="${words.state}">${receiptBadge(request, receipt)}</td></tr>`;
  })}</tbody></table>
<h2>${words.sums}</h2><table><thead><tr><th scope="col">${words.fee}</th><th scope="col" class="amount">${words.quantity}</th><th scope="col" class="amount">${words.amount}</th></tr></thead>
<tbody>${sums.byFee.map((sum) => html`<tr><td>${feeName(sum.feeId, day, locale)}</td><td class="amount">${sum.quantity}</td><td class="amount">${formatEuro(sum.amount, locale)}</td></tr>`)}</tbody>
<tfoot><tr><th scope="row" colspan="2">${words.total}</th><td class="amount">${formatEuro(sums.total, locale)}</td></tr></tfoot></table>
<h2>${words.sumsMeans}</h2><table><thead><tr><th scope="col">${words.means}</th><th scope="col" class="amount">${words.amount}</th></tr></thead>
<tbody>${sums.byMeans.map((sum) => html`<tr><td>${paymentWords[locale].means[sum.means]}</td><td class="amount">${formatEuro(sum.amount, locale)}</td></tr>`)}</tbody></table>`;
}

function closingPart(request: FastifyRequest, { closing, day }: TillDay, today: CivilDate): Html | false {
  const { locale } = request;
  const words = paymentWords[locale];
  const office = officeOf(request);
  const path = localized(locale, tillPath(office.id, day));
  if (closing === undefined) {
    return (
      day <= today &&
      html`<p><a class="btn btn-outline-primary" href="${path}/closing">${words.till.close}</a></p>`
    );
  }
  const moment = formatMoment(closing.closedAt, office.timeZone, locale);
  return html`<section class="summary" aria-labelledby="closing-title"><h2 id="closing-title">${words.till.closing}</h2><p>${words.till.closed(moment)}</p><dl>
<div><dt>${words.close.sum}</dt><dd>${formatEuro(closing.total, locale)}</dd></div>
<div><dt>${words.close.terminal}</dt><dd>${formatEuro(closing.terminal, locale)}</dd></div>
${closing.differenceReason !== null && html`<div><dt>${words.close.reason}</dt><dd>${closing.differenceReason}</dd></div>`}</dl>
<p><a class="btn btn-primary" href="${path}/closing.pdf">${words.till.closingPdf}</a></p></section>`;
}
