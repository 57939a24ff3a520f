import type { Locale } from '#kernel/locale.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { Keys } from '#platform/keys.ts';
export interface Applicant {
  accountId: string;
  givenName: string;
  familyName: string;
  bornOn: string;
  taxCode: string | null;
  personKey: string;
  officeId: string | null;
  locale: Locale;
  email: string;
  active: boolean;
  bothContactsVerified: boolean;
}
export async function findApplicants(_tx: Tx, ids: readonly string[]): Promise<Map<string, Applicant>> {
  return new Map(
    ids.map((id) => [
      id,
      {
        accountId: id,
        givenName: 'Ada',
        familyName: 'Prova',
        bornOn: '1980-01-01',
        taxCode: null,
        personKey: `k${id}`,
        officeId: 'manchester',
        locale: 'it' as const,
        email: `${id}@example.org`,
        active: true,
        bothContactsVerified: true,
      },
    ]),
  );
}
export const personKeyOf = (keys: Keys, p: { givenName: string; familyName: string; bornOn: string }) =>
  keys.hash('person', `${p.givenName} ${p.familyName} ${p.bornOn}`);
export async function findEmail(_d: Deps, id: string): Promise<string> {
  return `${id}@example.org`;
}
