import type { Moved } from '#kernel/account-closing.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { rehearse } from '#platform/database/rehearse.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import type { Account } from '../domain/account.ts';
import { mayChangeOffice, type OfficeChange, type OfficeMove } from '../domain/office-change.ts';
import { officeOf, type Responsibility } from '../domain/residence.ts';
import { letters, letterTo, linkTo } from '../letters/letter.ts';
import { findAccount, holdAccountAlone, saveOffice } from '../store/accounts.ts';
import { insertOfficeChange, listOfficeChanges } from '../store/office-changes.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';
import { findLetterBox } from './sign-in.ts';

export interface OfficeWish {
  readonly accountId: string;
  readonly country: string;
  readonly place: string;
  readonly chosenOfficeId: string | undefined;
}

export type OfficeChangeRefusal =
  | { readonly code: 'same_office' | 'changed_already' }
  | { readonly code: 'office_missing'; readonly responsibility: Responsibility };

export interface ForetoldChange {
  readonly fromOfficeId: string | null;
  readonly toOfficeId: string | null;
  /** What happens to appointments and requests, found by doing it and undoing it. */
  readonly moved: Moved;
}

/** What a change of office would do, before the person confirms it. */
export async function foretellOfficeChange(
  deps: IdentityDeps,
  wish: OfficeWish,
): Promise<Outcome<ForetoldChange, OfficeChangeRefusal>> {
  const responsibility = await deps.residence.officesFor(wish);
  return rehearse(deps.db, asIdentity, async (tx) => {
    const checked = await check(tx, wish, responsibility);
    if (!checked.ok) return checked;
    const { account, toOfficeId } = checked.value;
    const moved = await moveEverything(tx, deps, {
      accountId: account.id,
      fromOfficeId: account.officeId,
      toOfficeId,
      at: deps.now(),
    });
    return granted({ fromOfficeId: account.officeId, toOfficeId, moved });
  });
}

/** The person moves to another office (cambio della sede competente): all effects at once, or none. */
export async function changeOffice(
  deps: IdentityDeps,
  { key, ...wish }: OfficeWish & { readonly key: string },
): Promise<Outcome<{ officeId: string | null }, OfficeChangeRefusal | KeyReused>> {
  const { db, now, residence } = deps;
  const responsibility = await residence.officesFor(wish);
  const at = now();
  return db.transaction(asIdentity, (tx) =>
    once<{ officeId: string | null }, OfficeChangeRefusal>(
      tx,
      { scope: wish.accountId, key, wish: { changeOffice: wish }, at },
      async () => {
        const checked = await check(tx, wish, responsibility);
        if (!checked.ok) return checked;
        const { account, toOfficeId } = checked.value;
        const change = {
          id: crypto.randomUUID(),
          accountId: account.id,
          fromOfficeId: account.officeId,
          fromCountry: account.country,
          fromPlace: account.place,
          toOfficeId,
          toCountry: wish.country,
          toPlace: wish.place,
          changedAt: at,
        };
        await insertOfficeChange(tx, change);
        await carryOut(tx, deps, account, change, { kind: 'citizen', id: account.id }, 'changed');
        return granted({ officeId: toOfficeId });
      },
    ),
  );
}

async function check(
  tx: Tx,
  { accountId, chosenOfficeId }: OfficeWish,
  responsibility: Responsibility,
): Promise<Outcome<{ account: Account; toOfficeId: string | null }, OfficeChangeRefusal>> {
  await holdAccountAlone(tx, accountId);
  const account = await findAccount(tx, accountId, { forChange: true });
  if (account?.state !== 'active') throw new Error('A change of office for an account that is not active');
  const office = officeOf(responsibility, chosenOfficeId);
  if (!office.decided) return refused({ code: 'office_missing', responsibility });
  if (office.officeId === account.officeId) return refused({ code: 'same_office' });
  const allowed = mayChangeOffice(await listOfficeChanges(tx, accountId));
  return allowed.ok ? granted({ account, toOfficeId: office.officeId }) : allowed;
}

/** Writes where the person belongs from now on, with everything that follows from it, a letter and history. */
export async function carryOut(
  tx: Tx,
  deps: IdentityDeps,
  account: Account,
  { id, toOfficeId, toCountry, toPlace }: Pick<OfficeChange, 'id' | 'toOfficeId' | 'toCountry' | 'toPlace'>,
  actor: Actor,
  what: 'changed' | 'reversed',
): Promise<void> {
  const at = deps.now();
  await saveOffice(tx, account.id, { officeId: toOfficeId, country: toCountry, place: toPlace });
  const fromOfficeId = account.officeId;
  const moved = await moveEverything(tx, deps, { accountId: account.id, fromOfficeId, toOfficeId, at });
  const { locale } = account;
  const name = (await deps.residence.listOffices()).find((each) => each.id === toOfficeId)?.name[locale];
  const box = await findLetterBox(tx, account.id);
  if (box !== undefined) {
    const lines = [...moved.ended, ...moved.stays].map((each) => each[locale]);
    const url = linkTo.account(deps.publicUrl, locale);
    const letter =
      what === 'changed'
        ? letters[locale].officeChanged(name, lines, url)
        : letters[locale].officeReversed(name, lines, url);
    await enqueueMessages(tx, at, [letterTo(box, locale, letter, account.id)]);
  }
  const line = {
    type: `account.office-change-${what === 'changed' ? 'made' : 'reversed'}`,
    subject: { kind: 'account', id: account.id },
    actor,
    at,
    accountId: account.id,
    facts: { change: id, from: fromOfficeId, to: toOfficeId },
  };
  // Each office reads its own history: the one that the person leaves gets a line of its own.
  const offices = [fromOfficeId, toOfficeId].filter((each) => each !== null);
  await record(tx, ...offices.map((officeId) => ({ ...line, officeId })));
}

async function moveEverything(tx: Tx, deps: IdentityDeps, move: OfficeMove): Promise<Moved> {
  const all: Moved[] = [];
  for (const effect of deps.moves ?? []) all.push(await effect(tx, deps, move));
  return { ended: all.flatMap((each) => each.ended), stays: all.flatMap((each) => each.stays) };
}
