export { assess } from './domain/assess.ts';
export type { Facts } from './domain/facts/shape.ts';
export { citizenshipRoutes } from './web/routes.ts';
