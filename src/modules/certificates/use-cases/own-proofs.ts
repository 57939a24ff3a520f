import type { Closed } from '#kernel/account-closing.ts';
import { type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import type { SealedDocument } from '../domain/verification.ts';
import { findSealed, listForAccount, takeOffAccount } from '../store/sealed-documents.ts';
import { proofFile } from './issue-proof.ts';
import { type RevokeRefusal, revokeSealed } from './revoke-sealed.ts';
import type { SealedDeps } from './sealed-deps.ts';

interface Own {
  readonly accountId: string;
  readonly id: string;
}

const as = (accountId: string) => ({ kind: 'citizen', accountId }) as const;

/** The proofs that a person has made, the newest first. */
export function listProofs({ db }: Pick<SealedDeps, 'db'>, accountId: string): Promise<SealedDocument[]> {
  return db.transaction(as(accountId), (tx) => listForAccount(tx, accountId, 'proof'));
}

/** The file of a proof, for whom it was made. */
export async function openProof(
  { db, files }: Pick<SealedDeps, 'db' | 'files'>,
  { accountId, id }: Own,
): Promise<Uint8Array | undefined> {
  const document = await db.transaction(as(accountId), (tx) => findSealed(tx, id));
  const mine = document?.accountId === accountId && document.kind === 'proof' && document.sealedAt !== null;
  return mine && (await files.exists(proofFile(id))) ? files.read(proofFile(id)) : undefined;
}

/** A person takes back a proof: whoever checks it sees that it counts no more. */
export function revokeProof(
  deps: Pick<SealedDeps, 'db' | 'now'>,
  { accountId, id }: Own,
): Promise<Outcome<SealedDocument, RevokeRefusal>> {
  return deps.db.transaction(as(accountId), async (tx) => {
    const document = await findSealed(tx, id);
    if (document?.accountId !== accountId || document.kind !== 'proof')
      return refused({ code: 'no_such_document' });
    return revokeSealed(deps, tx, { id, because: 'holder', actor: { kind: 'citizen', id: accountId } });
  });
}

/** Closing an account erases the files of its proofs; who holds one can still check it by its code. */
export async function closeProofsForAccount(
  tx: Tx,
  { files }: Pick<SealedDeps, 'files'>,
  { accountId }: { readonly accountId: string },
): Promise<Closed> {
  for (const { id } of await listForAccount(tx, accountId, 'proof')) await files.remove(proofFile(id));
  const count = await takeOffAccount(tx, accountId);
  return count === 0
    ? { erased: [], kept: [] }
    : {
        erased: ['proofs'],
        kept: [{ what: 'register_of_seals', because: 'checking_of_documents', until: null }],
      };
}
