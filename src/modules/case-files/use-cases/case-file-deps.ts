import { type Outcome, refused } from '#kernel/outcome.ts';
import type { DocumentDeps } from '#modules/documents/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Principal } from '#platform/database/principal.ts';
import { type Attempt, type KeyReused, once } from '#platform/idempotency/once.ts';

/** What the use cases of this module need besides the platform: files travel with messages. */
export type CaseFileDeps = DocumentDeps;

/** Files of people who are not signed in, and the drafts that go with a form, are the platform's own to move. */
export const asCaseFiles = { kind: 'system', task: 'case-files' } as const;

class TakenBack extends Error {
  readonly refusal: unknown;
  constructor(refusal: unknown) {
    super('Refused: nothing was written');
    this.refusal = refusal;
  }
}

/**
 * `once`, but a refusal leaves nothing behind, the key neither: the same form, with the files that wait under its key,
 * is sent again when what was wrong is put right.
 */
export async function onceOrNothing<Value, Refusal extends { readonly code: string }>(
  { db }: Pick<CaseFileDeps, 'db'>,
  as: Principal,
  attempt: Attempt,
  work: (tx: Tx) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | KeyReused>> {
  try {
    return await db.transaction(as, (tx) =>
      once<Value, Refusal>(tx, attempt, async () => {
        const outcome = await work(tx);
        if (!outcome.ok) throw new TakenBack(outcome.refusal);
        return outcome;
      }),
    );
  } catch (error) {
    if (error instanceof TakenBack) return refused(error.refusal as Refusal);
    throw error;
  }
}
