import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import { granted } from '#kernel/outcome.ts';
import { officialsAt } from '#modules/identity/public.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import { record, system } from '#platform/event-log/record.ts';
import { once } from '#platform/idempotency/once.ts';
import type { ScheduledJob } from '#platform/jobs/scheduled.ts';
import { isAway } from '../domain/absence.ts';
import { type DeskDigest, deskLetter } from '../letters/desk-letter.ts';
import { listAbsencesFrom } from '../store/absences.ts';
import { listHoldersOf } from '../store/file-list.ts';
import { listOfficesWithFiles } from '../store/file-report.ts';
import { asCaseFiles, type CaseFileDeps } from './case-file-deps.ts';
import { type DeskTab, listOfficeFiles } from './see-desk.ts';

/** Files that a letter names: the rest is on the page to which it leads. */
const mostNamed = 20;

/** What an administrator of an office should know this morning; nothing where all is in time. */
export async function digestOf(
  deps: CaseFileDeps,
  officeId: string,
  day: CivilDate,
): Promise<DeskDigest | undefined> {
  const office = { as: { kind: 'office', officeId } as const, officeId };
  const near = async (tab: DeskTab) =>
    (await listOfficeFiles(deps, office, { tab, near: true }, { most: mostNamed })).lines;
  const pressing = [...(await near('queue')), ...(await near('in_hand'))]
    .flatMap((line) => (line.by === undefined ? [] : [{ ...line, by: line.by }]))
    .toSorted((a, b) => a.by.left - b.by.left)
    .slice(0, mostNamed);
  const left = await deps.db.transaction(asCaseFiles, async (tx) => {
    const here = new Set((await officialsAt(tx, officeId)).map(({ id }) => id));
    const absences = await listAbsencesFrom(tx, officeId, day);
    const holders = await listHoldersOf(tx, officeId, 1000);
    return holders
      .filter(({ officialId }) => !here.has(officialId) || isAway(absences, officialId, day))
      .reduce((sum, { count }) => sum + count, 0);
  });
  if (pressing.length === 0 && left === 0) return undefined;
  return {
    officeId,
    left,
    pressing: pressing.map(({ protocolYear, protocolNumber, by }) => ({
      protocol: { year: protocolYear, number: protocolNumber },
      by,
    })),
  };
}

/** Every morning the administrators of an office learn which terms and promised times end soon, once a day (BO-5). */
export async function warnOffices(deps: CaseFileDeps): Promise<number> {
  const at = deps.now();
  const offices = await deps.db.transaction(asCaseFiles, listOfficesWithFiles);
  let sent = 0;
  for (const officeId of offices) {
    const zone = findOffice(officeId)?.timeZone;
    if (zone === undefined || at.toZonedDateTimeISO(zone).hour < morning) continue;
    const day = dayAt(at, zone);
    const attempt = { scope: 'case-files-warn', key: `${officeId}-${day}`, wish: {}, at };
    const digest = await digestOf(deps, officeId, day);
    await deps.db.transaction(asCaseFiles, (tx) =>
      once<null, never>(tx, attempt, async () => {
        if (digest === undefined) return granted(null);
        const admins = (await officialsAt(tx, officeId)).filter(({ role }) => role === 'office_admin');
        await enqueueMessages(
          tx,
          at,
          admins.map((each) => deskLetter(deps, each, digest)),
        );
        await record(tx, {
          type: 'case-files.office-warned',
          subject: { kind: 'office', id: officeId },
          actor: system('case-files-warn'),
          at,
          officeId,
          facts: { pressing: digest.pressing.length, left: digest.left, told: admins.length },
        });
        sent += 1;
        return granted(null);
      }),
    );
  }
  return sent;
}

/** The hour of the office at which its day begins. */
const morning = 6;

/** The timer asks each hour: it is morning somewhere. */
export function warningJobs(deps: CaseFileDeps): ScheduledJob[] {
  return [{ name: 'case-files-warn', cron: '21 * * * *', run: () => warnOffices(deps) }];
}
