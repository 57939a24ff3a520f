export { holidayRegionOf } from './domain/holiday-region.ts';
export {
  findMunicipality,
  findMunicipalOffice,
  type MunicipalOffice,
  municipalOfficeId,
} from './domain/municipal-office.ts';
export { municipalityNamed } from './domain/municipality-named.ts';
export { findOffice, listOffices } from './domain/network.ts';
export type { Notice } from './domain/notice.ts';
export type { Office } from './domain/office.ts';
export type { RegistryConnection } from './domain/registry-connection.ts';
export { officesFor } from './domain/responsible-office.ts';
export { findSeat, type Seat } from './domain/seat.ts';
export { publishMunicipalService } from './use-cases/municipal-services.ts';
export { publishNotice, readNotices } from './use-cases/notices.ts';
export { readRegistryConnection } from './use-cases/registry-connection.ts';
export { disconnectedNotice } from './web/disconnected-notice.ts';
export { municipalityContacts } from './web/municipality-contacts.ts';
export { noticeList } from './web/notice-list.ts';
export { administeredOfficeOnly, atOffice, officeParams, servedOfficeOnly } from './web/office-guards.ts';
export { officeRoutes } from './web/routes.ts';
