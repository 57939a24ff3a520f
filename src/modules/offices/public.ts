export type { Area, Districts, NamedPlace } from './domain/district.ts';
export { findDistricts } from './domain/districts.ts';
export { listMunicipalities, type Municipality } from './domain/municipality.ts';
export { findOffice, listOffices, listOfficesFor, networkSource } from './domain/network.ts';
export type { Notice } from './domain/notice.ts';
export type { Office, OpeningHours } from './domain/office.ts';
export { type OfficeRank, officeRanks, rankNames } from './domain/rank.ts';
export {
  type ChoiceReason,
  officesFor,
  type Residence,
  type ResponsibleOffice,
} from './domain/responsible-office.ts';
export { type CountryChoice, listCountries, searchCountries } from './domain/search-countries.ts';
export { listAreas, type PlaceChoice, searchPlaces } from './domain/search-places.ts';
export { publishNotice, readNotices } from './use-cases/notices.ts';
export { noticeList } from './web/notice-list.ts';
export { officeRoutes } from './web/routes.ts';
