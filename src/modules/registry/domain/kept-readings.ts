/**
 * For so long it is kept who has read a record (registro degli accessi, RG-5): the time in which damages for an unlawful
 * reading can be claimed (art. 2947 codice civile) and an offence sanctioned (art. 28 L. 689/1981). Whoever answers for the
 * data must be able to show until then how they were used (GDPR art. 5(2)), and not longer (art. 5(1)(e)).
 */
export const readingsKept = Temporal.Duration.from({ years: 5 });

/** Readings before this instant are erased. */
export function readingsKeptSince(now: Temporal.Instant): Temporal.Instant {
  return now.toZonedDateTimeISO('Europe/Rome').subtract(readingsKept).toInstant();
}
