export { type FeeId, feeFor, feeIds } from './domain/tariff.ts';
