export { type FeeStatus, feeStatuses } from './domain/fee.ts';
export { type Fee, type FeeId, feeFor, feeHistory, feeIds, type TariffArticle } from './domain/tariff.ts';
