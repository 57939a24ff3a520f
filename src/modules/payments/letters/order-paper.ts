import { join } from 'node:path';
import { formatMoment } from '#kernel/moment.ts';
import { formatEuro } from '#kernel/money.ts';
import { feeFor } from '#modules/tariff/public.ts';
import type { Paper } from '#platform/pdf/render-pdf.ts';
import { moneyDay } from '../domain/money-day.ts';
import type { OrderView } from '../domain/order-view.ts';
import { onlineWords } from '../web/words/online.ts';

const template = join(import.meta.dirname, 'receipt.typ');

/** The receipt of what was paid online (attestazione di pagamento); only of a paid order. */
export function orderPaper({ order, notices, stamp, refunds }: OrderView): Paper | undefined {
  const notice = notices.find(
    (each) =>
      each.state === 'paid' &&
      !refunds.some((refund) => refund.why === 'paid_twice' && refund.number === each.number),
  );
  if (order.paidAt === null || notice === undefined) return undefined;
  const { locale, payer } = order;
  const words = onlineWords[locale];
  const { page, paper } = words;
  const fee = feeFor(order.feeId, moneyDay(order.createdAt));
  const amount = formatEuro(order.amount, locale);
  const isBack = order.state === 'refund_due' || order.state === 'refunded';
  const number = notice.noticeNumber ?? '';
  return {
    template,
    lang: locale,
    title: paper.title,
    sender: words.to[order.kind],
    note: paper.note(number),
    at: order.paidAt,
    data: {
      title: paper.title,
      invalid: isBack ? paper.refunded : null,
      facts: [
        {
          label: page.payer,
          lines: [`${payer.givenName} ${payer.familyName}`, payer.taxCode ?? ''].filter(Boolean),
        },
        { label: page.paidAt, lines: [formatMoment(order.paidAt, 'Europe/Rome', locale)] },
        { label: page.notice, lines: [number] },
        { label: page.provider, lines: [notice.paymentProvider ?? ''] },
        {
          label: stamp === undefined ? page.reference : page.iubd,
          lines: [stamp?.iubd ?? notice.receiptReference ?? ''],
        },
        ...(order.documentHash === null ? [] : [{ label: page.document, lines: [order.documentHash] }]),
      ],
      head: [paper.fee, paper.quantity, paper.unit, paper.amount],
      rows: [[`${fee.title[locale]} (${fee.source})`, '1', amount, amount]],
      totalLabel: paper.total,
      total: amount,
      closing: [],
    },
  };
}
