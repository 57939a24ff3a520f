import type { CivilDate } from '#kernel/civil-date.ts';
import { plainDate } from '#kernel/civil-date.ts';

/** Years for which the proof of a payment is kept (art. 2220 codice civile). */
export const yearsOfProof = 10;

/** The last day on which a receipt is kept (termine di conservazione). */
export function keptUntil(day: CivilDate): CivilDate {
  return plainDate(day).add({ years: yearsOfProof }).toString() as CivilDate;
}

/** The first day whose proofs are still kept. */
export function keptSince(today: CivilDate): CivilDate {
  return plainDate(today).subtract({ years: yearsOfProof }).toString() as CivilDate;
}
