import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { withoutOmocode } from '#kernel/tax-code.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Device } from '#platform/credentials/device-cookie.ts';
import { tokenHash } from '#platform/credentials/tokens.ts';
import type { Tx } from '#platform/database/database.ts';
import { record } from '#platform/event-log/record.ts';
import type { Place } from '../domain/browser.ts';
import { maskContact } from '../domain/contact.ts';
import {
  arrivalFor,
  type ConnectedHow,
  maybeSamePerson,
  type StrongIdentity,
} from '../domain/strong-identity.ts';
import { letters, letterTo, linkTo } from '../letters/letter.ts';
import { findAccount } from '../store/accounts.ts';
import { listContacts } from '../store/contacts.ts';
import {
  closeSpidArrival,
  findSpidArrival,
  findStrongAccount,
  insertSpidSession,
  insertStrongIdentity,
  listAccountsNaming,
  lockTaxKey,
  noteStrongUse,
} from '../store/spid.ts';
import { asIdentity } from './identity-deps.ts';
import type { SpidAnswer, SpidRefusal } from './receive-spid-answer.ts';
import { openSession, type SignedIn } from './sign-in.ts';
import { type SpidDeps, taxKeyOf } from './spid-deps.ts';

/** A browser that comes in with an answer. */
export interface Arriving {
  readonly arrival: string;
  /** What the browser kept since it asked. */
  readonly browserToken: string | undefined;
  readonly device: Device | undefined;
  readonly place: Place;
}

export type EnterRefusal =
  | SpidRefusal
  | {
      readonly code:
        | 'no_such_arrival'
        | 'other_browser'
        | 'arrived_too_late'
        | 'entered_already'
        | 'account_closed';
    };

export interface Entered {
  readonly signedIn: SignedIn;
  readonly identity: StrongIdentity;
  readonly nextPath: string | null;
}

/** Nobody with this tax code has come before: how to go on is the person's to say. */
export interface FirstTime {
  readonly identity: StrongIdentity;
  /** The account open in this browser, where it may be the same person's. */
  readonly connectable: { readonly accountId: string; readonly fits: boolean } | undefined;
  /** An account that names this tax code, for whoever can no longer get into it: as much of its contacts as its owner recognises. */
  readonly lost: { readonly contacts: readonly string[] } | undefined;
}

export type Vouch = Extract<SpidAnswer, { kind: 'vouched' }> & {
  readonly requestId: string;
  readonly provider: string;
  readonly nextPath: string | null;
  readonly taxKey: string;
};

/** What the provider said to this browser, and to no other. */
export async function findVouch(
  tx: Tx,
  deps: SpidDeps,
  { arrival, browserToken }: Pick<Arriving, 'arrival' | 'browserToken'>,
): Promise<Outcome<Vouch, EnterRefusal>> {
  const kept = await findSpidArrival<SpidAnswer>(tx, tokenHash(arrival));
  if (kept === undefined) return refused({ code: 'no_such_arrival' });
  // Without this a stranger could sign somebody into the stranger's own account.
  if (browserToken === undefined || !tokenHash(browserToken).equals(kept.browserHash)) {
    return refused({ code: 'other_browser' });
  }
  if (kept.answer === null) return refused({ code: 'entered_already' });
  if (Temporal.Instant.compare(kept.answeredAt.add(arrivalFor), deps.now()) <= 0) {
    return refused({ code: 'arrived_too_late' });
  }
  if (kept.answer.kind === 'refused') return refused(kept.answer.refusal);
  const { requestId, provider, nextPath } = kept;
  const taxKey = taxKeyOf(deps, withoutOmocode(kept.answer.identity.taxCode));
  await lockTaxKey(tx, taxKey);
  return granted({ ...kept.answer, requestId, provider, nextPath, taxKey });
}

