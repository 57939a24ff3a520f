import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { seal, unseal } from '#platform/credentials/secret-box.ts';
import { tokenHash } from '#platform/credentials/tokens.ts';
import type { Deps } from '#platform/deps.ts';
import { type Actor, record, system } from '#platform/event-log/record.ts';
import { keptFor } from '../domain/guide/saved.ts';
import {
  deleteAssessment,
  deleteExpired,
  findAssessment,
  listKept,
  saveKeeping,
} from '../store/guided-assessments.ts';
import { asLinkHolder } from './seal-answers.ts';

export interface NoSuchAssessment {
  readonly code: 'no_such_assessment';
}

/** Keeps a guided assessment for twelve months: under its link, and on the page of the account that asks for it. */
export async function keepAssessment(
  { db, keys, now }: Deps,
  { token, accountId }: { token: string; accountId: string | undefined },
): Promise<Outcome<null, NoSuchAssessment>> {
  const at = now();
  return db.transaction(asLinkHolder, async (tx) => {
    const row = await findAssessment(tx, tokenHash(token), { at, forChange: true });
    if (row === undefined) return refused({ code: 'no_such_assessment' });
    // what one account keeps, another holder of the link does not take away
    const mayOwn = accountId !== undefined && (row.accountId === null || row.accountId === accountId);
    const owner = mayOwn
      ? { accountId, sealedLink: seal(keys, 'citizenship-link', row.id, token) }
      : undefined;
    await saveKeeping(tx, { id: row.id, at, expiresAt: at.add(keptFor), owner });
    await record(tx, {
      type: 'assessment.kept',
      subject: { kind: 'guided-assessment', id: row.id },
      actor: actorOf(accountId),
      at,
      ...(owner && { accountId: owner.accountId }),
    });
    return granted(null);
  });
}

/** Deletes it at once, by whoever holds the link. */
export async function forgetAssessment(
  { db, now }: Deps,
  { token, accountId }: { token: string; accountId: string | undefined },
): Promise<Outcome<null, NoSuchAssessment>> {
  const at = now();
  return db.transaction(asLinkHolder, async (tx) => {
    const row = await findAssessment(tx, tokenHash(token), { at, forChange: true });
    if (row === undefined) return refused({ code: 'no_such_assessment' });
    await deleteAssessment(tx, row.id);
    const subject = { kind: 'guided-assessment', id: row.id };
    await record(tx, { type: 'assessment.deleted', subject, actor: actorOf(accountId), at });
    return granted(null);
  });
}

/** Erases what has expired. */
export async function forgetExpired({ db, now }: Deps): Promise<void> {
  const at = now();
  await db.transaction(asLinkHolder, async (tx) => {
    const count = await deleteExpired(tx, at);
    if (count === 0) return;
    const subject = { kind: 'guided-assessment', id: 'expired' };
    await record(tx, {
      type: 'assessment.expired',
      subject,
      actor: system('citizenship'),
      at,
      facts: { count },
    });
  });
}

export interface KeptLink {
  readonly token: string;
  readonly keptAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

/** The links that an account keeps. */
export async function listKeptLinks({ db, keys, now }: Deps, accountId: string): Promise<KeptLink[]> {
  const rows = await db.transaction({ kind: 'citizen', accountId }, (tx) => listKept(tx, accountId, now()));
  return rows.map(({ id, sealedLink, keptAt, expiresAt }) => ({
    token: unseal(keys, 'citizenship-link', id, sealedLink),
    keptAt,
    expiresAt,
  }));
}

function actorOf(accountId: string | undefined): Actor {
  return accountId === undefined ? { kind: 'visitor' } : { kind: 'citizen', id: accountId };
}
