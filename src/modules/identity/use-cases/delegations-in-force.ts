import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { type Delegation, isLive, type Matter, reaches } from '../domain/delegation.ts';
import { readApplicants } from '../store/applicants.ts';
import { listContacts } from '../store/contacts.ts';
import {
  type Deed,
  type DelegateToTell,
  findDelegation,
  holdBetween,
  listAcceptedBy,
  listDeeds,
  listDelegatesOf,
  listGiven,
  listReceived,
} from '../store/delegations.ts';
import { asIdentity } from './identity-deps.ts';

export type { Deed, DelegateToTell, Matter };

/** A delegation as its two sides see it. */
export interface ShownDelegation extends Delegation {
  readonly side: 'owner' | 'delegate';
  readonly ownerName: string;
  /** Known to the owner once it is accepted; before it is the address that was named. */
  readonly delegateName: string | null;
  /** Whether the reader may answer it. */
  readonly mayAnswer: boolean;
  readonly mayRevoke: boolean;
}

/** The delegations of a person, given and received, the newest first. */
export async function readDelegations(
  { db }: Pick<Deps, 'db'>,
  accountId: string,
): Promise<{ readonly given: readonly ShownDelegation[]; readonly received: readonly ShownDelegation[] }> {
  const as = { kind: 'citizen', accountId } as const;
  const found = await db.transaction(as, async (tx) => {
    const contacts = await listContacts(tx, accountId);
    const keys = contacts.filter((each) => each.kind === 'email' && each.verified).map(({ key }) => key);
    return { given: await listGiven(tx, accountId), received: await listReceived(tx, { accountId, keys }) };
  });
  const shown = await shownTo({ db }, accountId, [...found.given, ...found.received]);
  return {
    given: shown.filter(({ side }) => side === 'owner'),
    received: shown.filter(({ side }) => side === 'delegate'),
  };
}

/** One delegation with what was done under it; those of others are not found. */
export async function seeDelegation(
  { db }: Pick<Deps, 'db'>,
  { accountId, id }: { accountId: string; id: string },
): Promise<{ readonly delegation: ShownDelegation; readonly deeds: readonly Deed[] } | undefined> {
  const as = { kind: 'citizen', accountId } as const;
  const found = await db.transaction(as, (tx) => findDelegation(tx, id));
  const [delegation] = found === undefined ? [] : await shownTo({ db }, accountId, [found]);
  if (delegation === undefined) return undefined;
  const deeds =
    delegation.acceptedAt === null ? [] : await db.transaction(asIdentity, (tx) => listDeeds(tx, delegation));
  return { delegation, deeds };
}

/** The names are the other side’s: the platform reads them for the two of them. */
async function shownTo(
  { db }: Pick<Deps, 'db'>,
  accountId: string,
  delegations: readonly Delegation[],
): Promise<ShownDelegation[]> {
  const ids = delegations.flatMap(({ ownerId, delegateId }) => [
    ownerId,
    ...(delegateId ? [delegateId] : []),
  ]);
  const people = await db.transaction(asIdentity, (tx) => readApplicants(tx, [...new Set(ids)]));
  const nameOf = (id: string | null) => {
    const person = people.find((each) => each.accountId === id);
    return person === undefined ? null : `${person.givenName} ${person.familyName}`;
  };
  return delegations.map((each) => {
    const side = each.ownerId === accountId ? 'owner' : 'delegate';
    return {
      ...each,
      side,
      ownerName: nameOf(each.ownerId) ?? '',
      delegateName: nameOf(each.delegateId) ?? each.delegateEmail,
      mayAnswer: side === 'delegate' && each.state === 'offered',
      mayRevoke: each.state === 'accepted' || (each.state === 'offered' && side === 'owner'),
    };
  });
}

/** What a person acts in for others now. */
export async function delegationsInForce(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  delegateId: string,
): Promise<Delegation[]> {
  const all = await db.transaction({ kind: 'citizen', accountId: delegateId }, (tx) =>
    listAcceptedBy(tx, delegateId),
  );
  return all.filter((each) => isLive(each, now()));
}

/**
 * The delegation by which somebody acts in a matter now, if there is one. In a transaction of the platform it is kept
 * from ending until the transaction does: what is done under it is done before it was revoked, or not at all.
 */
export async function delegationFor(
  tx: Tx,
  matter: Matter,
  { delegateId, at, holds }: { delegateId: string; at: Temporal.Instant; holds: boolean },
): Promise<Delegation | undefined> {
  const { ownerId } = matter;
  const all = holds ? await holdBetween(tx, { ownerId, delegateId }) : await listAcceptedBy(tx, delegateId);
  return all.find((each) => isLive(each, at) && reaches(each, matter));
}

/**
 * Whether somebody acted in a matter by a delegation that is over, so that a page can say so. Of what came later nobody
 * learns that it exists.
 */
export async function hadDelegationFor(
  tx: Tx,
  matter: Matter,
  { delegateId, since }: { readonly delegateId: string; readonly since: Temporal.Instant },
): Promise<boolean> {
  const all = await listReceived(tx, { accountId: delegateId, keys: [] });
  return all.some(
    (each) => reaches(each, matter) && Temporal.Instant.compare(since, each.endedAt ?? each.untilAt) <= 0,
  );
}

/** Those for whom a person acted or acts: whose matters to look through. */
export async function ownersOf(tx: Tx, delegateId: string): Promise<string[]> {
  const all = await listReceived(tx, { accountId: delegateId, keys: [] });
  return [...new Set(all.filter(({ acceptedAt }) => acceptedAt !== null).map(({ ownerId }) => ownerId))];
}

/** Who else hears about a file, whoever writes the letters. */
export function delegatesOf(tx: Tx, matter: Matter): Promise<DelegateToTell[]> {
  return listDelegatesOf(tx, matter);
}

/** The names of people, for the matters in which they acted; closed accounts have none. In a transaction of the platform. */
export async function namesOfPeople(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await readApplicants(tx, [...new Set(ids)]);
  return new Map(people.map((each) => [each.accountId, `${each.givenName} ${each.familyName}`]));
}
