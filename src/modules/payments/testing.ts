import type { AtTheTill } from './use-cases/at-the-till.ts';
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
