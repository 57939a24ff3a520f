/** What carries a number that only grows: an older list that somebody puts back has a smaller one. */
interface Numbered {
  readonly number: number;
}

/** Where a device remembers the highest number that it has seen. */
export interface Memory {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}

/** The highest number that this device has seen; nothing where it remembers nothing. */
export function highestSeen(memory: Memory | undefined, name: string): number | undefined {
  try {
    const seen = Number(memory?.getItem(name) ?? Number.NaN);
    return Number.isSafeInteger(seen) && seen > 0 ? seen : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a number, if it is the highest; answers whether the device could. */
export function remember(memory: Memory | undefined, name: string, number: number): boolean {
  if (memory === undefined || !Number.isSafeInteger(number)) return false;
  try {
    if (number > (highestSeen(memory, name) ?? 0)) memory.setItem(name, String(number));
    return true;
  } catch {
    // Forbidden, or full.
    return false;
  }
}

/**
 * Of what has arrived and what the device has kept, the newest: something on the way may hand out an older copy without
 * anybody meaning harm.
 */
export function newestOf<List extends Numbered>(lists: readonly (List | undefined)[]): List | undefined {
  return lists
    .filter((each) => each !== undefined)
    .reduce<List | undefined>(
      (best, each) => (best === undefined || each.number > best.number ? each : best),
      undefined,
    );
}

/** Whether a list is older than one that this device has seen before (rollback). */
export function isPutBack(list: Numbered, seen: number | undefined): boolean {
  return seen !== undefined && !(list.number >= seen);
}
