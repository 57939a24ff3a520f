import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { blockLifecycle } from '../domain/registration-block.ts';
import { findBlockById, saveContest } from '../store/blocks.ts';
import { findLink, useLink } from '../store/links.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';

/** Whether a contest link still opens. */
export function mayContest({ db, now }: IdentityDeps, token: string): Promise<boolean> {
  return db.transaction(
    asIdentity,
    async (tx) => (await findLink(tx, token, 'contest', now())) !== undefined,
  );
}

/** The maker of a blocked registration says why the block is wrong (contestazione). */
export async function contestBlock(
  { db, now, keys }: IdentityDeps,
  { token, text, key }: { token: string; text: string; key: string },
): Promise<Outcome<null, { code: 'link_expired' } | KeyReused>> {
  const at = now();
  return db.transaction(asIdentity, (tx) =>
    once(tx, { scope: `contest:${keys.hash('link', token)}`, key, wish: { text }, at }, async () => {
      const link = await useLink(tx, token, 'contest', at);
      const block = link?.blockId ? await findBlockById(tx, link.blockId, { forChange: true }) : undefined;
      if (block === undefined || !blockLifecycle.allows(block.state, 'contest')) {
        return refused({ code: 'link_expired' });
      }
      await saveContest(tx, block.id, text, at);
      await record(tx, {
        type: 'account.block-contested',
        subject: { kind: 'registration-block', id: block.id },
        actor: { kind: 'visitor' },
        at,
        ...(block.officeId === null ? {} : { officeId: block.officeId }),
      });
      return granted(null);
    }),
  );
}
