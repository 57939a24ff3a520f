export { closeForAccount, closingWords } from './use-cases/close-account.ts';
export { siteRoutes } from './web/routes.ts';
