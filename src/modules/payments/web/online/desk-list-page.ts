import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CivilDate } from '#kernel/civil-date.ts';
import { formatDay, formatMoment } from '#kernel/moment.ts';
import { formatEuro } from '#kernel/money.ts';
import { selectField, textField } from '#platform/web/form/fields.ts';
import { submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { LedgerDay } from '../../domain/ledger.ts';
import type { PaymentOrder } from '../../domain/order.ts';
import { type DeskFilter, deskFilters } from '../../use-cases/see-orders.ts';
import { onlineWords } from '../words/online.ts';
import { paymentWords } from '../words/words.ts';
import { orderBadge } from './payment-page.ts';

export interface DeskList {
  readonly filter: DeskFilter;
  readonly notice: string | undefined;
  readonly day: CivilDate;
  readonly orders: readonly PaymentOrder[];
  readonly movements: LedgerDay;
}

/** The orders that an official sees, and what the ledger says of a day. */
export function deskListPage(request: FastifyRequest, reply: FastifyReply, list: DeskList): FastifyReply {
  const { locale } = request;
  const words = onlineWords[locale].desk;
  return reply.page({
    title: words.title,
    section: 'desk',
    breadcrumb: [{ label: paymentWords[locale].desk, path: '/desk' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<form method="get" action="${localized(locale, '/desk/payments')}" class="form">${textField({
      name: 'notice',
      label: words.search,
      hint: words.searchHint,
      value: list.notice,
      inputmode: 'numeric',
      width: 'medium',
    })}${selectField({
      name: 'filter',
      label: words.show,
      value: list.filter,
      choices: deskFilters.map((each) => ({ value: each, label: words.filters[each] })),
    })}${textField({ name: 'day', label: words.dayLabel, type: 'date', value: list.day, width: 'medium' })}${submitButton(words.submit)}</form>
${list.orders.length === 0 ? html`<p>${words.empty}</p>` : table(request, list.orders)}
${movements(request, list)}`,
  });
}

function table(request: FastifyRequest, orders: readonly PaymentOrder[]): Html {
  const { locale } = request;
  const words = onlineWords[locale];
  const { desk } = words;
  return html`<table class="stacked"><thead><tr><th scope="col">${desk.when}</th><th scope="col">${desk.payer}</th><th scope="col">${desk.kind}</th><th scope="col" class="amount">${desk.amount}</th><th scope="col">${desk.state}</th></tr></thead>
<tbody>${orders.map(
    (order) =>
      html`<tr><td data-label="${desk.when}"><a href="${localized(locale, `/desk/payments/${order.id}`)}">${formatMoment(order.createdAt, 'Europe/Rome', locale)}</a></td><td data-label="${desk.payer}">${order.payer.givenName} ${order.payer.familyName}</td><td data-label="${desk.kind}">${words.kinds[order.kind]}</td><td data-label="${desk.amount}" class="amount">${formatEuro(order.amount, locale)}</td><td data-label="${desk.state}">${orderBadge(order.state, locale)}</td></tr>`,
  )}</tbody></table>`;
}

function movements(request: FastifyRequest, { day, movements: sums }: DeskList): Html {
  const { locale } = request;
  const words = onlineWords[locale].desk;
  const rows = [
    [words.received, sums.received],
    [words.earned, sums.earned],
    [words.refundEntered, sums.refundEntered],
    [words.refundPaid, sums.refundPaid],
  ] as const;
  return html`<h2>${words.day(formatDay(day, locale))}</h2><p>${words.payments(sums.payments)}</p>
<table><thead><tr><th scope="col">${words.movement}</th><th scope="col" class="amount">${words.amount}</th></tr></thead><tbody>${rows.map(
    ([label, amount]) =>
      html`<tr><th scope="row">${label}</th><td class="amount">${formatEuro(amount, locale)}</td></tr>`,
  )}</tbody></table>`;
}
