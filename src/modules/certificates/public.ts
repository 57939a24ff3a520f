export type { SealedDocument } from './domain/verification.ts';
export { closeProofsForAccount } from './use-cases/own-proofs.ts';
export type { SealedDeps } from './use-cases/sealed-deps.ts';
export { sealedJobs } from './use-cases/sealed-jobs.ts';
export { proofApi } from './web/proof-api.ts';
export { proofRoutes } from './web/proof-routes.ts';
export { verifyApi } from './web/verify-api.ts';
export { verifyRoutes } from './web/verify-routes.ts';
export { sealedClosingWords } from './web/words/sealed-closing.ts';
