import { createHash } from 'node:crypto';
import type { Deps } from '#platform/deps.ts';
import { noticeNumberOf } from './domain/notice-number.ts';
import { findNotice, insertNotice, insertStamp, takeNoticeSerial } from './store/notices.ts';
import type { AtTheTill } from './use-cases/at-the-till.ts';
import { orderStamp, type StampOrdering } from './use-cases/place-order.ts';
import { recordPayment } from './use-cases/record-payment.ts';
import type { Taking } from './use-cases/take-fees.ts';

/** An official at the till of an office. */
export function aClerk(officeId = 'manchester', id: string = crypto.randomUUID()): AtTheTill {
  return {
    as: { kind: 'official', officialId: id, officeIds: [officeId] },
    actor: { kind: 'official', id },
    officeId,
  };
}

/** Somebody pays for a passport; change what the test is about. */
export function aTaking(change: Partial<Taking> = {}): Taking {
  return {
    payerName: 'Ada Prova',
    fees: [{ feeId: 'passport', quantity: 1 }],
    terminalReference: crypto.randomUUID().slice(0, 8),
    locale: 'it',
    appointmentId: null,
    accountId: null,
    key: crypto.randomUUID(),
    ...change,
  };
}

/** A document's hash, as a stamp is bought for it. */
export function aHash(text = 'certificato di prova'): string {
  return createHash('sha256').update(text).digest('base64');
}

/** Somebody orders a stamp for a document; change what the test is about. */
export function aStampOrder(
  at: Temporal.Instant,
  change: Partial<StampOrdering> = {},
): StampOrdering & { readonly accountId: string } {
  return {
    accountId: crypto.randomUUID(),
    payer: {
      givenName: 'Ada',
      familyName: 'Prova',
      taxCode: 'PRVDAA80A41H501X',
      email: 'ada@persone.example',
      province: 'RM',
    },
    documentHash: aHash(),
    purpose: { kind: 'certificate', id: crypto.randomUUID() },
    returnTo: '/certificates',
    locale: 'it',
    at,
    ...change,
  };
}

/** Somebody has paid for a stamp; answers the order. */
export async function aPaidOrder(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  change: Partial<StampOrdering>,
): Promise<string> {
  const at = now();
  return db.transaction({ kind: 'system', task: 'test' }, async (tx) => {
    const order = await orderStamp(tx, aStampOrder(at, change));
    const key = { orderId: order.id, number: 1 };
    const serial = await takeNoticeSerial(tx);
    await insertNotice(tx, { ...key, noticeNumber: noticeNumberOf('02', serial), openedAt: at });
    const notice = await findNotice(tx, order.id, 1);
    if (notice === undefined) throw new Error('No notice');
    const iubd = `01${String(serial).padStart(12, '0')}`;
    const stamp = {
      iubd,
      boughtAt: at,
      documentHash: order.documentHash ?? aHash(),
      amount: order.amount,
      provider: 'Banca Esempio',
    };
    await insertStamp(tx, key, stamp, '<marcaDaBollo/>');
    const proof = {
      paidAt: at,
      amount: order.amount,
      reference: iubd,
      provider: 'Banca Esempio',
      usable: true,
    };
    await recordPayment(tx, { order, notice, proof, at });
    return order.id;
  });
}
