import type { Text } from '#kernel/locale.ts';
import { findMunicipalOffice } from './municipal-office.ts';
import { findOffice } from './network.ts';

/** Where officials work: a post of the consular network, or the registry office of a municipality. */
export interface Seat {
  readonly id: string;
  readonly name: Text;
  readonly timeZone: string;
}

export async function findSeat(officeId: string): Promise<Seat | undefined> {
  return findOffice(officeId) ?? findMunicipalOffice(officeId);
}
