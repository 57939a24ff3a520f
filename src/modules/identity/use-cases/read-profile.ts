import type { CodePurpose } from '../domain/one-time-code.ts';
import { findAccount, type KeptAccount } from '../store/accounts.ts';
import { type ApiToken, listApiTokens } from '../store/api-tokens.ts';
import { type CodeOnItsWay, findCode } from '../store/codes.ts';
import { type KeptContact, listContacts } from '../store/contacts.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';

export type { ApiToken, CodeOnItsWay };

export interface Profile {
  readonly account: KeptAccount;
  /** None where somebody came by a digital identity and has given none. */
  readonly email: KeptContact | undefined;
  readonly mobile: KeptContact | undefined;
}

/** The own account with its contacts, as the database lets this person see it. */
export async function readProfile({ db }: IdentityDeps, accountId: string): Promise<Profile> {
  return db.transaction({ kind: 'citizen', accountId }, async (tx) => {
    const account = await findAccount(tx, accountId);
    const contacts = await listContacts(tx, accountId);
    const email = contacts.find((each) => each.kind === 'email');
    const mobile = contacts.find((each) => each.kind === 'mobile');
    if (account === undefined) throw new Error('A session without its account');
    return { account, email, mobile };
  });
}

/** The code that is on its way, for the page that asks for it. */
export function readCodeOnItsWay(
  { db }: IdentityDeps,
  accountId: string,
  purpose: CodePurpose,
): Promise<CodeOnItsWay | undefined> {
  return db.transaction(asIdentity, (tx) => findCode(tx, accountId, purpose));
}

export function readApiTokenList({ db, now }: IdentityDeps, accountId: string): Promise<ApiToken[]> {
  return db.transaction({ kind: 'citizen', accountId }, (tx) => listApiTokens(tx, accountId, now()));
}

/** The own account without its contacts. */
export function findOwnAccount(
  { db }: Pick<IdentityDeps, 'db'>,
  accountId: string,
): Promise<KeptAccount | undefined> {
  return db.transaction({ kind: 'citizen', accountId }, (tx) => findAccount(tx, accountId));
}
