import { dayAt } from '#kernel/civil-date.ts';
import { endOrder, orderStamp, orderStandingIn, refundEntry } from '#modules/payments/public.ts';
import { certificateZone, type Stamping } from './certificate-deps.ts';

/** Orders that nobody can pay any more without the money going back. */
const ended: readonly string[] = ['given_up', 'expired', 'refund_due', 'refunded'];

/** The stamp duty by the platform's payments: a digital stamp bought on the hash of the rendering. */
export const stampingByPayments: Stamping = {
  order: (tx, { certificateId, ...wanted }) =>
    orderStamp(tx, {
      ...wanted,
      purpose: { kind: 'certificate', id: certificateId },
      returnTo: `/certificates/${certificateId}`,
    }),
  async standing(tx, orderId) {
    const order = await orderStandingIn(tx, orderId);
    if (order === undefined) throw new Error('A certificate without its payment');
    const { state, stamp } = order;
    return {
      ended: ended.includes(state),
      ...(stamp === undefined
        ? {}
        : {
            stamp: { iubd: stamp.iubd, boughtOn: dayAt(stamp.boughtAt, certificateZone), hash: stamp.hash },
          }),
    };
  },
  end: endOrder,
  refund: refundEntry,
};
