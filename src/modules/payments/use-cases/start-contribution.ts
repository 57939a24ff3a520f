import type { Locale } from '#kernel/locale.ts';
import { granted, type Outcome } from '#kernel/outcome.ts';
import { findApplicants, holdAccounts } from '#modules/identity/public.ts';
import type { Deps } from '#platform/deps.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { orderContribution } from './place-order.ts';

/** For whom the contribution is paid: the applicant, who may be another person of the family. */
export interface Contribution {
  readonly givenName: string;
  readonly familyName: string;
  readonly taxCode: string | null;
}

/** A contribution may be paid for thirty days: whoever pays it has to find the money first. */
const payableFor = { hours: 30 * 24 } as const;

/** A person orders the contribution for an application of citizenship (L. 91/1992 art. 9-bis). */
export function startContribution(
  deps: Deps,
  { accountId, locale, key, ...payer }: Contribution & { accountId: string; locale: Locale; key: string },
): Promise<Outcome<{ id: string }, KeyReused>> {
  const at = deps.now();
  return deps.db.transaction({ kind: 'citizen', accountId }, (tx) =>
    once<{ id: string }, never>(tx, { scope: accountId, key, wish: payer, at }, async () => {
      await holdAccounts(tx, [accountId]);
      const [account] = await findApplicants(tx, [accountId]);
      if (account === undefined) throw new Error('A signed-in person without an account');
      const order = await orderContribution(tx, {
        accountId,
        payer: { ...payer, email: account.email, province: 'RM' },
        purpose: { kind: 'contribution', id: key },
        returnTo: '/payments',
        locale,
        at,
        payableUntil: at.add(payableFor),
        ...(account.officeId === null ? {} : { officeId: account.officeId }),
      });
      return granted({ id: order.id });
    }),
  );
}
