import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { officialsAt } from '#modules/identity/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { actorOf, mayAdminister, type Official, principalOf } from '#platform/web/who.ts';
import { type Absence, type AbsenceProblem, absenceProblem } from '../domain/absence.ts';
import { deleteAbsence, insertAbsence, listAbsencesFrom } from '../store/absences.ts';
import type { CaseFileDeps } from './case-file-deps.ts';

interface Administering {
  readonly official: Official;
  readonly officeId: string;
}

export type AbsenceRefusal =
  | { readonly code: 'not_yours' | 'no_such_colleague' | 'written_down_already' | 'no_such_absence' }
  | { readonly code: AbsenceProblem }
  | KeyReused;

/** The absences of an office that are not over. */
export function listAbsences(
  { db, now }: CaseFileDeps,
  { official, officeId }: Administering,
): Promise<Absence[]> {
  const today = dayAt(now(), findOffice(officeId)?.timeZone ?? 'Europe/Rome');
  return db.transaction(principalOf(official), (tx) => listAbsencesFrom(tx, officeId, today));
}

/** An administrator writes down when a colleague is away. */
export async function addAbsence(
  { db, now }: CaseFileDeps,
  { official, officeId }: Administering,
  { key, ...wish }: { officialId: string; from: CivilDate; until: CivilDate; key: string },
): Promise<Outcome<{ id: string }, AbsenceRefusal>> {
  if (!mayAdminister(official, officeId)) return refused({ code: 'not_yours' });
  const at = now();
  const problem = absenceProblem(wish, dayAt(at, findOffice(officeId)?.timeZone ?? 'Europe/Rome'));
  if (problem !== undefined) return refused({ code: problem });
  return db.transaction(principalOf(official), (tx) =>
    once<{ id: string }, AbsenceRefusal>(
      tx,
      { scope: official.officialId, key, wish: { officeId, ...wish }, at },
      async () => {
        const colleagues = await officialsAt(tx, officeId);
        if (!colleagues.some(({ id }) => id === wish.officialId))
          return refused({ code: 'no_such_colleague' });
        const id = crypto.randomUUID();
        if (!(await insertAbsence(tx, officeId, { id, ...wish }, { addedBy: official.officialId, at })))
          return refused({ code: 'written_down_already' });
        await record(tx, {
          type: 'absence.added',
          subject: { kind: 'official', id: wish.officialId },
          actor: actorOf(official),
          at,
          officeId,
          facts: { from: wish.from, until: wish.until },
        });
        return granted({ id });
      },
    ),
  );
}

/** Takes an absence back: the colleague is there after all. */
export async function removeAbsence(
  { db, now }: CaseFileDeps,
  { official, officeId }: Administering,
  id: string,
): Promise<Outcome<null, AbsenceRefusal>> {
  if (!mayAdminister(official, officeId)) return refused({ code: 'not_yours' });
  return db.transaction(principalOf(official), async (tx) => {
    const officialId = await deleteAbsence(tx, officeId, id);
    if (officialId === undefined) return refused({ code: 'no_such_absence' });
    await record(tx, {
      type: 'absence.removed',
      subject: { kind: 'official', id: officialId },
      actor: actorOf(official),
      at: now(),
      officeId,
    });
    return granted(null);
  });
}
