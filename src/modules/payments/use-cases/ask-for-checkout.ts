import { feeFor } from '#modules/tariff/public.ts';
import type { Pagopa, ReturnUrls } from '#platform/pagopa/pagopa.ts';
import { moneyDay } from '../domain/money-day.ts';
import type { Notice, PaymentOrder } from '../domain/order.ts';
import type { PaymentDeps } from './payment-deps.ts';

/** Taxonomy of the contribution in pagoPA's list of services (tassonomia, Ministero dell'Interno). */
const contributionCategory = '9/0101108TS/';

/** Asks pagoPA for a checkout: a stamp of e.bollo, or a cart with our own notice. */
export async function askForCheckout(
  { publicUrl }: Pick<PaymentDeps, 'publicUrl'>,
  pagopa: Pagopa,
  order: PaymentOrder,
  notice: Notice,
): Promise<{ readonly url: string; readonly noticeNumber: string }> {
  const { payer } = order;
  const back = (how: string) => `${publicUrl}/${order.locale}/payments/${order.id}/return/${how}`;
  const returns: ReturnUrls = { ok: back('ok'), cancel: back('cancel'), error: back('error') };
  if (order.kind === 'stamp_duty') {
    const { checkoutUrl, noticeNumber } = await pagopa.orderStamp({
      givenName: payer.givenName,
      familyName: payer.familyName,
      fiscalCode: payer.taxCode ?? '',
      email: payer.email ?? '',
      amountCents: order.amount,
      province: payer.province,
      documentHash: order.documentHash ?? '',
      returns,
    });
    return { url: checkoutUrl, noticeNumber };
  }
  const noticeNumber = notice.noticeNumber ?? '';
  const description = feeFor(order.feeId, moneyDay(order.createdAt)).title.it;
  await pagopa.publishPosition({
    iupd: order.id,
    noticeNumber,
    amountCents: order.amount,
    description,
    debtor: {
      // pagoPA's word for a debtor without an Italian tax code.
      fiscalCode: payer.taxCode ?? 'ANONIMO',
      fullName: `${payer.givenName} ${payer.familyName}`,
      email: payer.email,
    },
    dueAt: order.payableUntil,
    category: contributionCategory,
  });
  const url = await pagopa.openCart({
    email: payer.email,
    noticeNumber,
    amountCents: order.amount,
    description,
    returns,
  });
  return { url, noticeNumber };
}
