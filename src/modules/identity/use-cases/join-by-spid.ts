import type { Locale } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { tokenHash } from '#platform/credentials/tokens.ts';
import type { Tx } from '#platform/database/database.ts';
import { record } from '#platform/event-log/record.ts';
import { personIdentity } from '../domain/person-key.ts';
import { officeOf } from '../domain/residence.ts';
import { type ConnectedHow, maybeSamePerson } from '../domain/strong-identity.ts';
import { findAccount, forgetBrowsers, insertAccounts } from '../store/accounts.ts';
import { revokeApiTokens } from '../store/api-tokens.ts';
import { dropLinks } from '../store/links.ts';
import { removePasskeys } from '../store/passkeys.ts';
import { endSession, endSessions } from '../store/sessions.ts';
import { findStrongAccount } from '../store/spid.ts';
import {
  type Arriving,
  connectIdentity,
  type Entered,
  type EnterRefusal,
  findLostAccount,
  findVouch,
  openStrongSession,
  type Vouch,
} from './enter-by-spid.ts';
import { asIdentity } from './identity-deps.ts';
import { signIn } from './sign-in.ts';
import type { SpidDeps } from './spid-deps.ts';

export type JoinRefusal =
  | EnterRefusal
  | {
      readonly code:
        | 'office_missing'
        | 'other_person'
        | 'connected_otherwise'
        | 'wrong_password'
        | 'nothing_lost';
    };

/** Does something with the vouch of an arrival that no account belongs to yet; with an account meanwhile, enters it. */
async function join(
  deps: SpidDeps,
  arriving: Arriving,
  how: ConnectedHow,
  findOrMake: (tx: Tx, vouch: Vouch) => Promise<Outcome<string, JoinRefusal>>,
): Promise<Outcome<Entered, JoinRefusal>> {
  return deps.db.transaction(asIdentity, async (tx): Promise<Outcome<Entered, JoinRefusal>> => {
    const vouch = await findVouch(tx, deps, arriving);
    if (!vouch.ok) return vouch;
    if ((await findStrongAccount(tx, vouch.value.taxKey)) !== undefined) {
      return refused({ code: 'connected_otherwise' });
    }
    const account = await findOrMake(tx, vouch.value);
    if (!account.ok) return account;
    if (!(await connectIdentity(tx, deps, account.value, vouch.value, how))) {
      return refused({ code: 'connected_otherwise' });
    }
    return openStrongSession(tx, deps, account.value, vouch.value, arriving);
  });
}

/** Opens an account for a person who has none (registrazione con identità digitale): active at once, without contacts. */
export async function registerBySpid(
  deps: SpidDeps,
  {
    country,
    place: home,
    chosenOfficeId,
    locale,
    ...arriving
  }: Omit<Arriving, 'place'> & {
    country: string;
    place: string;
    chosenOfficeId: string | undefined;
    locale: Locale;
    browserPlace: Arriving['place'];
  },
): Promise<Outcome<Entered, JoinRefusal>> {
  const office = officeOf(await deps.residence.officesFor({ country, place: home }), chosenOfficeId);
  if (!office.decided) return refused({ code: 'office_missing' });
  const { browserPlace, ...rest } = arriving;
  return join(deps, { ...rest, place: browserPlace }, 'new_account', async (tx, { identity }) => {
    const accountId = crypto.randomUUID();
    const person = { ...identity, birthPlace: null };
    await insertAccounts(
      tx,
      [
        {
          ...person,
          id: accountId,
          state: 'active',
          officeId: office.officeId,
          country,
          place: home,
          personKey: deps.keys.hash('person', personIdentity(person)),
          locale,
        },
      ],
      deps.now(),
    );
    await record(tx, {
      type: 'account.registered',
      subject: { kind: 'account', id: accountId },
      actor: { kind: 'citizen', id: accountId },
      at: deps.now(),
      accountId,
      ...(office.officeId === null ? {} : { officeId: office.officeId }),
      facts: { by: 'spid' },
    });
    return granted(accountId);
  });
}

const checked = async (
  tx: Tx,
  accountId: string,
  { identity }: Vouch,
): Promise<Outcome<string, JoinRefusal>> => {
  const account = await findAccount(tx, accountId, { forChange: true });
  if (account?.state !== 'active') return refused({ code: 'account_closed' });
  return maybeSamePerson(account, identity) ? granted(accountId) : refused({ code: 'other_person' });
};

/** Connects the account that is open in this browser: the person has signed in both ways. */
export function connectOpenAccount(
  deps: SpidDeps,
  { accountId, ...arriving }: Arriving & { accountId: string },
): Promise<Outcome<Entered, JoinRefusal>> {
  return join(deps, arriving, 'both_sign_ins', (tx, vouch) => checked(tx, accountId, vouch));
}

/** Connects an account with its password, as in a sign-in: within the same tries. */
export async function connectByPassword(
  deps: SpidDeps,
  { identifier, password, ...arriving }: Arriving & { identifier: string; password: string },
): Promise<Outcome<Entered, JoinRefusal>> {
  const { device, place } = arriving;
  const known = await signIn(deps, { identifier, password, device, place });
  if (!known.ok || !known.value.active) return refused({ code: 'wrong_password' });
  const { accountId, deviceCookie, sessionToken } = known.value;
  // That session was only the proof.
  await deps.db.transaction(asIdentity, (tx) => endSession(tx, tokenHash(sessionToken)));
  const joined = await connectOpenAccount(deps, { ...arriving, accountId });
  if (joined.ok) return granted({ ...joined.value, signedIn: { ...joined.value.signedIn, deviceCookie } });
  return joined;
}

/**
 * Somebody who lost both contacts gets the account back by a digital identity (ID-18). Whatever opened it before is shut;
 * its old contacts are told, and stay until the person replaces them.
 */
export function reenterBySpid(deps: SpidDeps, arriving: Arriving): Promise<Outcome<Entered, JoinRefusal>> {
  return join(deps, arriving, 're_entry', async (tx, vouch) => {
    const accountId = await findLostAccount(tx, vouch.identity);
    if (accountId === undefined) return refused({ code: 'nothing_lost' });
    const at = deps.now();
    await endSessions(tx, { accountId });
    await revokeApiTokens(tx, accountId, 'all', at);
    await removePasskeys(tx, { accountId }, 'all');
    await forgetBrowsers(tx, accountId);
    await dropLinks(tx, 'recovery', { accountId });
    await dropLinks(tx, 'unlock', { accountId });
    await record(tx, {
      type: 'account.reentered-by-spid',
      subject: { kind: 'account', id: accountId },
      actor: { kind: 'citizen', id: accountId },
      at,
      accountId,
      facts: { level: vouch.level },
    });
    return granted(accountId);
  });
}
