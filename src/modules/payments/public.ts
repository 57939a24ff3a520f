export type { Receipt } from './domain/receipt.ts';
export { receiptNumberOf } from './domain/receipt.ts';
export { type ClosedForAccount, closeForAccount } from './use-cases/close-for-account.ts';
export { seeFeesTaken } from './use-cases/see-till.ts';
export { takeFees } from './use-cases/take-fees.ts';
export { quantityField, readFees, takingProblem } from './web/fees-form.ts';
export { receiptPath } from './web/receipts.ts';
export { paymentRoutes } from './web/routes.ts';
export { takeFeesPage } from './web/take-fees-page.ts';
