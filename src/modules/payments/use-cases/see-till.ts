import type { CivilDate } from '#kernel/civil-date.ts';
import type { Deps } from '#platform/deps.ts';
import type { DayClosing } from '../domain/closing.ts';
import { type DaySums, sumsOf } from '../domain/day-sums.ts';
import { isReceiptId, type Receipt } from '../domain/receipt.ts';
import { findClosing, listClosings, listOpenDays } from '../store/closings.ts';
import { findReceipt, listByAppointment, listReceipts } from '../store/receipts.ts';
import { type AtTheTill, todayOf } from './at-the-till.ts';

export interface TillDay {
  readonly day: CivilDate;
  readonly receipts: readonly Receipt[];
  readonly sums: DaySums;
  readonly closing: DayClosing | undefined;
  /** Earlier days with receipts that nobody has closed. */
  readonly openDays: readonly CivilDate[];
}

type Seeing = Pick<AtTheTill, 'as' | 'officeId'>;

/** A day at the till: its receipts, their sums, and whether it is closed. */
export function seeTillDay(deps: Deps, { as, officeId }: Seeing, day: CivilDate): Promise<TillDay> {
  return deps.db.transaction(as, async (tx) => {
    const receipts = await listReceipts(tx, officeId, day);
    return {
      day,
      receipts,
      sums: sumsOf(receipts),
      closing: await findClosing(tx, officeId, day),
      openDays: await listOpenDays(tx, officeId, todayOf(deps, officeId)),
    };
  });
}

export async function seeReceipt(
  deps: Deps,
  { as, officeId }: Seeing,
  id: string,
): Promise<Receipt | undefined> {
  if (!isReceiptId(id)) return undefined;
  return deps.db.transaction(as, (tx) => findReceipt(tx, officeId, id));
}

/** Who has paid: the receipts that stand, by the appointment that they are for. */
export async function seeFeesTaken(
  deps: Deps,
  { as, officeId }: Seeing,
  appointmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Receipt[]>> {
  const receipts = await deps.db.transaction(as, (tx) => listByAppointment(tx, officeId, appointmentIds));
  const standing = receipts.filter((receipt) => receipt.state !== 'void');
  return Map.groupBy(standing, (receipt) => receipt.appointmentId ?? '');
}

/** The last closings of an office. */
export function seeClosings(deps: Deps, { as, officeId }: Seeing): Promise<DayClosing[]> {
  return deps.db.transaction(as, (tx) => listClosings(tx, officeId, 100));
}
