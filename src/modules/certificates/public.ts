export type { SealedDocument } from './domain/verification.ts';
export type { SealedDeps } from './use-cases/sealed-deps.ts';
export { verifyApi } from './web/verify-api.ts';
export { verifyRoutes } from './web/verify-routes.ts';
