export { selfCertificationRoutes } from './web/self-certification.ts';
