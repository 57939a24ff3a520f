import type { CivilDate } from '#kernel/civil-date.ts';
import { type Outcome, refused } from '#kernel/outcome.ts';
import type { DocumentDeps } from '#modules/documents/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Principal } from '#platform/database/principal.ts';
import type { Actor } from '#platform/event-log/record.ts';
import { type Attempt, type KeyReused, once } from '#platform/idempotency/once.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { CaseFileEvent } from '../domain/case-file-lifecycle.ts';
import type { FormProcedure, Procedure } from '../domain/procedure.ts';

/** What a step of a file does outside it, as writing the person into the consular register. */
export interface ProcedureEffects {
  /** Runs in the transaction of the step, after the file has moved; what it throws takes the step back. */
  readonly afterStep?: (
    tx: Tx,
    deps: CaseFileDeps,
    step: {
      readonly file: CaseFile;
      readonly before: CaseFile;
      readonly event: CaseFileEvent | 'submit';
      readonly actor: Actor;
      readonly at: Temporal.Instant;
      /** Since when the registration holds, where the step is its confirmation. */
      readonly registeredOn?: CivilDate;
    },
  ) => Promise<void>;
}

export interface ProcedureFolder {
  readonly definition: FormProcedure;
  readonly effects: ProcedureEffects;
}

/** The procedures that this installation runs: the plain requests and those that were added. */
export interface Procedures {
  readonly all: readonly Procedure[];
  readonly withForm: readonly FormProcedure[];
  find(id: string): Procedure | undefined;
  findForm(id: string): FormProcedure | undefined;
  /** Throws for a name that no definition bears: files outlive no definition. */
  of(id: string): Procedure;
  effectsOf(id: string): ProcedureEffects;
}

/** What the use cases of this module need besides the platform: files travel with messages. */
export interface CaseFileDeps extends DocumentDeps {
  readonly procedures: Procedures;
}

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
