import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatMoment } from '#kernel/moment.ts';
import { formatEuro } from '#kernel/money.ts';
import { feeFor } from '#modules/tariff/public.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { moneyDay } from '../../domain/money-day.ts';
import type { Return } from '../../domain/order.ts';
import { isPayable, type OrderState } from '../../domain/order-lifecycle.ts';
import type { OrderView } from '../../domain/order-view.ts';
import { orderTopicOf } from '../../use-cases/payment-deps.ts';
import { onlineWords } from '../words/online.ts';

const zone = 'Europe/Rome';

export interface PaymentPage {
  readonly view: OrderView;
  /** How the browser has just come back. */
  readonly returned?: Return | undefined;
  readonly problem?: string | undefined;
  /** Origins to which the form leads on. */
  readonly checkoutOrigins: readonly string[];
}

/** One payment: what is paid, to whom, why, how it stands, and what to do now. */
export function paymentPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { view, returned, problem, checkoutOrigins }: PaymentPage,
): FastifyReply {
  const { locale } = request;
  const words = onlineWords[locale];
  const { order } = view;
  const title = words.kinds[order.kind];
  leadTo(reply, checkoutOrigins);
  return reply.page({
    title,
    section: 'payments',
    status: problem === undefined ? 200 : 409,
    scripts: ['live-list'],
    breadcrumb: [{ label: words.title, path: '/payments' }, { label: title }],
    main: html`<h1>${title}</h1>
${problem && html`<div class="notice notice-warning" role="alert"><p>${problem}</p></div>`}
<live-list topics="${orderTopicOf(order.id)}"><div id="live">
${standing(request, view, returned)}
${facts(request, view)}
${actions(request, reply, view)}
${refunds(request, view)}
</div></live-list>`,
  });
}

/** Browsers hold a form to this site, also where it is led on: pagoPA's checkout is one more place it may lead to. */
function leadTo(reply: FastifyReply, origins: readonly string[]): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  reply.header(
    'content-security-policy',
    policy.replace("form-action 'self'", `form-action 'self' ${origins.join(' ')}`.trim()),
  );
}

const tone: Record<OrderState, string> = {
  created: '',
  cart_opened: '',
  cancelled: 'notice-warning',
  failed: 'notice-warning',
  given_up: '',
  expired: 'notice-warning',
  paid: 'notice-success',
  refund_due: 'notice-warning',
  refunded: '',
};

export function orderBadge(state: OrderState, locale: 'it' | 'en'): Html {
  return html`<span class="state state-pay-${state.replaceAll('_', '-')}">${onlineWords[locale].states[state]}</span>`;
}

function standing(request: FastifyRequest, { order }: OrderView, returned: Return | undefined): Html {
  const { locale } = request;
  const words = onlineWords[locale];
  // The word of the browser is told only where nothing better is known.
  const told = returned !== undefined && order.state === 'cart_opened' ? words.back[returned] : undefined;
  return html`<div class="notice ${tone[order.state]}" role="status"><p>${orderBadge(order.state, locale)}</p><p>${told && html`${told} `}${words.next[order.state]}</p></div>`;
}

function facts(request: FastifyRequest, { order, notices, stamp }: OrderView): Html {
  const { locale } = request;
  const words = onlineWords[locale];
  const { page } = words;
  const fee = feeFor(order.feeId, moneyDay(order.createdAt));
  const paid = notices.find((each) => each.state === 'paid');
  const number = (paid ?? notices.at(-1))?.noticeNumber;
  const line = (label: string, value: Html | string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<dl class="summary">
${line(page.what, words.what[order.kind])}
${line(page.to, words.to[order.kind])}
${line(words.law, fee.source)}
${line(page.amount, html`<strong>${formatEuro(order.amount, locale)}</strong>`)}
${line(page.payer, `${order.payer.givenName} ${order.payer.familyName}`)}
${isPayable(order.state) && line(page.until, formatMoment(order.payableUntil, zone, locale))}
${order.paidAt && line(page.paidAt, formatMoment(order.paidAt, zone, locale))}
${number && line(page.notice, html`<code>${number}</code>`)}
${paid?.paymentProvider && line(page.provider, paid.paymentProvider)}
${stamp && line(page.iubd, html`<code>${stamp.iubd}</code>`)}
${order.documentHash && line(page.document, html`<code class="long-code">${order.documentHash}</code><br>${page.documentHint}`)}
</dl>`;
}

function actions(request: FastifyRequest, reply: FastifyReply, { order, stamp }: OrderView): Html {
  const { locale } = request;
  const words = onlineWords[locale];
  const { page } = words;
  const base = `/payments/${order.id}`;
  const href = (path: string) => localized(locale, path);
  if (isPayable(order.state)) {
    const waiting = order.state === 'cart_opened';
    return html`${
      waiting && html`<p><a class="btn btn-primary" href="${href(base)}">${page.look}</a></p>`
    }${form(reply, {
      action: `${base}/checkouts`,
      content: html`<p>${page.leave} ${page.fee}</p>${submitButton(order.state === 'created' ? page.pay : page.again, waiting ? 'secondary' : 'primary')}`,
    })}
<details><summary>${page.giveUp}</summary><p>${page.giveUpLead}</p>${form(reply, {
      action: `${base}/cancellation`,
      content: submitButton(page.giveUpSubmit, 'danger'),
    })}</details>`;
  }
  const hasReceipt = order.paidAt !== null;
  return html`<p class="actions">${
    order.state === 'paid' &&
    order.returnTo !== '/payments' &&
    html`<a class="btn btn-primary" href="${href(order.returnTo)}">${page.goOn}</a> `
  }${hasReceipt && html`<a class="btn btn-outline-primary" href="${href(`${base}/receipt.pdf`)}">${page.receipt}</a> `}${
    stamp && html`<a class="form-back" href="${href(`${base}/stamp.xml`)}">${page.stampXml}</a>`
  }</p>`;
}

function refunds(request: FastifyRequest, view: OrderView): Html | false {
  const { locale } = request;
  const words = onlineWords[locale];
  if (view.refunds.length === 0) return false;
  return html`<h2>${words.page.refunds}</h2><ul class="card-list">${view.refunds.map(
    (refund) =>
      html`<li class="card-line"><p><strong>${words.refundLine(formatEuro(refund.amount, locale), words.refundState[refund.state])}</strong></p><p>${words.refundWhy[refund.why]}</p></li>`,
  )}</ul>`;
}
