import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { barForAbuse, findApplicants, holdAccountToClose, readPerson } from '#modules/identity/public.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { actorOf, mayAdminister, type Official } from '#platform/web/who.ts';
import { asClosing, type ClosingDeps, closeEverywhere } from './close-account.ts';

export type AbuseRefusal = { readonly code: 'no_such_person' | 'reason_missing' } | KeyReused;

/** The person whose account an administrator may close, with the reading written down. */
export async function findToClose(
  { deps }: Pick<ClosingDeps, 'deps'>,
  { accountId, by }: { accountId: string; by: Official },
): Promise<{ name: string; officeId: string } | undefined> {
  const file = await readPerson(deps, { accountId, by });
  const officeId = file?.person.officeId ?? null;
  if (file?.person.state !== 'active' || officeId === null || !mayAdminister(by, officeId)) return undefined;
  return { name: `${file.person.givenName} ${file.person.familyName}`, officeId };
}

/**
 * An administrator closes an account for abuse (chiusura per uso abusivo): the same as a closing, but the contacts stay
 * barred, and the person gets the reason and the way to contest it.
 */
export async function closeForAbuse(
  closing: ClosingDeps,
  { accountId, reason, by, key }: { accountId: string; reason: string; by: Official; key: string },
): Promise<Outcome<null, AbuseRefusal>> {
  const { deps } = closing;
  const at = deps.now();
  const explanation = reason.trim().slice(0, 1000);
  if (explanation === '') return refused({ code: 'reason_missing' });
  const seen = await findToClose(closing, { accountId, by });
  if (seen === undefined) return refused({ code: 'no_such_person' });
  return deps.db.transaction(asClosing, (tx) =>
    once<null, AbuseRefusal>(
      tx,
      { scope: `official:${by.officialId}`, key, wish: { abuse: accountId, reason: explanation }, at },
      async () => {
        await holdAccountToClose(tx, accountId);
        const [person] = await findApplicants(tx, [accountId]);
        if (!person?.active || person.officeId !== seen.officeId) return refused({ code: 'no_such_person' });
        const letter = await barForAbuse(tx, deps, { accountId, explanation, by, at });
        await closeEverywhere(tx, closing, { accountId, at, actor: actorOf(by) });
        if (letter !== undefined) await enqueueMessages(tx, at, [letter]);
        return granted(null);
      },
    ),
  );
}
