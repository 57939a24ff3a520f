import { createHash } from 'node:crypto';
import type { AtTheTill } from './use-cases/at-the-till.ts';
import type { StampOrdering } from './use-cases/place-order.ts';
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
