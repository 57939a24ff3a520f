import { continuePaid, stampingByPayments } from '#modules/certificates/public.ts';
import type { Continuation, PaymentDeps } from '#modules/payments/public.ts';
import type { Deps } from '#platform/deps.ts';
import { connectPagopa, type PagopaOptions } from '#platform/pagopa/pagopa.ts';

/** What follows when something is paid, by what it was paid for. */
const continuationsWith = ({ now }: Deps): Readonly<Record<string, Continuation>> => ({
  // The receipt is all that follows: the person hands it in with the application.
  contribution: async () => 'continued',
  certificate: (tx, { id, purpose }) =>
    continuePaid({ now, stamping: stampingByPayments }, tx, { id, certificateId: purpose.id }),
});

/** Payments with the pagoPA that is configured; without one nothing can be paid online. */
export function paying(deps: Deps, options: PagopaOptions | undefined): PaymentDeps {
  return { ...deps, pagopa: options && connectPagopa(options), continuations: continuationsWith(deps) };
}
