import { join } from 'node:path';
import { formatMoment } from '#kernel/moment.ts';
import { formatEuro } from '#kernel/money.ts';
import type { Office } from '#modules/offices/public.ts';
import type { Paper } from '#platform/pdf/render-pdf.ts';
import { type Receipt, receiptNumberOf } from '../domain/receipt.ts';
import { clerkCode, feeName } from '../web/fee-names.ts';
import { paymentWords } from '../web/words/words.ts';

const template = join(import.meta.dirname, 'receipt.typ');

/** The receipt that is handed over, in the language in which it was issued; printed again it is the same. */
export function receiptPaper(receipt: Receipt, office: Office): Paper {
  const { locale } = receipt;
  const words = paymentWords[locale].receipt;
  const title = words.title(receiptNumberOf(receipt));
  const moment = formatMoment(receipt.issuedAt, office.timeZone, locale);
  return {
    template,
    lang: locale,
    title,
    sender: office.name[locale],
    note: words.law,
    at: receipt.issuedAt,
    data: {
      title,
      invalid: receipt.state === 'void' ? words.notValid : null,
      facts: [
        { label: words.payer, lines: [receipt.payerName] },
        { label: words.when, lines: [`${moment} (${office.city[locale]})`] },
        { label: words.means, lines: [paymentWords[locale].means[receipt.means]] },
        { label: words.reference, lines: [receipt.terminalReference] },
        { label: words.clerk, lines: [clerkCode(receipt.issuedBy)] },
      ],
      head: [words.fee, words.quantity, words.unit, words.amount],
      rows: receipt.lines.map((line) => [
        feeName(line.feeId, receipt.day, locale),
        String(line.quantity),
        formatEuro(line.unit, locale),
        formatEuro(line.amount, locale),
      ]),
      totalLabel: words.total,
      total: formatEuro(receipt.total, locale),
      closing: [office.address, office.email],
    },
  };
}
