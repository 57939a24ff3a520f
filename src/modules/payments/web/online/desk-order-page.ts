import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatDay, formatMoment } from '#kernel/moment.ts';
import { formatEuro } from '#kernel/money.ts';
import { problemSummary, textArea, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { webWords } from '#platform/web/words/words.ts';
import { isDoubtful, type Refund } from '../../domain/order.ts';
import { orderLifecycle } from '../../domain/order-lifecycle.ts';
import type { OrderView } from '../../domain/order-view.ts';
import { onlineWords } from '../words/online.ts';
import { paymentWords } from '../words/words.ts';
import { orderBadge } from './payment-page.ts';

export interface DeskOrderPage {
  readonly view: OrderView;
  readonly done?: string | undefined;
  readonly problem?: string;
  /** The field in error, with what was typed into it. */
  readonly fault?: { readonly name: string; readonly text: string };
  readonly typed?: string | undefined;
}

const zone = 'Europe/Rome';

/** An order as officials see it: notices, ledger, refunds. */
export function deskOrderPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: DeskOrderPage,
): FastifyReply {
  const { locale } = request;
  const words = onlineWords[locale];
  const { desk } = words;
  const { view, done, problem, fault } = page;
  const { order } = view;
  const title = desk.detail(`${order.payer.givenName} ${order.payer.familyName}`);
  const waits = order.state === 'paid' && order.continuedAt === null;
  return reply.page({
    title,
    section: 'desk',
    status: fault !== undefined ? 422 : problem !== undefined ? 409 : 200,
    hasProblems: fault !== undefined,
    breadcrumb: [
      { label: paymentWords[locale].desk, path: '/desk' },
      { label: desk.title, path: '/desk/payments' },
      { label: title },
    ],
    main: html`${done && html`<div class="notice notice-success" role="status"><p>${done}</p></div>`}
${problem && html`<div class="notice notice-warning" role="alert"><p>${problem}</p></div>`}
${fault && problemSummary(webWords[locale].problems.summaryTitle, [fault])}
<h1>${title}</h1>
${waits && html`<div class="notice notice-warning"><p>${desk.notContinued}</p></div>`}
<dl class="summary"><div><dt>${desk.state}</dt><dd>${orderBadge(order.state, locale)}</dd></div>
<div><dt>${desk.kind}</dt><dd>${words.kinds[order.kind]}</dd></div>
<div><dt>${desk.amount}</dt><dd>${formatEuro(order.amount, locale)}</dd></div>
<div><dt>${desk.when}</dt><dd>${formatMoment(order.createdAt, zone, locale)}</dd></div>
${order.paidAt && html`<div><dt>${words.page.paidAt}</dt><dd>${formatMoment(order.paidAt, zone, locale)}</dd></div>`}
${order.continuedAt && html`<div><dt>${desk.continued}</dt><dd>${formatMoment(order.continuedAt, zone, locale)}</dd></div>`}
${view.stamp && html`<div><dt>${words.page.iubd}</dt><dd><code>${view.stamp.iubd}</code></dd></div>`}</dl>
${notices(request, view)}${doubtful(request, reply, page)}${ledger(request, view)}${refunds(request, reply, page)}${refundForm(request, reply, page)}`,
  });
}

function notices(request: FastifyRequest, view: OrderView): Html | false {
  const { locale } = request;
  const words = onlineWords[locale];
  const { desk } = words;
  if (view.notices.length === 0) return false;
  return html`<h2>${desk.notices}</h2><table class="stacked"><thead><tr><th scope="col">${words.page.notice}</th><th scope="col">${desk.noticeState}</th><th scope="col">${words.page.reference}</th><th scope="col">${desk.problem}</th></tr></thead>
<tbody>${view.notices.map(
    (notice) =>
      html`<tr><td data-label="${words.page.notice}"><code>${notice.noticeNumber ?? '–'}</code></td><td data-label="${desk.noticeState}">${words.noticeStates[notice.state]}</td><td data-label="${words.page.reference}">${notice.receiptReference ?? '–'}</td><td data-label="${desk.problem}">${notice.problem === null ? '–' : words.noticeProblems[notice.problem]}</td></tr>`,
  )}</tbody></table>`;
}

