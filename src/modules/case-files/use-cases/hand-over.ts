import { dayAt } from '#kernel/civil-date.ts';
import { type Outcome, refused } from '#kernel/outcome.ts';
import { type Colleague, officialsAt } from '#modules/identity/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import { type Official, principalOf } from '#platform/web/who.ts';
import { type Absence, isAway } from '../domain/absence.ts';
import { listAbsencesFrom } from '../store/absences.ts';
import type { CaseFileDeps } from './case-file-deps.ts';
import { type FileWork, type WorkRefusal, workOnFile } from './file-work.ts';
import type { Worked } from './work-on-file.ts';

/**
 * Hands a file over to a colleague of the office (passaggio di consegne): by whoever has it, or by an administrator
 * where that one is away or has left. Nothing is handed to somebody who is away.
 */
export function handOver(
  deps: CaseFileDeps,
  work: FileWork,
  to: string,
): Promise<Outcome<Worked, WorkRefusal>> {
  const asked = { wish: { handOver: to }, who: 'holder_or_admin' } as const;
  return workOnFile(deps, work, asked, async (tx, { file, step, at }) => {
    if (file.takenBy === to) return refused({ code: 'has_it_already' });
    const { officeId } = work;
    const colleagues = await officialsAt(tx, officeId);
    if (!colleagues.some(({ id }) => id === to)) return refused({ code: 'no_such_colleague' });
    const today = dayAt(at, findOffice(officeId)?.timeZone ?? 'Europe/Rome');
    if (isAway(await listAbsencesFrom(tx, officeId, today), to, today))
      return refused({ code: 'colleague_away' });
    return step('hand_over', { change: { takenBy: to }, facts: { from: file.takenBy, to } });
  });
}

/** Somebody of the office, and whether they are away today. */
export type Clerk = Colleague & { readonly away: Absence | undefined };

/** Who works at an office, for lists to choose from. */
export async function listClerks(
  { db, now }: CaseFileDeps,
  { official, officeId }: { readonly official: Official; readonly officeId: string },
): Promise<Clerk[]> {
  const today = dayAt(now(), findOffice(officeId)?.timeZone ?? 'Europe/Rome');
  return db.transaction(principalOf(official), async (tx) => {
    const absences = await listAbsencesFrom(tx, officeId, today);
    return (await officialsAt(tx, officeId)).map((each) => ({
      ...each,
      away: absences.find(
        ({ officialId, from, until }) => officialId === each.id && from <= today && today <= until,
      ),
    }));
  });
}
