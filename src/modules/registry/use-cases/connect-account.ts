import type { Tx } from '#platform/database/database.ts';
import { record, system } from '#platform/event-log/record.ts';
import type { Match, NoMatch } from '../domain/matching.ts';
import type { PersonId } from '../domain/record.ts';
import {
  deleteAccountLink,
  findPersonOfAccount,
  type MatchedBy,
  saveAccountLinks,
} from '../store/account-links.ts';
import { connectEntriesOfRecords } from '../store/consular-entries.ts';
import { enterFromRecord } from './enter-from-record.ts';
import { matchTaxCode } from './match-tax-code.ts';
import type { RegistryDeps } from './read-record.ts';

/**
 * What strong sign-in asks each time: matches the tax code that it proved with exactly one record and connects the
 * account with it. Where there is none (any more), an earlier connection ends: the record is not this account's to read.
 */
export async function matchAccount(
  deps: RegistryDeps,
  {
    accountId,
    taxCode,
    by,
  }: { readonly accountId: string; readonly taxCode: string; readonly by: MatchedBy },
): Promise<Match> {
  const match = await matchTaxCode(deps, taxCode);
  if (match.ok) {
    await connectAccount(deps, { accountId, personId: match.personId, by });
    await enterFromRecord(deps, { accountId, personId: match.personId });
  } else await disconnectAccount(deps, accountId, match.case);
  return match;
}

async function disconnectAccount(
  { db, now }: RegistryDeps,
  accountId: string,
  because: NoMatch,
): Promise<void> {
  await db.transaction({ kind: 'system', task: 'registry-matching' }, async (tx) => {
    if (!(await deleteAccountLink(tx, accountId))) return;
    await record(tx, {
      type: 'registry.account-disconnected',
      subject: { kind: 'account', id: accountId },
      actor: system('registry-matching'),
      at: now(),
      accountId,
      facts: { because },
    });
  });
}

/** Connects a strongly signed-in account with the record that its tax code was matched with. */
export async function connectAccount(
  { db, now }: RegistryDeps,
  link: { readonly accountId: string; readonly personId: PersonId; readonly by: MatchedBy },
): Promise<void> {
  await db.transaction({ kind: 'system', task: 'registry-matching' }, async (tx) => {
    // Each sign-in asks anew; only what changes is written.
    if ((await findPersonOfAccount(tx, link.accountId)) === link.personId) return;
    await connectAccounts(tx, [link], now());
  });
}

/** Connects many at once, for demonstrations and load tests; the transaction is the platform's own. */
export async function connectAccounts(
  tx: Tx,
  links: readonly { readonly accountId: string; readonly personId: PersonId; readonly by: MatchedBy }[],
  at: Temporal.Instant,
): Promise<void> {
  await saveAccountLinks(tx, links, at);
  await connectEntriesOfRecords(tx, links);
  await record(
    tx,
    ...links.map(({ accountId, by }) => ({
      type: 'registry.account-connected',
      // The account, not the person: history outlives the account, and must not say whose it was.
      subject: { kind: 'account', id: accountId },
      actor: system('registry-matching'),
      at,
      accountId,
      facts: { by },
    })),
  );
}

/** The record of an account, where strong sign-in has matched it with one. */
export async function personOfAccount(
  { db }: Pick<RegistryDeps, 'db'>,
  accountId: string,
): Promise<PersonId | undefined> {
  return db.transaction({ kind: 'citizen', accountId }, (tx) => findPersonOfAccount(tx, accountId));
}
