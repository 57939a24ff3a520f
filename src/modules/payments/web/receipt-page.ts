import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatDay, formatMoment } from '#kernel/moment.ts';
import { formatEuro } from '#kernel/money.ts';
import { problemSummary, textArea } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import { type Receipt, receiptNumberOf } from '../domain/receipt.ts';
import { receiptLifecycle } from '../domain/receipt-lifecycle.ts';
import { clerkCode, feeName } from './fee-names.ts';
import { officeOf, tillOf, tillPath } from './till-request.ts';
import { paymentWords } from './words/words.ts';

export interface ReceiptPage {
  readonly receipt: Receipt;
  /** Whether it can still be voided: on its own day, while the day is open. */
  readonly dayIsOpen: boolean;
  readonly done?: string | undefined;
  readonly problem?: string | undefined;
  readonly reason?: { readonly typed: string; readonly problem: string };
}

/** A receipt: what was paid, the paper, and the way to void it. */
export function receiptPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { receipt, dayIsOpen, done, problem, reason }: ReceiptPage,
): FastifyReply {
  const { locale } = request;
  const words = paymentWords[locale].receipt;
  const office = officeOf(request);
  const number = receiptNumberOf(receipt);
  const base = `/desk/offices/${office.id}/receipts`;
  const day = tillPath(office.id, receipt.day);
  return reply.page({
    title: words.title(number),
    section: 'desk',
    status: reason !== undefined ? 422 : problem !== undefined ? 409 : 200,
    hasProblems: problem !== undefined || reason !== undefined,
    breadcrumb: [
      { label: paymentWords[locale].desk, path: '/desk' },
      { label: paymentWords[locale].till.title(formatDay(receipt.day, locale)), path: day },
      { label: words.title(number) },
    ],
    main: html`${done && html`<div class="notice notice-success" role="status"><p>${done}</p></div>`}
${problem && html`<div class="notice notice-warning" role="alert"><p>${problem}</p></div>`}
${reason && problemSummary(webWords[locale].problems.summaryTitle, [{ name: 'reason', text: reason.problem }])}
<h1>${words.title(number)}</h1>
<p class="actions"><a class="btn btn-primary" href="${localized(locale, `${base}/${receipt.id}/receipt.pdf`)}">${words.pdf}</a> <a class="btn btn-outline-primary" href="${localized(locale, `${base}/new`)}">${words.another}</a> <a class="form-back" href="${localized(locale, day)}">${words.toDay}</a></p>
<dl class="summary">
<div><dt>${words.state}</dt><dd>${receiptBadge(request, receipt)}</dd></div>
<div><dt>${words.payer}</dt><dd>${receipt.payerName}</dd></div>
<div><dt>${words.when}</dt><dd>${formatMoment(receipt.issuedAt, office.timeZone, locale)}</dd></div>
<div><dt>${words.means}</dt><dd>${paymentWords[locale].means[receipt.means]}</dd></div>
<div><dt>${words.reference}</dt><dd><code>${receipt.terminalReference}</code></dd></div>
<div><dt>${words.clerk}</dt><dd><code>${clerkCode(receipt.issuedBy)}</code></dd></div></dl>
<table><thead><tr><th scope="col">${words.fee}</th><th scope="col" class="amount">${words.quantity}</th><th scope="col" class="amount">${words.amount}</th></tr></thead>
<tbody>${receipt.lines.map(
      (line) =>
        html`<tr><td>${feeName(line.feeId, receipt.day, locale)}</td><td class="amount">${line.quantity} × ${formatEuro(line.unit, locale)}</td><td class="amount">${formatEuro(line.amount, locale)}</td></tr>`,
    )}</tbody>
<tfoot><tr><th scope="row" colspan="2">${words.total}</th><td class="amount">${formatEuro(receipt.total, locale)}</td></tr></tfoot></table>
${voiding(request, reply, { receipt, dayIsOpen, reason })}`,
  });
}

export function receiptBadge(request: FastifyRequest, receipt: Receipt): Html {
  return html`<span class="state state-${receipt.state.replaceAll('_', '-')}">${paymentWords[request.locale].states[receipt.state]}</span>`;
}

function voiding(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    receipt,
    dayIsOpen,
    reason,
  }: Pick<ReceiptPage, 'receipt' | 'dayIsOpen'> & { reason: ReceiptPage['reason'] | undefined },
): Html | false {
  const words = paymentWords[request.locale].receipt;
  const base = `/desk/offices/${receipt.officeId}/receipts/${receipt.id}`;
  if (receipt.state === 'void') return html`<p>${words.voidReason(receipt.voidReason ?? '')}</p>`;
  if (!dayIsOpen) return false;
  if (receiptLifecycle.allows(receipt.state, 'request_void')) {
    return html`<details${reason !== undefined && html` open`}><summary>${words.void}</summary><p>${words.voidLead}</p>${form(
      reply,
      {
        action: `${base}/void-requests`,
        content: html`${textArea({
          name: 'reason',
          label: words.reason,
          hint: words.reasonHint,
          value: reason?.typed,
          problem: reason?.problem,
        })}${submitButton(words.request, 'danger')}`,
      },
    )}</details>`;
  }
  const asked = html`<p>${words.requestedReason(receipt.voidReason ?? '')}</p>`;
  if (receipt.voidRequestedBy === tillOf(request).actor.id) return html`${asked}<p>${words.waiting}</p>`;
  return html`${asked}<p>${words.approveHint}</p><div class="actions">${form(reply, {
    action: `${base}/voiding`,
    class: 'inline-form',
    content: submitButton(words.approve, 'danger'),
  })}${form(reply, {
    action: `${base}/void-refusal`,
    class: 'inline-form',
    content: submitButton(words.refuse, 'secondary'),
  })}</div>`;
}
