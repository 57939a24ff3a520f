export { findService, listAllServices, listBookableServices, listServices } from './domain/catalogue.ts';
export { type MissingEntry, missingEntry } from './domain/entry.ts';
export type { AbsenceRule, Offer } from './domain/offer.ts';
export type { Question } from './domain/question.ts';
export { mostPeopleOf, type Service } from './domain/service.ts';
export { findOffer, listOffers, saveOffer } from './store/offers.ts';
export { decideOffer } from './use-cases/offers.ts';
export { seeMissingEntry } from './use-cases/see-entry.ts';
export { serviceRoutes } from './web/routes.ts';
