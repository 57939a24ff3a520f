import { type CivilDate, civilDate, plainDate } from '#kernel/civil-date.ts';
import { type Dated, inForceOn } from '#kernel/in-force.ts';

/**
 * How many months certificates of the registry are valid (CE-5). Art. 41 DPR 445/2000 gives certificates six months
 * where nothing else is laid down; for the registry's it is laid down.
 */
const months: readonly Dated<number>[] = [
  { from: civilDate('1989-06-23'), value: 3, source: 'DPR 30 maggio 1989, n. 223, art. 33' },
];

/** The last day on which a certificate issued on a day is valid. */
export function validUntil(issuedOn: CivilDate): CivilDate {
  const { value } = inForceOn(months, issuedOn);
  return plainDate(issuedOn).add({ months: value }).toString() as CivilDate;
}