/** What an official does about a notice of which pagoPA has answered what cannot be. */
function doubtful(
  request: FastifyRequest,
  reply: FastifyReply,
  { view, fault, typed }: DeskOrderPage,
): Html | false {
  const { desk } = onlineWords[request.locale];
  const found = view.notices.filter(isDoubtful);
  if (found.length === 0) return false;
  return html`${found.map(({ number, noticeNumber }) => {
    const id = `reason-${number}`;
    const failed = fault?.name === id ? fault.text : undefined;
    return html`<details${failed !== undefined && html` open`}><summary>${desk.doubtful(noticeNumber ?? '')}</summary><p>${desk.doubtfulLead}</p>${form(
      reply,
      {
        action: `/desk/payments/${view.order.id}/notices/${number}/refund-entries`,
        content: html`${textArea({
          name: 'reason',
          id,
          label: desk.reason,
          value: failed === undefined ? undefined : typed,
          problem: failed,
        })}${submitButton(desk.refundSubmit, 'danger')}`,
      },
    )}</details>`;
  })}`;
}

function ledger(request: FastifyRequest, view: OrderView): Html | false {
  const { locale } = request;
  const words = onlineWords[locale];
  const { desk } = words;
  if (view.lines.length === 0) return false;
  return html`<h2>${desk.ledger}</h2><table class="stacked"><thead><tr><th scope="col">${desk.dayLabel}</th><th scope="col">${desk.movement}</th><th scope="col" class="amount">${desk.amount}</th></tr></thead>
<tbody>${view.lines.map(
    (line) =>
      html`<tr><td data-label="${desk.dayLabel}">${formatDay(line.day, locale)}</td><td data-label="${desk.movement}">${words.ledger[line.what]}</td><td data-label="${desk.amount}" class="amount">${formatEuro(line.amount, locale)}</td></tr>`,
  )}</tbody></table>`;
}

function refunds(
  request: FastifyRequest,
  reply: FastifyReply,
  { view, fault, typed }: DeskOrderPage,
): Html | false {
  const { locale } = request;
  const words = onlineWords[locale];
  if (view.refunds.length === 0) return false;
  const payout = (refund: Refund) => {
    const id = `reference-${refund.number}`;
    const failed = fault?.name === id ? fault.text : undefined;
    return form(reply, {
      action: `/desk/payments/${view.order.id}/refunds/${refund.number}/payout`,
      content: html`${textField({
        name: 'reference',
        id,
        label: words.desk.reference,
        value: failed === undefined ? undefined : typed,
        problem: failed,
        maxlength: 60,
        width: 'medium',
      })}${submitButton(words.desk.payBack)}`,
    });
  };
  return html`<h2>${words.page.refunds}</h2><ul class="card-list">${view.refunds.map(
    (refund) =>
      html`<li class="card-line"><p><strong>${words.refundLine(formatEuro(refund.amount, locale), words.refundState[refund.state])}</strong>${refund.reference && html` (${refund.reference})`}</p><p>${words.refundWhy[refund.why]} ${refund.reason ?? ''}</p>${refund.state === 'due' && payout(refund)}</li>`,
  )}</ul>`;
}

function refundForm(
  request: FastifyRequest,
  reply: FastifyReply,
  { view, fault, typed }: DeskOrderPage,
): Html | false {
  const { desk } = onlineWords[request.locale];
  if (!orderLifecycle.allows(view.order.state, 'enter_refund')) return false;
  const failed = fault?.name === 'reason' ? fault.text : undefined;
  return html`<details${failed !== undefined && html` open`}><summary>${desk.refund}</summary><p>${desk.refundLead}</p>${form(
    reply,
    {
      action: `/desk/payments/${view.order.id}/refund-entries`,
      content: html`${textArea({
        name: 'reason',
        label: desk.reason,
        value: failed === undefined ? undefined : typed,
        problem: failed,
      })}${submitButton(desk.refundSubmit, 'danger')}`,
    },
  )}</details>`;
}
