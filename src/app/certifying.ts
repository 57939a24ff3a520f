import { type CertificateDeps, sealingByRegister, stampingByPayments } from '#modules/certificates/public.ts';
import type { DocumentDeps } from '#modules/documents/public.ts';
import type { PagopaOptions } from '#platform/pagopa/pagopa.ts';
import type { Sealing } from '#platform/seal/sealing.ts';

/** The outside world of certificates: files, the seal and its register, and payments where something can be paid online. */
export function certifying(
  deps: DocumentDeps,
  { sealing, pagopa }: { sealing: Sealing; pagopa: PagopaOptions | undefined },
): CertificateDeps {
  return {
    ...deps,
    sealing: sealingByRegister({ ...deps, sealing }),
    stamping: pagopa === undefined ? undefined : stampingByPayments,
  };
}
