import type { Locale } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { record } from '#platform/event-log/record.ts';
import type { Account } from '../domain/account.ts';
import type { Responsibility } from '../domain/residence.ts';
import { findAccount, saveResidence } from '../store/accounts.ts';
import type { IdentityDeps } from './identity-deps.ts';

/** Whether a residence belongs to the office that the account has already. */
export function staysWithOffice(account: Pick<Account, 'officeId'>, responsibility: Responsibility): boolean {
  switch (responsibility.kind) {
    case 'one':
      return responsibility.office.id === account.officeId;
    case 'choose':
      return responsibility.offices.some((office) => office.id === account.officeId);
    case 'choose_municipality':
      return false;
    case 'italy':
    case 'none':
      return account.officeId === null;
  }
}

/** The person corrects language and place; the place must lie in the district of the same office. */
export async function changeProfile(
  { db, now, residence }: IdentityDeps,
  {
    accountId,
    country,
    place,
    locale,
  }: { accountId: string; country: string; place: string; locale: Locale },
): Promise<Outcome<null, { code: 'other_district' }>> {
  const responsibility = await residence.officesFor({ country, place });
  const at = now();
  return db.transaction({ kind: 'citizen', accountId }, async (tx) => {
    const account = await findAccount(tx, accountId, { forChange: true });
    if (account === undefined) throw new Error('A session without its account');
    const moves = account.country !== country || account.place !== place;
    if (moves && !staysWithOffice(account, responsibility)) return refused({ code: 'other_district' });
    if (!moves && account.locale === locale) return granted(null);
    await saveResidence(tx, accountId, { country, place, locale });
    await record(tx, {
      type: 'account.profile-changed',
      subject: { kind: 'account', id: accountId },
      actor: { kind: 'citizen', id: accountId },
      at,
      accountId,
      ...(account.officeId === null ? {} : { officeId: account.officeId }),
      facts: { place: moves, language: account.locale !== locale },
    });
    return granted(null);
  });
}
