import { fold } from '#kernel/fold.ts';
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

const searchable = catalogue.map((service) => ({
  service,
  names: [service.title.it, service.title.en, ...service.keywords].map(fold),
  rest: [service.summary.it, service.summary.en].map(fold),
}));

/** Services for typed words, in either language; every word must be found, titles and keywords count before summaries. */
export function searchServices(text: string): Service[] {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const has = (lines: string[]) =>
    words.every((word) => lines.some((line) => ` ${line}`.includes(` ${word}`)));
  const byName = searchable.filter(({ names }) => has(names));
  const byRest = searchable.filter(
    (entry) => !byName.includes(entry) && has([...entry.names, ...entry.rest]),
  );
  return [...byName, ...byRest].map(({ service }) => service);
}
