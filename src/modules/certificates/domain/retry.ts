/** After how many minutes a step that broke off is tried again. */
const pauses = [1, 2, 5, 15, 60, 240] as const;

export function nextTryAfter(tries: number, at: Temporal.Instant): Temporal.Instant {
  const minutes = pauses[Math.min(tries, pauses.length) - 1] ?? 1;
  return at.add({ minutes });
}

/** A certificate that could not be issued for so long is given up, and money goes back: nobody waits for ever. */
const patience = { hours: 3 * 24 } as const;

export function isHopeless(since: Temporal.Instant, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(since.add(patience), at) <= 0;
}
