import {
  type CertificateDeps,
  type CertificateSealing,
  stampingByPayments,
} from '#modules/certificates/public.ts';
import type { DocumentDeps } from '#modules/documents/public.ts';
import type { PagopaOptions } from '#platform/pagopa/pagopa.ts';

/** The outside world of certificates: files, the seal, and payments where something can be paid online. */
export function certifying(
  deps: DocumentDeps,
  { sealing, pagopa }: { sealing: CertificateSealing; pagopa: PagopaOptions | undefined },
): CertificateDeps {
  return { ...deps, sealing, stamping: pagopa === undefined ? undefined : stampingByPayments };
}
