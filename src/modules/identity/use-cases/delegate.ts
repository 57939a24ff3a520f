import type { Text } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { announce } from '#platform/outbox/announce.ts';
import { parseEmail } from '../domain/contact.ts';
import {
  type Delegated,
  type Delegation,
  type DelegationEvent,
  delegationLifecycle,
  endOf,
  mostDelegations,
  offersPerDay,
} from '../domain/delegation.ts';
import { type DelegationLetter, delegationLetter } from '../letters/delegation.ts';
import { readApplicants } from '../store/applicants.ts';
import { findContactOwner, listContacts } from '../store/contacts.ts';
import { findDelegation, insertDelegation, listGiven, saveDelegation } from '../store/delegations.ts';
import { holdAccounts } from './find-applicants.ts';
import { asIdentity, contactKey } from './identity-deps.ts';

export type { Delegated, Delegation };

type DelegationDeps = Pick<Deps, 'db' | 'now' | 'keys' | 'publicUrl'>;

/** What the open pages of a delegate listen to, to hear that it is over. */
export function delegationTopic(id: string): string {
  return `delegation:${id}`;
}

export type OfferRefusal =
  | { readonly code: 'not_an_email' }
  /** The address is the owner’s own. */
  | { readonly code: 'yourself' }
  | { readonly code: 'day_wrong' }
  | { readonly code: 'offered_already' }
  | { readonly code: 'too_many_delegations' };

/**
 * Offers a delegation to whoever has proven an address (conferimento della delega). Whether the address has an account
 * makes no difference to what the owner reads: the letter tells its reader what to do.
 */
export async function offerDelegation(
  deps: DelegationDeps,
  {
    ownerId,
    email: typed,
    lastDay,
    what,
    title,
    key,
  }: {
    readonly ownerId: string;
    readonly email: string;
    /** `YYYY-MM-DD` */
    readonly lastDay: string;
    readonly what: Delegated;
    /** The procedure or the file, in words. */
    readonly title: Text;
    readonly key: string;
  },
): Promise<Outcome<{ id: string }, OfferRefusal | KeyReused>> {
  const { db, now, keys } = deps;
  const at = now();
  const email = parseEmail(typed);
  if (!email.ok) return refused({ code: 'not_an_email' });
  const until = endOf(lastDay, at);
  if (!until.ok) return until;
  const delegateKey = contactKey(keys, email.value);
  const attempt = { scope: ownerId, key, wish: { delegate: what, to: delegateKey, lastDay }, at };
  return db.transaction(asIdentity, (tx) =>
    once<{ id: string }, OfferRefusal>(tx, attempt, async () => {
      await holdAccounts(tx, [ownerId]);
      const own = await listContacts(tx, ownerId);
      if (own.some((each) => each.key === delegateKey)) return refused({ code: 'yourself' });
      const hindrance = hindranceIn(await listGiven(tx, ownerId), { delegateKey, what }, at);
      if (hindrance !== undefined) return refused(hindrance);
      const delegation: Delegation = {
        id: crypto.randomUUID(),
        ownerId,
        delegateEmail: email.value.value,
        delegateKey,
        delegateId: null,
        what,
        title,
        state: 'offered',
        offeredAt: at,
        acceptedAt: null,
        untilAt: until.value,
        endedAt: null,
      };
      await insertDelegation(tx, delegation);
      await recordStep(tx, delegation, 'offered', { kind: 'citizen', id: ownerId }, at);
      await tellBoth(tx, deps, delegation, 'offered', at);
      return granted({ id: delegation.id });
    }),
  );
}

const sameMatter = (one: Delegated, other: Delegated) =>
  one.kind === 'file'
    ? other.kind === 'file' && one.caseFileId === other.caseFileId
    : other.kind === 'procedure' && one.procedure === other.procedure;

function hindranceIn(
  given: readonly Delegation[],
  { delegateKey, what }: { delegateKey: string; what: Delegated },
  at: Temporal.Instant,
): OfferRefusal | undefined {
  const open = given.filter(({ state }) => state === 'offered' || state === 'accepted');
  if (open.some((each) => each.delegateKey === delegateKey && sameMatter(each.what, what)))
    return { code: 'offered_already' };
  const since = at.subtract({ hours: 24 });
  const lately = given.filter(({ offeredAt }) => Temporal.Instant.compare(offeredAt, since) > 0);
  return open.length >= mostDelegations || lately.length >= offersPerDay
    ? { code: 'too_many_delegations' }
    : undefined;
}

export type StepRefusal =
  | { readonly code: 'no_such_delegation' }
  /** It was answered or has ended already. */
  | { readonly code: 'not_now' };

/** The delegate takes the delegation on, or does not; asked twice, the answer is the same. */
export function answerDelegation(
  deps: DelegationDeps,
  { id, accountId, accepts }: { readonly id: string; readonly accountId: string; readonly accepts: boolean },
): Promise<Outcome<Delegation, StepRefusal>> {
  return step(deps, id, async (tx, delegation) => {
    const isMine =
      delegation.state === 'offered'
        ? await hasProven(tx, accountId, delegation.delegateKey)
        : delegation.delegateId === accountId;
    if (!isMine || delegation.ownerId === accountId) return undefined;
    return {
      event: accepts ? 'accept' : 'decline',
      actor: { kind: 'citizen', id: accountId },
      change: accepts ? { delegateId: accountId, acceptedAt: deps.now() } : {},
    };
  });
}

