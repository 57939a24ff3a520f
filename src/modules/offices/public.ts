export { holidayRegionOf } from './domain/holiday-region.ts';
export { findOffice, listOffices } from './domain/network.ts';
export type { Notice } from './domain/notice.ts';
export type { Office } from './domain/office.ts';
export { officesFor } from './domain/responsible-office.ts';
export { publishNotice, readNotices } from './use-cases/notices.ts';
export { noticeList } from './web/notice-list.ts';
export { administeredOfficeOnly, atOffice, officeParams, servedOfficeOnly } from './web/office-guards.ts';
export { officeRoutes } from './web/routes.ts';
