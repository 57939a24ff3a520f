import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import { formatDay } from '#kernel/moment.ts';
import { formatEuro } from '#kernel/money.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { moneyDay } from '../../domain/money-day.ts';
import type { PaymentOrder } from '../../domain/order.ts';
import { isPayable } from '../../domain/order-lifecycle.ts';
import { type Receipt, receiptNumberOf } from '../../domain/receipt.ts';
import { seeOwnOrders } from '../../use-cases/see-orders.ts';
import { onlineWords } from '../words/online.ts';
import { paymentWords } from '../words/words.ts';
import { orderBadge } from './payment-page.ts';

function lines(locale: Locale, orders: readonly PaymentOrder[]): Html {
  const words = onlineWords[locale];
  return html`<ul class="card-list">${orders.map((order) => {
    const day = formatDay(moneyDay(order.paidAt ?? order.createdAt), locale);
    return html`<li class="card-line"><h3><a href="${localized(locale, `/payments/${order.id}`)}">${words.kinds[order.kind]}, ${formatEuro(order.amount, locale)}</a></h3><p>${orderBadge(order.state, locale)} ${day}</p></li>`;
  })}</ul>`;
}

/** Everything that a person has paid or is to pay. */
export function ownPaymentsPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { orders, receipts }: { orders: readonly PaymentOrder[]; receipts: readonly Receipt[] },
): FastifyReply {
  const { locale } = request;
  const words = onlineWords[locale];
  return reply.page({
    title: words.title,
    section: 'payments',
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<h2>${words.online}</h2>${orders.length === 0 ? html`<p>${words.none}</p>` : lines(locale, orders)}
<p><a class="btn btn-outline-primary" href="${localized(locale, '/payments/contributions/new')}">${words.contributionLink}</a></p>
<h2>${words.counter}</h2><p>${words.counterHint}</p>${
      receipts.length === 0
        ? html`<p>${words.noneAtCounter}</p>`
        : html`<ul class="card-list">${receipts.map((receipt) => {
            const office = findOffice(receipt.officeId)?.name[locale] ?? receipt.officeId;
            const path = localized(locale, `/payments/counter-receipts/${receipt.id}/receipt.pdf`);
            return html`<li class="card-line"><h3><a href="${path}">${words.receiptNumber(receiptNumberOf(receipt), office)} (PDF)</a></h3><p><span class="state state-${receipt.state.replaceAll('_', '-')}">${paymentWords[locale].states[receipt.state]}</span> ${formatDay(receipt.day, locale)}, ${formatEuro(receipt.total, locale)}</p></li>`;
          })}</ul>`
    }`,
  });
}

/** What a person's own page shows of payments: what is to pay, and the way to all. */
export function openPayments(deps: Deps): (request: FastifyRequest) => Promise<Html> {
  return async (request) => {
    const { locale } = request;
    const words = onlineWords[locale];
    const open = (await seeOwnOrders(deps, citizenOf(request).accountId)).filter(({ state }) =>
      isPayable(state),
    );
    return html`<section aria-labelledby="payments-title"><h2 id="payments-title">${words.sectionTitle}</h2>${
      open.length === 0 ? html`<p>${words.sectionNone}</p>` : lines(locale, open.slice(0, 5))
    }<ul class="link-list"><li><a href="${localized(locale, '/payments')}">${words.all}</a></li></ul></section>`;
  };
}
