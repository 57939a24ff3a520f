import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import type { Keys } from '#platform/keys.ts';
import { actorOf, mayServe, type Official, principalOf } from '#platform/web/who.ts';
import {
  type DocumentKind,
  opensAfter,
  paperFor,
  type Reentry,
  reentryCodeFrom,
  reentryFor,
  reentryLifecycle,
} from '../domain/reentry.ts';
import { letters, letterTo, linkTo } from '../letters/letter.ts';
import { findAccount } from '../store/accounts.ts';
import { listContacts } from '../store/contacts.ts';
import { insertLink } from '../store/links.ts';
import { listPeople } from '../store/people.ts';
import { findReentry, insertReentry, listReentries, saveReentryState } from '../store/reentries.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';

/** The code follows from its row, so that it can be printed again and nothing readable is kept. */
export function reentryCode(keys: Keys, id: string): string {
  return reentryCodeFrom(Buffer.from(keys.hash('reentry-code', id), 'base64url'));
}

export function reentryHash(keys: Keys, code: string): string {
  return keys.hash('reentry', code);
}

export type IssueRefusal = { readonly code: 'no_such_person' | 'document_missing' } | KeyReused;

/**
 * An official has seen the person and the document of somebody who lost both contacts, and issues a code on paper. The
 * old contacts are warned and may object; of the document only the kind and the last three signs are noted, until the
 * code has done its work.
 */
export async function issueReentry(
  deps: IdentityDeps,
  {
    accountId,
    documentKind,
    documentNumber,
    by,
    key,
  }: {
    accountId: string;
    documentKind: DocumentKind;
    documentNumber: string;
    by: Official;
    key: string;
  },
): Promise<Outcome<{ id: string }, IssueRefusal>> {
  const { db, now, keys } = deps;
  const at = now();
  const number = documentNumber.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (number.length < 5) return refused({ code: 'document_missing' });
  const [seen] = await db.transaction(principalOf(by), (tx) => listPeople(tx, [accountId]));
  const officeId = seen?.officeId ?? null;
  if (officeId === null || !mayServe(by, officeId)) return refused({ code: 'no_such_person' });
  const wish = { reentry: accountId, documentKind, number: keys.hash('wish', number) };
  return db.transaction(asIdentity, (tx) =>
    once<{ id: string }, IssueRefusal>(
      tx,
      { scope: `official:${by.officialId}`, key, wish, at },
      async () => {
        const account = await findAccount(tx, accountId, { forChange: true });
        if (account?.state !== 'active' || account.officeId !== officeId) {
          return refused({ code: 'no_such_person' });
        }
        for (const other of await listReentries(tx, accountId)) {
          const next = reentryLifecycle.next(other.state, 'replace');
          if (next.ok) await saveReentryState(tx, other.id, next.value, { at });
        }
        const reentry: Reentry = {
          id: crypto.randomUUID(),
          officeId,
          accountId,
          state: 'issued',
          documentKind,
          documentTail: number.slice(-3),
          issuedBy: by.officialId,
          issuedAt: at,
          opensAt: at.add(opensAfter),
          expiresAt: at.add(reentryFor),
        };
        await insertReentry(tx, reentry, reentryHash(keys, reentryCode(keys, reentry.id)));
        await warnOldContacts(tx, deps, reentry, account.locale);
        await record(tx, {
          type: 'reentry.issued',
          subject: { kind: 'reentry', id: reentry.id },
          actor: actorOf(by),
          at,
          accountId,
          officeId,
          facts: { document: documentKind },
        });
        return granted({ id: reentry.id });
      },
    ),
  );
}

async function warnOldContacts(
  tx: Tx,
  { keys, now, publicUrl, residence }: IdentityDeps,
  { id, accountId, officeId, expiresAt }: Reentry,
  locale: 'it' | 'en',
): Promise<void> {
  const at = now();
  const office = (await residence.listOffices()).find((each) => each.id === officeId)?.name[locale] ?? '';
  const verified = (await listContacts(tx, accountId)).filter((each) => each.verified);
  for (const contact of verified) {
    const token = keys.token();
    await insertLink(tx, token, { purpose: 'objection', accountId, reentryId: id }, at, expiresAt);
    const letter = letters[locale].reentryIssued(office, linkTo.objection(publicUrl, locale, token));
    await enqueueMessages(tx, at, [letterTo(contact, locale, letter, accountId)]);
  }
}

/** The code for the paper: for the official who issued it, for half an hour. */
export async function readPaper(
  { db, now, keys }: IdentityDeps,
  { id, by }: { id: string; by: Official },
): Promise<{ reentry: Reentry; code: string; name: string } | undefined> {
  return db.transaction(principalOf(by), async (tx) => {
    const reentry = await findReentry(tx, { id });
    const [person] = reentry === undefined ? [] : await listPeople(tx, [reentry.accountId]);
    if (reentry === undefined || person === undefined || reentry.issuedBy !== by.officialId) return undefined;
    const late = Temporal.Instant.compare(now(), reentry.issuedAt.add(paperFor)) >= 0;
    if (late || !reentryLifecycle.allows(reentry.state, 'use')) return undefined;
    return { reentry, code: reentryCode(keys, id), name: `${person.givenName} ${person.familyName}` };
  });
}

export type ConfirmRefusal = { readonly code: 'no_such_code' | 'not_by_yourself' | 'over_already' };

/** A second official has seen the person too: the code opens at once. */
export async function confirmReentry(
  { db, now }: IdentityDeps,
  { id, by }: { id: string; by: Official },
): Promise<Outcome<{ accountId: string }, ConfirmRefusal>> {
  const at = now();
  const seen = await db.transaction(principalOf(by), (tx) => findReentry(tx, { id }));
  if (seen === undefined || !mayServe(by, seen.officeId)) return refused({ code: 'no_such_code' });
  if (seen.issuedBy === by.officialId) return refused({ code: 'not_by_yourself' });
  return db.transaction(asIdentity, async (tx) => {
    const reentry = await findReentry(tx, { id }, { forChange: true });
    const next = reentryLifecycle.next(reentry?.state ?? 'replaced', 'confirm');
    if (!next.ok || reentry === undefined) return refused({ code: 'over_already' });
    await saveReentryState(tx, id, next.value, { at, confirmedBy: by.officialId });
    await record(tx, {
      type: 'reentry.confirmed',
      subject: { kind: 'reentry', id },
      actor: actorOf(by),
      at,
      accountId: reentry.accountId,
      officeId: reentry.officeId,
    });
    return granted({ accountId: reentry.accountId });
  });
}