/** Either side ends the delegation; it holds from this moment (revoca o rinuncia). */
export function revokeDelegation(
  deps: DelegationDeps,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<Outcome<Delegation, StepRefusal>> {
  return step(deps, id, async (_tx, { ownerId, delegateId }) =>
    accountId === ownerId || accountId === delegateId
      ? { event: 'revoke', actor: { kind: 'citizen', id: accountId }, change: {} }
      : undefined,
  );
}

async function hasProven(tx: Tx, accountId: string, key: string | null): Promise<boolean> {
  const contacts = await listContacts(tx, accountId);
  return contacts.some((each) => each.kind === 'email' && each.verified && each.key === key);
}

interface Step {
  readonly event: DelegationEvent;
  readonly actor: Actor;
  readonly change: Partial<Pick<Delegation, 'delegateId' | 'acceptedAt'>>;
}

function step(
  deps: DelegationDeps,
  id: string,
  decide: (tx: Tx, delegation: Delegation) => Promise<Step | undefined>,
): Promise<Outcome<Delegation, StepRefusal>> {
  return deps.db.transaction(asIdentity, async (tx): Promise<Outcome<Delegation, StepRefusal>> => {
    const delegation = await findDelegation(tx, id, { forChange: true });
    const wanted = delegation && (await decide(tx, delegation));
    if (delegation === undefined || wanted === undefined) return refused({ code: 'no_such_delegation' });
    const { event, actor, change } = wanted;
    if (delegation.state === reachedBy[event]) return granted(delegation);
    const next = delegationLifecycle.next(delegation.state, event);
    const isOver = Temporal.Instant.compare(deps.now(), delegation.untilAt) >= 0;
    if (!next.ok || (isOver && event === 'accept')) return refused({ code: 'not_now' });
    return granted(await move(tx, deps, delegation, { event, actor, change }));
  });
}

const reachedBy = { accept: 'accepted', decline: 'declined', revoke: 'revoked', expire: 'expired' } as const;

/** One step in the life of a delegation: state, history, letters to both, open pages. */
export async function move(
  tx: Tx,
  deps: DelegationDeps,
  delegation: Delegation,
  { event, actor, change }: Step,
): Promise<Delegation> {
  const at = deps.now();
  const state = reachedBy[event];
  const moved = { ...delegation, ...change, state, endedAt: state === 'accepted' ? null : at };
  await saveDelegation(tx, moved);
  await recordStep(tx, moved, state, actor, at);
  await tellBoth(tx, deps, moved, state, at);
  await announce(tx, delegationTopic(moved.id));
  return moved;
}

/** The line of history is each side’s own: both read what happened. */
async function recordStep(
  tx: Tx,
  { id, ownerId, delegateId, what }: Delegation,
  past: DelegationLetter,
  actor: Actor,
  at: Temporal.Instant,
): Promise<void> {
  const line = {
    type: `delegation.${past}`,
    subject: { kind: 'delegation', id },
    actor,
    at,
    facts: what.kind === 'procedure' ? { procedure: what.procedure } : { file: what.caseFileId },
  };
  await record(
    tx,
    { ...line, accountId: ownerId },
    ...(delegateId === null ? [] : [{ ...line, accountId: delegateId }]),
  );
}

async function tellBoth(
  tx: Tx,
  { publicUrl }: DelegationDeps,
  delegation: Delegation,
  event: DelegationLetter,
  at: Temporal.Instant,
): Promise<void> {
  const { ownerId, delegateId, delegateEmail, delegateKey } = delegation;
  // Before the answer only the address is known; its holder, where there is one, reads in the own language.
  const readerId = delegateId ?? (delegateKey === null ? undefined : await findContactOwner(tx, delegateKey));
  const people = await readApplicants(tx, readerId === undefined ? [ownerId] : [ownerId, readerId]);
  const owner = people.find(({ accountId }) => accountId === ownerId);
  const reader = people.find(({ accountId }) => accountId === readerId);
  if (owner === undefined) return;
  const nameOf = (each: typeof owner) => `${each.givenName} ${each.familyName}`;
  const email = delegateId === null ? delegateEmail : (reader?.email ?? delegateEmail);
  const sides = {
    owner: nameOf(owner),
    delegate: delegateId !== null && reader !== undefined ? nameOf(reader) : (delegateEmail ?? ''),
  };
  const about = { delegation, event, sides } as const;
  await enqueueMessages(tx, at, [
    delegationLetter(publicUrl, {
      ...about,
      side: 'owner',
      to: { email: owner.email, locale: owner.locale, accountId: ownerId },
    }),
    ...(email === null
      ? []
      : [
          delegationLetter(publicUrl, {
            ...about,
            side: 'delegate',
            to: {
              email,
              locale: reader?.locale ?? owner.locale, // Without an account of its reader the letter is the owner’s, and is erased with theirs.
              accountId: reader?.accountId ?? ownerId,
            },
          }),
        ]),
  ]);
}
