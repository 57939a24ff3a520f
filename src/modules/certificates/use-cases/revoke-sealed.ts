import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Actor, record, system } from '#platform/event-log/record.ts';
import type { RevocationReason, SealedDocument } from '../domain/verification.ts';
import { findSealed, revokeNext, saveRevocation, type Touched } from '../store/sealed-documents.ts';
import type { SealedDeps } from './sealed-deps.ts';

export interface Revoking {
  readonly id: string;
  readonly because: RevocationReason;
  readonly actor: Actor;
  readonly replacedBy?: string;
}

export type RevokeRefusal = { readonly code: 'no_such_document' };

const nameOf = (actor: Actor) => ('id' in actor ? `${actor.kind}:${actor.id}` : actor.kind);

const revoked = (
  document: SealedDocument,
  because: RevocationReason,
  actor: Actor,
  at: Temporal.Instant,
) => ({
  type: 'sealed-document.revoked',
  subject: { kind: 'sealed-document', id: document.id },
  actor,
  at,
  ...(document.officeId === null ? {} : { officeId: document.officeId }),
  ...(document.accountId === null ? {} : { accountId: document.accountId }),
  facts: { because },
});

/** Revokes a sealed document (revoca) in a transaction of somebody who may; again it changes nothing. */
export async function revokeSealed(
  { now }: Pick<SealedDeps, 'now'>,
  tx: Tx,
  { id, because, actor, replacedBy }: Revoking,
): Promise<Outcome<SealedDocument, RevokeRefusal>> {
  const document = await findSealed(tx, id);
  if (document === undefined || document.sealedAt === null) return refused({ code: 'no_such_document' });
  const at = now();
  const changed = await saveRevocation(tx, id, {
    because,
    by: nameOf(actor),
    at,
    ...(replacedBy === undefined ? {} : { replacedBy }),
  });
  if (changed) await record(tx, revoked(document, because, actor, at));
  return granted(document);
}

/** So many documents are revoked in one transaction: short enough that nobody waits for its locks. */
const together = 500;

/** Revokes the next documents that a compromised key has touched; answers them. */
export async function revokeNextOfKey(
  tx: Tx,
  touched: Touched,
  at: Temporal.Instant,
): Promise<SealedDocument[]> {
  const actor = system('key-compromised');
  const revocation = { because: 'key_compromised', by: nameOf(actor), at } as const;
  const documents = await revokeNext(tx, touched, revocation, together);
  await record(tx, ...documents.map((each) => revoked(each, 'key_compromised', actor, at)));
  return documents;
}
