/** How long pagoPA is asked about an open notice, and how often: densely at first, because somebody waits. */
const rhythm = [
  { until: { minutes: 15 }, every: { seconds: 30 } },
  { until: { hours: 24 }, every: { minutes: 5 } },
  { until: { hours: 72 }, every: { hours: 1 } },
  { until: { hours: 30 * 24 }, every: { hours: 6 } },
] as const;

/** When pagoPA is asked next about a notice; nothing once a payment cannot come any more. */
export function nextCheckOf(openedAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | null {
  const age = now.epochMilliseconds - openedAt.epochMilliseconds;
  const step = rhythm.find(({ until }) => age < openedAt.add(until).since(openedAt).total('milliseconds'));
  return step === undefined ? null : now.add(step.every);
}

/** A checkout that was opened so short a time ago is gone on with instead of opening another. */
export const checkoutLasts = { minutes: 15 } as const;

/** An opening that has not ended after so long has been broken off. */
export const openingLasts = { seconds: 40 } as const;

/** How long an order can be paid, where nothing else is said. */
export const orderLasts = { hours: 24 } as const;
