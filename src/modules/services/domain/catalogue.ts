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
import { registryCertificates } from './catalogue/registry-certificates.ts';
import { renunciation } from './catalogue/renunciation.ts';
import { selfCertification } from './catalogue/self-certification.ts';
import { yourData } from './catalogue/your-data.ts';
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
/** The national services that everybody does here without any office (OF-6). */
const national: readonly Service[] = [registryCertificates, yourData, selfCertification];
const byId = new Map([...catalogue, ...national].map((service) => [service.id, service]));

export function findService(id: string): Service | undefined {
  return byId.get(id);
}

/** What offices do. */
export function listServices(): readonly Service[] {
  return catalogue;
}

/** What offices do, and what is done here without one. */
export function listAllServices(): readonly Service[] {
  return [...catalogue, ...national];
}

/** The services for which places are booked in an agenda. */
export function listBookableServices(): readonly Service[] {
  return catalogue.filter(({ booking }) => booking.kind === 'appointment');
}
