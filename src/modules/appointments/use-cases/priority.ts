import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { isAppointmentId } from '../domain/appointment.ts';
import { givesPriority, type OfficeChange } from '../domain/office-change.ts';
import { findChange, lockChange, savePriorityUsed } from '../store/office-changes.ts';

interface Wish {
  readonly officeId: string;
  readonly serviceId: string;
  readonly accountId: string;
  readonly priorityId?: string;
}

/** The change whose priority a booking uses, locked; nothing where there is none, or it is used up or over. */
export async function findPriority(
  tx: Tx,
  wish: Wish,
  now: Temporal.Instant,
): Promise<OfficeChange | undefined> {
  if (wish.priorityId === undefined || !isAppointmentId(wish.priorityId)) return undefined;
  const change = await lockChange(tx, wish.officeId, wish.priorityId);
  return change !== undefined && givesPriority(change, wish, now) ? change : undefined;
}

export async function usePriority(
  tx: Tx,
  officeId: string,
  change: OfficeChange,
  now: Temporal.Instant,
): Promise<void> {
  await savePriorityUsed(tx, officeId, change.id, now);
}

/** Whether a citizen may choose with priority now, for the pages. */
export async function seePriority(deps: Deps, wish: Wish): Promise<OfficeChange | undefined> {
  const { priorityId, accountId, officeId } = wish;
  if (priorityId === undefined || !isAppointmentId(priorityId)) return undefined;
  return deps.db.transaction({ kind: 'citizen', accountId }, async (tx) => {
    const change = await findChange(tx, officeId, priorityId);
    return change !== undefined && givesPriority(change, wish, deps.now()) ? change : undefined;
  });
}
