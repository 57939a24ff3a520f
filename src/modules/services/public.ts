export { bookingSubject } from './domain/booking-subject.ts';
export { findService, listBookableServices, listServices, searchServices } from './domain/catalogue.ts';
export { categoryNames } from './domain/category.ts';
export type { Offer } from './domain/offer.ts';
export type { Choice, Question } from './domain/question.ts';
export { type ServiceSection, serviceSections } from './domain/section.ts';
export {
  type Audience,
  audiences,
  type Booking,
  type Cost,
  type LegalTerm,
  type RequiredDocument,
  type Service,
  type ServiceCategory,
  serviceCategories,
  type ToBeConfirmed,
  toBeConfirmed,
} from './domain/service.ts';
export { findOffer, listOffers, saveOffer } from './store/offers.ts';
export { decideOffer } from './use-cases/offers.ts';
export { serviceRoutes } from './web/routes.ts';
