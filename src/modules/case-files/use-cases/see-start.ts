import { readConsularStanding } from '#modules/registry/public.ts';
import type { FormDraft } from '../domain/draft.ts';
import type { FormProcedure } from '../domain/procedure.ts';
import type { UsualTime } from '../domain/terms.ts';
import { findOpenOfKind } from '../store/case-files.ts';
import { findDraftOf } from '../store/drafts.ts';
import { findUsualTime } from '../store/queue.ts';
import type { CaseFileDeps } from './case-file-deps.ts';
import { officeOfPerson } from './check-form.ts';
import { missingEntry } from './send-form.ts';

/** What the page of a procedure says to whoever looks at it. */
export interface StartView {
  readonly signedIn: boolean;
  readonly officeId: string | null;
  /** The entry that the person has not and needs (CF-10). */
  readonly entry: ReturnType<typeof missingEntry>;
  readonly draft: FormDraft | undefined;
  /** The open file of this kind, which comes first. */
  readonly openId: string | undefined;
  readonly usual: UsualTime | undefined;
}

/** How a procedure stands for a person; for a visitor only what is the same for all. */
export async function viewStart(
  { db, now }: CaseFileDeps,
  { procedure, accountId }: { procedure: FormProcedure; accountId: string | null },
): Promise<StartView> {
  const none = { officeId: null, entry: undefined, draft: undefined, openId: undefined, usual: undefined };
  if (accountId === null) return { signedIn: false, ...none };
  const own = await db.transaction({ kind: 'citizen', accountId }, async (tx) => {
    const standing = await readConsularStanding(tx, accountId);
    return {
      officeId: await officeOfPerson(tx, accountId),
      entry: missingEntry(procedure, {
        consularRegister: standing.consularRegister !== undefined,
        aire: standing.aire !== undefined,
      }),
      draft: await findDraftOf(tx, accountId, { procedure: procedure.id }),
      openId: await findOpenOfKind(tx, accountId, procedure.openKey),
    };
  });
  const { officeId } = own;
  const usual =
    officeId === null
      ? undefined
      : await db.transaction({ kind: 'office', officeId }, (tx) =>
          findUsualTime(tx, officeId, procedure.id, now().subtract({ hours: 90 * 24 })),
        );
  return { signedIn: true, ...own, usual };
}
