import type { preHandlerAsyncHookHandler } from 'fastify';
import type { CertificateDeps } from '../use-cases/certificate-deps.ts';

/** What the pages of certificates need of the outside world. */
export interface CertificatesWeb extends CertificateDeps {
  /** Lets only those pass who have proven who they are by a digital identity (SPID, CIE, CNS). */
  readonly strong: preHandlerAsyncHookHandler;
  /** A fault of a step that the person does not wait for; the timer tries again. */
  readonly onFault: (fault: unknown) => void;
}
