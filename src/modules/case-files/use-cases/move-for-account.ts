import type { Moved } from '#kernel/account-closing.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { referenceOf } from '../domain/case-file.ts';
import { isOpen } from '../domain/case-file-lifecycle.ts';
import { lockCaseFilesOf } from '../store/case-files.ts';

/** Somebody moves to another office: what was asked of the old one stays there, and it answers. */
export async function moveForAccount(
  tx: Tx,
  _deps: Deps,
  { accountId, fromOfficeId }: { accountId: string; fromOfficeId: string | null },
): Promise<Moved> {
  const open = (await lockCaseFilesOf(tx, accountId)).filter(
    (file) => file.officeId === fromOfficeId && isOpen(file.state),
  );
  return {
    ended: [],
    stays: open.map(({ id, officeId }) => {
      const name = findOffice(officeId)?.name;
      return {
        it: `Richiesta ${referenceOf(id)}: resta a ${name?.it ?? officeId}, che ti risponde.`,
        en: `Request ${referenceOf(id)}: it stays with ${name?.en ?? officeId}, which answers you.`,
      };
    }),
  };
}
