export { siteRoutes } from './web/routes.ts';
