import { aireRegistration } from './catalogue/aire-registration.ts';
import { benefitOfLaw } from './catalogue/benefit-of-law.ts';
import { changeOfAddress } from './catalogue/change-of-address.ts';
import { changeOfName } from './catalogue/change-of-name.ts';
import { citizenshipDescent } from './catalogue/citizenship-descent.ts';
import { citizenshipMarriage } from './catalogue/citizenship-marriage.ts';
import { civilStatus } from './catalogue/civil-status.ts';
import { directDescendants } from './catalogue/direct-descendants.ts';
import { drivingLicence } from './catalogue/driving-licence.ts';
import { identityCard } from './catalogue/identity-card.ts';
import { notarialActs } from './catalogue/notarial-acts.ts';
import { passport } from './catalogue/passport.ts';
import { reacquisition } from './catalogue/reacquisition.ts';
import { renunciation } from './catalogue/renunciation.ts';
import type { Service } from './service.ts';

/** The services in the order in which pages list them. */
const catalogue: readonly Service[] = [
  passport,
  identityCard,
  aireRegistration,
  changeOfAddress,
  citizenshipDescent,
  directDescendants,
  citizenshipMarriage,
  benefitOfLaw,
  reacquisition,
  renunciation,
  civilStatus,
  changeOfName,
  notarialActs,
  drivingLicence,
];
const byId = new Map(catalogue.map((service) => [service.id, service]));

export function findService(id: string): Service | undefined {
  return byId.get(id);
}

export function listServices(): readonly Service[] {
  return catalogue;
}

/** The services for which places are booked in an agenda. */
export function listBookableServices(): readonly Service[] {
  return catalogue.filter(({ booking }) => booking.kind === 'appointment');
}
