export { accountClosingJobs, type ModuleClosing } from './use-cases/close-account.ts';
export { accountClosingRoutes } from './web/routes.ts';