/** Comes in with an answer (accesso con SPID): into the account of this tax code, where there is one. */
export async function enterBySpid(
  deps: SpidDeps,
  { openAccountId, ...arriving }: Arriving & { openAccountId: string | undefined },
): Promise<Outcome<({ kind: 'in' } & Entered) | ({ kind: 'first_time' } & FirstTime), EnterRefusal>> {
  return deps.db.transaction(asIdentity, async (tx) => {
    const vouch = await findVouch(tx, deps, arriving);
    if (!vouch.ok) return vouch;
    const accountId = await findStrongAccount(tx, vouch.value.taxKey);
    if (accountId === undefined) {
      return granted({ kind: 'first_time' as const, ...(await firstTime(tx, vouch.value, openAccountId)) });
    }
    await noteStrongUse(tx, accountId, vouch.value.identity.taxCode, deps.now());
    const entered = await openStrongSession(tx, deps, accountId, vouch.value, arriving);
    return entered.ok ? granted({ kind: 'in' as const, ...entered.value }) : entered;
  });
}

async function firstTime(tx: Tx, { identity }: Vouch, openAccountId: string | undefined): Promise<FirstTime> {
  const open = openAccountId === undefined ? undefined : await findAccount(tx, openAccountId);
  const lostId = await findLostAccount(tx, identity);
  const contacts = lostId === undefined ? [] : await listContacts(tx, lostId);
  return {
    identity,
    connectable: open && { accountId: open.id, fits: maybeSamePerson(open, identity) },
    lost:
      lostId === undefined || lostId === openAccountId
        ? undefined
        : { contacts: contacts.filter((each) => each.verified).map(maskContact) },
  };
}

/**
 * The one account that its owner may get back by a digital identity: it names this tax code, and the same person. Where
 * two do, the counter decides.
 */
export async function findLostAccount(tx: Tx, identity: StrongIdentity): Promise<string | undefined> {
  const [id, another] = await listAccountsNaming(tx, identity.taxCode);
  const account = id === undefined || another !== undefined ? undefined : await findAccount(tx, id);
  const same = account !== undefined && maybeSamePerson({ ...account, taxCode: null }, identity);
  return same ? account.id : undefined;
}

/** Opens a session that knows how surely the person is known, and ends the arrival. */
export async function openStrongSession(
  tx: Tx,
  deps: SpidDeps,
  accountId: string,
  { requestId, provider, session, level, identity, nextPath }: Vouch,
  { device, place }: Pick<Arriving, 'device' | 'place'>,
): Promise<Outcome<Entered, { code: 'account_closed' }>> {
  const sessionId = crypto.randomUUID();
  const strong = { level, sessionId };
  const signedIn = await openSession(tx, deps, accountId, { device, place, means: 'spid', strong });
  if (signedIn === undefined) return refused({ code: 'account_closed' });
  await insertSpidSession(tx, { sessionId, provider, ...session });
  await closeSpidArrival(tx, requestId, deps.now());
  return granted({ signedIn, identity, nextPath });
}

/** From now on the digital identity opens the account; whoever reads its contacts learns it. */
export async function connectIdentity(
  tx: Tx,
  deps: SpidDeps,
  accountId: string,
  { taxKey, identity, level }: Vouch,
  how: ConnectedHow,
): Promise<boolean> {
  const at = deps.now();
  const kept = { accountId, taxKey, taxCode: identity.taxCode, how };
  if (!(await insertStrongIdentity(tx, kept, at))) return false;
  const account = await findAccount(tx, accountId);
  if (account === undefined) throw new Error('A digital identity is connected with no account');
  const letter = letters[account.locale].strongIdentityConnected(
    linkTo.access(deps.publicUrl, account.locale, false),
    how === 're_entry',
  );
  const verified = (await listContacts(tx, accountId)).filter((each) => each.verified);
  await enqueueMessages(
    tx,
    at,
    verified.map((each) => letterTo(each, account.locale, letter, accountId)),
  );
  await record(tx, {
    type: 'account.strong-identity-connected',
    subject: { kind: 'account', id: accountId },
    actor: { kind: 'citizen', id: accountId },
    at,
    accountId,
    ...(account.officeId === null ? {} : { officeId: account.officeId }),
    facts: { how, level },
  });
  return true;
}
