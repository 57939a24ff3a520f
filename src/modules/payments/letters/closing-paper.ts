import { join } from 'node:path';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatDay, formatMoment } from '#kernel/moment.ts';
import { type Cents, formatEuro } from '#kernel/money.ts';
import type { Office } from '#modules/offices/public.ts';
import type { Paper } from '#platform/pdf/render-pdf.ts';
import type { DayClosing } from '../domain/closing.ts';
import type { DaySums } from '../domain/day-sums.ts';
import { type Receipt, receiptNumberOf } from '../domain/receipt.ts';
import { clerkCode, feeName } from '../web/fee-names.ts';
import { paymentWords } from '../web/words/words.ts';

const template = join(import.meta.dirname, 'closing.typ');

/** A closed day with all that belongs to it. */
export interface ClosedDay {
  readonly day: CivilDate;
  readonly receipts: readonly Receipt[];
  readonly sums: DaySums;
  readonly closing: DayClosing;
}

/** The day's closing on paper, to be signed and filed: sums, then every receipt. */
export function closingPaper(till: ClosedDay, office: Office, locale: Locale): Paper {
  const words = paymentWords[locale];
  const { closing, sums, day } = till;
  const title = words.close.paper(formatDay(day, locale));
  const euros = (amount: Cents) => formatEuro(amount, locale);
  const difference = (closing.terminal - closing.total) as Cents;
  return {
    template,
    lang: locale,
    title,
    sender: office.name[locale],
    at: closing.closedAt,
    data: {
      title,
      facts: [
        { label: words.close.closedAt, lines: [formatMoment(closing.closedAt, office.timeZone, locale)] },
        { label: words.receipt.clerk, lines: [clerkCode(closing.closedBy)] },
        { label: words.close.receipts, lines: [String(closing.receipts)] },
        { label: words.close.voided, lines: [String(closing.voided)] },
        { label: words.close.sum, lines: [euros(closing.total)] },
        { label: words.close.terminal, lines: [euros(closing.terminal)] },
        {
          label: words.close.difference,
          lines:
            closing.differenceReason === null
              ? [words.close.noDifference]
              : [euros(difference), closing.differenceReason],
        },
      ],
      tables: [
        {
          title: words.till.sums,
          head: [words.till.fee, words.till.quantity, words.till.amount],
          rows: sums.byFee.map((sum) => [
            feeName(sum.feeId, day, locale),
            String(sum.quantity),
            euros(sum.amount),
          ]),
        },
        {
          title: words.till.sumsMeans,
          head: [words.till.means, words.till.amount],
          rows: sums.byMeans.map((sum) => [words.means[sum.means], euros(sum.amount)]),
        },
        {
          title: words.till.receipts,
          head: [words.till.number, words.till.state, words.till.total],
          rows: till.receipts.map((receipt) => [
            `${receiptNumberOf(receipt)}, ${receipt.payerName}`,
            words.states[receipt.state],
            euros(receipt.total),
          ]),
        },
      ].filter((part) => part.rows.length > 0),
      signature: words.close.signature,
    },
  };
}
