export { type FeeId, feeFor } from './domain/tariff.ts';
