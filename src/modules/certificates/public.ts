export type {
  CertificateDeps,
  Sealing as CertificateSealing,
} from './use-cases/certificate-deps.ts';
export { closeForAccount } from './use-cases/close-for-account.ts';
export { continuePaid } from './use-cases/continue-paid.ts';
export { certificateJobs } from './use-cases/jobs.ts';
export { stampingByPayments } from './use-cases/stamping.ts';
export type { CertificatesWeb } from './web/certificates-web.ts';
export { ownCertificates } from './web/list-page.ts';
export { certificateRoutes } from './web/routes.ts';
export { selfCertificationRoutes } from './web/self-certification.ts';
export { closingWords } from './web/words/closing.ts';
