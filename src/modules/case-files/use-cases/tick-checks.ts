import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Principal } from '#platform/database/principal.ts';
import { record } from '#platform/event-log/record.ts';
import { actorOf } from '#platform/web/who.ts';
import { type ChecklistLine, checklistOf, type Tick } from '../domain/checklist.ts';
import type { WantedCorrection } from '../domain/correction.ts';
import type { FormTarget } from '../domain/form.ts';
import { listTicks, saveTicks } from '../store/checklist.ts';
import type { CaseFileDeps } from './case-file-deps.ts';
import { type FileWork, type WorkRefusal, workOnFile } from './file-work.ts';
import type { FileView } from './see-file.ts';

/** What the person put right last, and when. */
export function correctedLately(
  sent: readonly { readonly at: Temporal.Instant }[],
  wanted: readonly WantedCorrection[],
): { readonly at: Temporal.Instant; readonly targets: readonly FormTarget[] } | undefined {
  const last = sent.at(-1);
  if (sent.length < 2 || last === undefined) return undefined;
  const asked = wanted.filter(({ at }) => Temporal.Instant.compare(at, last.at) <= 0);
  const round = Math.max(0, ...asked.map((each) => each.round));
  return {
    at: last.at,
    targets: asked.filter((each) => each.round === round).map(({ target }) => target),
  };
}

/** The checklist of a file as the desk shows it. */
export async function readChecklist(
  { db }: CaseFileDeps,
  { file, findings, sentAt, wanted }: FileView,
  as: Principal,
): Promise<ChecklistLine[]> {
  const ticks = await db.transaction(as, (tx) => listTicks(tx, file.officeId, file.id));
  return checklistOf(
    findings,
    ticks,
    correctedLately(
      sentAt.map((at) => ({ at })),
      wanted,
    ),
  );
}

/** Writes down what the official found; who ticks says so in the history, and the state stays. */
export function tickChecks(
  deps: CaseFileDeps,
  work: FileWork,
  found: Readonly<Record<string, 'holds' | 'fails'>>,
): Promise<Outcome<null, WorkRefusal>> {
  const asked = { wish: { found }, who: 'holder' } as const;
  return workOnFile(deps, work, asked, async (tx, { file, procedure, at }) => {
    if (file.state !== 'in_progress') return refused({ code: 'not_now' });
    const known = new Set(procedure.form.checks.map(({ id }) => id));
    const before = new Map((await listTicks(tx, file.officeId, file.id)).map((each) => [each.checkId, each]));
    const { officialId } = work.official;
    const ticks = Object.entries(found).flatMap(([checkId, verdict]): Tick[] =>
      known.has(checkId) ? [{ checkId, verdict, officialId, at }] : [],
    );
    await saveTicks(tx, file, ticks);
    const changed = ticks.filter(({ checkId, verdict }) => before.get(checkId)?.verdict !== verdict);
    await record(
      tx,
      ...changed.map(({ checkId, verdict }) => ({
        type: 'case-file.checked',
        subject: { kind: 'case-file', id: file.id },
        actor: actorOf(work.official),
        at,
        officeId: file.officeId,
        facts: { check: checkId, verdict },
      })),
    );
    return granted(null);
  });
}
