/** Hours before an appointment at which its owner is reminded. */
const reminderHours = [72, 24];

/** When the next reminder is due after a moment, or nothing when all are past. */
export function nextReminder(startsAt: Temporal.Instant, after: Temporal.Instant): Temporal.Instant | null {
  const due = reminderHours
    .map((hours) => startsAt.subtract({ hours }))
    .filter((instant) => Temporal.Instant.compare(instant, after) > 0);
  return due[0] ?? null;
}

/**
 * When a freed place becomes public again: after 1 to 30 minutes drawn by chance (0 ≤ chance < 1), so that nobody gains
 * by watching.
 */
export function publicAgainAt(now: Temporal.Instant, chance: number): Temporal.Instant {
  return now.add({ milliseconds: 60_000 + Math.floor(chance * 29 * 60_000) });
}

/** How long a place is held: the service's time, but never past the moment from which it could not be booked. */
export function heldUntil(
  now: Temporal.Instant,
  holdMinutes: number,
  startsAt: Temporal.Instant,
): Temporal.Instant {
  const wished = now.add({ minutes: holdMinutes });
  return Temporal.Instant.compare(wished, startsAt) < 0 ? wished : startsAt;
}
